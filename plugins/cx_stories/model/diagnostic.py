"""What the checks say, in one shape for people and machines."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from cx_stories.model.document import Span


class Severity(StrEnum):
    """How bad a finding is: an error is never published."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """The order from bad to good, 0 being the worst."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Other words for a stretch of a file; an empty stretch is a place to put them in."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """What mends a finding in its own file.

    safe:  whether the story says the same afterwards; a guess at what was meant is not
    """

    edits: tuple[Edit, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The line of a finding, without what must stay private; of a long line a part.

    column:  where in `text` the finding stands, from 1
    width:   how many characters of `text` it covers, at least 1
    """

    text: str = ""
    column: int = 1
    width: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """A finding: what is wrong, where, and how to put it right. Ordered by path, place and code."""

    path: str
    span: Span
    code: str
    name: str
    severity: Severity
    message: str
    fix: Fix | None = field(default=None, compare=False)
    excerpt: Excerpt = field(default=Excerpt(), compare=False)

    def __str__(self) -> str:
        place = f"{self.path}:{self.span.line}:{self.span.column}"
        return f"{place}  {self.code} {self.name}  {self.severity}\n  {self.message}"
