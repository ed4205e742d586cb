"""The parts of a build, and what is counted of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

Part = Literal[
    "other",
    "starting",
    "reading",
    "markdown",
    "relations",
    "pages",
    "theme",
    "machines",
    "pictures",
    "search",
    "writing",
    "publishing",
]
"""What a build is made of: Python reading its packages, reading and checking stories, Markdown, which stories
are related, the contents of pages, what the theme puts around them, files for other programs, pictures, the
index of the search, writing into a folder, and putting that in the place of the last site. The first one is
all that is none of these."""
PARTS: tuple[Part, ...] = get_args(Part)
Kind = Literal["stories", "relations", "pages", "pictures", "index"]
"""What a build may have from the one before it."""


@dataclass(slots=True)
class Taken:
    """What a part of a build has taken so far.

    wall:    seconds in which this process did that and nothing else
    own:     seconds of a processor, of this process
    beside:  seconds of processors, of other processes that worked for it
    count:   how many pieces were worked on
    size:    how many bytes they had, where somebody has said so
    """

    wall: float = 0.0
    own: float = 0.0
    beside: float = 0.0
    count: int = 0
    size: int = 0

    @property
    def processor(self) -> float:
        """Seconds of processors, of all processes."""
        return self.own + self.beside


@dataclass(slots=True)
class Kept:
    """What of one kind came from the last build, and what was made anew."""

    used: int = 0
    made: int = 0


@dataclass(slots=True)
class Told:
    """What a process has counted; it can be pickled."""

    parts: dict[Part, Taken] = field(default_factory=dict)
    kept: dict[Kind, Kept] = field(default_factory=dict)
    slow: list[tuple[float, str]] = field(default_factory=list)
