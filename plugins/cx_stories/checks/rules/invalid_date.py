"""CX106: a date that does not exist or is written another way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cx_stories.checks.base import Check, Fault, Mended
from cx_stories.checks.context import CheckContext
from cx_stories.checks.days import days_meant
from cx_stories.checks.fixes import revalued
from cx_stories.checks.typed import CURLY_QUOTES, in_curly_quotes
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, ScalarNode
from cx_stories.model.shape import Day

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LOOSELY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}", re.ASCII)
"""The order and the signs are right; a zero may be missing."""


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot in context.slots(document):
        if not isinstance(slot.field.shape, Day) or not isinstance(slot.node, ScalarNode) or slot.node.blank:
            continue
        typed = slot.node.text.strip()
        if Day.read(typed) is None:
            meant = (
                ()
                if _ISO.fullmatch(typed)
                else days_meant(in_curly_quotes(typed) or typed, context.languages)
            )
            fix = revalued(slot.node.span, slot.node.text, meant[0]) if len(meant) == 1 else None
            yield Fault(slot.node.span, _cure(typed, meant), fix)


def _cure(text: str, meant: Sequence[str]) -> str:
    """Say what is wrong with a date as typed, which may have meant any of some days."""
    if in_curly_quotes(text):
        return f'"{text}" {CURLY_QUOTES}'
    if _LOOSELY.fullmatch(text) and not meant:
        return f"{text} is not in the calendar. Check the day and the month."
    if meant:
        return f'"{text}" is not written as year-month-day. If you mean {" or ".join(meant)}, write that.'
    return f'"{text}" is not a date. Write year, month and day with hyphens, such as 2024-03-01.'


INVALID_DATE = Check(
    code="CX106",
    name="invalid-date",
    severity=Severity.ERROR,
    summary="A date is a real day, written year-month-day.",
    why="Stories are sorted and cited by date.",
    good="date: 2024-02-29\n",
    bad="date: 2024-02-30\n",
    mended=Mended.SAFELY,
    find=_find,
)
