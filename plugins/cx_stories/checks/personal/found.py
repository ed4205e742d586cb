"""A stretch of text that should not be published, which can be spoken of without repeating it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

_MOST_SHOWN = 4
_LONG_ENOUGH = 8


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """Something personal and where it stands. Its repr does not show it, so that no log does.

    start, end:  in characters from the start of the text; the end is exclusive
    secret:      whether not even its first characters may be shown
    """

    start: int
    end: int
    text: str = field(repr=False)
    secret: bool = field(default=False, repr=False)

    @property
    def masked(self) -> str:
        """What may be shown, so that a writer recognises it: `0612…`, `j…@…`; of a secret nothing."""
        if self.secret:
            return "…"
        if "@" in self.text:
            return f"{self.text[0]}…@…"
        length = len(self.text)
        shown = self.text[: _MOST_SHOWN if length >= _LONG_ENOUGH else length // 3]
        return f"{' '.join(shown.split())}…"


def in_order(*groups: Iterable[Found]) -> Iterator[Found]:
    """Give what is in several groups, each of them in order, as one; of two that overlap only the first."""
    end = 0
    for found in sorted(chain(*groups)):
        if found.start >= end:
            yield found
            end = found.end
