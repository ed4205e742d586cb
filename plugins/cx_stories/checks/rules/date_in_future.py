"""CX107: published tomorrow."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.abstract import Abstract
from cx_stories.checks.base import CollectionCheck, Fault
from cx_stories.checks.collection import CollectionContext
from cx_stories.model.diagnostic import Severity


def _find(abstract: Abstract, context: CollectionContext) -> Iterator[Fault]:
    if abstract.date and abstract.date.day > context.today:
        yield Fault(
            abstract.date.span,
            f"{abstract.date.day} has not come yet. Use the day on which the story is published here.",
        )


DATE_IN_FUTURE = CollectionCheck(
    code="CX107",
    name="date-in-future",
    severity=Severity.WARNING,
    summary="A story is not dated after today.",
    why="It would stand above every newer story until that day has come.",
    good="date: 2024-03-01\n",
    bad="date: 9999-01-01\n",
    find=_find,
)
