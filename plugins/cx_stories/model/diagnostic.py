"""What the checks say, in one shape for people and machines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cx_stories.model.document import Span


class Severity(StrEnum):
    """How bad a finding is: an error is never published."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """A finding: what is wrong, where, and how to put it right. Ordered by path, place and code."""

    path: str
    span: Span
    code: str
    name: str
    severity: Severity
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.span.line}:{self.span.column}"
        return f"{place}  {self.code} {self.name}  {self.severity}\n  {self.message}"
