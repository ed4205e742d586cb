"""CX107: published tomorrow."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Kind, ScalarNode
from cx_stories.model.shape import Day


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    entry = document.get("date") if document.kind is Kind.STORY else None
    day = Day.read(entry.value.text.strip()) if entry and isinstance(entry.value, ScalarNode) else None
    if entry and day and day > context.today:
        yield Fault(
            entry.value.span, f"{day} has not come yet. Use the day on which the story is published here."
        )


DATE_IN_FUTURE = Check(
    code="CX107",
    name="date-in-future",
    severity=Severity.WARNING,
    summary="A story is not dated after today.",
    why="It would stand above every newer story until that day has come.",
    good="date: 2024-03-01\n",
    bad="date: 9999-01-01\n",
    find=_find,
)
