"""What reading a file gives: its text in blocks, what it says of itself, and what is to be told of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cx_stories.errors import CxStoriesError

BOLD_LINE = 7
"""The level of a line in bold letters that stands for a heading: below all real ones."""
NO_LEVEL = 8
"""The level of what is no heading."""


class UnfitError(CxStoriesError):
    """A file that nothing can be made of; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a file that a person should know.

    file:  as it was named
    line:  in that file, from 1; 0 where it is not known, as in a Word document
    """

    file: str
    line: int
    said: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, a list, a quotation or a table.

    markdown:  as it is typed in a story
    plain:     its words alone
    level:     of a heading, from 1; NO_LEVEL if it is none
    """

    markdown: str
    plain: str
    level: int = NO_LEVEL

    @property
    def heading(self) -> bool:
        """Whether it stands above what follows; a line in bold letters may."""
        return self.level <= BOLD_LINE


BREAK = Block("* * *", "")
"""A line across the page between two parts of a text."""


@dataclass(frozen=True, slots=True)
class Old:
    """A value by the name it had in the old file, and the line it stood on."""

    name: str
    value: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Read:
    """A file that has been read.

    name:      of the file, as it was named
    olds:      what it had by name: its front matter, or the properties of a document
    credits:   what it says of itself, by our names: title, author, publication, url, date, language
    """

    name: str
    blocks: Sequence[Block]
    olds: Sequence[Old] = ()
    credits: Sequence[Old] = ()
    remarks: Sequence[Remark] = ()

    def credit(self, name: str) -> str:
        """Give what the file says of itself under one of our names; nothing if it does not say."""
        return next((one.value for one in self.credits if one.name == name and one.value), "")
