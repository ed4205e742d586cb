"""CX107: published tomorrow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Kind, ScalarNode

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    entry = document.get("date") if document.kind is Kind.STORY else None
    if entry and isinstance(entry.value, ScalarNode) and _ISO.fullmatch(entry.value.text.strip()):
        try:
            day = date.fromisoformat(entry.value.text.strip())
        except ValueError:
            return
        if day > context.today:
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
