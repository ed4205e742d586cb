"""CX106: a date that does not exist or is written another way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, ScalarNode
from cx_stories.model.shape import Day

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR_LAST = re.compile(r"(?P<day>\d{1,2})[-/. –](?P<month>\d{1,2})[-/. –](?P<year>\d{4})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})\D?(?P<month>\d{1,2})\D?(?P<day>\d{1,2})")


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot in context.slots(document):
        if not isinstance(slot.field.shape, Day) or not isinstance(slot.node, ScalarNode) or slot.node.blank:
            continue
        if cure := _cure(slot.node.text.strip()):
            yield Fault(slot.node.span, cure)


def _cure(text: str) -> str:
    """Give what is wrong with a date as typed, or nothing."""
    if _ISO.fullmatch(text):
        return "" if Day.read(text) else f"{text} is not in the calendar. Check the day and the month."
    for pattern in (_YEAR_LAST, _YEAR_FIRST):
        found = pattern.fullmatch(text.rstrip("."))
        if found:
            year, month, day = (int(found.group(part)) for part in ("year", "month", "day"))
            guess = f"{year}-{month:02}-{day:02}"
            if Day.read(guess):
                return f'"{text}" is not written as year-month-day. If you mean {guess}, write that.'
    return f'"{text}" is not a date. Write year, month and day with hyphens, such as 2024-03-01.'


INVALID_DATE = Check(
    code="CX106",
    name="invalid-date",
    severity=Severity.ERROR,
    summary="A date is a real day, written year-month-day.",
    why="Stories are sorted and cited by date.",
    good="date: 2024-02-29\n",
    bad="date: 2024-02-30\n",
    find=_find,
)
