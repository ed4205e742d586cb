"""CX110: a lesson with a name that cannot be part of an address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault, Mended
from cx_stories.checks.context import CheckContext
from cx_stories.checks.fixes import revalued
from cx_stories.checks.typed import CURLY_QUOTES, ambiguous, in_curly_quotes
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document
from cx_stories.model.shape import LONGEST_NAME, Name

_OTHER = re.compile(r"[^a-z0-9]+")


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot in context.slots(document):
        for value in slot.values if isinstance(slot.field.shape, Name) else ():
            typed = value.text.strip()
            if not Name.fits(typed) and not ambiguous(value):
                meant = _as_name(typed)
                fix = revalued(value.span, value.text, meant, safe=False) if meant else None
                yield Fault(value.span, f'"{typed}" {_say(typed, meant)}', fix)


def _say(typed: str, meant: str) -> str:
    if in_curly_quotes(typed):
        return CURLY_QUOTES
    if len(typed) > LONGEST_NAME:
        return f"is too long for the name of a lesson. Find one of at most {LONGEST_NAME} characters."
    write = f"Write `{meant}`." if meant else "Choose another one."
    if _OTHER.sub("", typed) == typed:
        return f"cannot be the name of a lesson: computers or this site use it for something else. {write}"
    return f"is not the name of a lesson, which has small letters, digits and hyphens only. {write}"


def _as_name(typed: str) -> str:
    """Give what was typed as it would be as a name; nothing if that is none either."""
    plain = unicodedata.normalize("NFKD", typed).encode("ascii", "ignore").decode().casefold()
    name = _OTHER.sub("-", plain).strip("-")
    return name if Name.fits(name) else ""


UNFIT_LESSON_NAME = Check(
    code="CX110",
    name="unfit-lesson-name",
    severity=Severity.ERROR,
    summary="The name of a lesson that stories share has small letters, digits and hyphens only.",
    why="It is part of the address of the page on which those stories stand together.",
    good="lessons:\n  - lesson: trust-at-once\n    text: Let whoever answers the phone refund.\n",
    bad="lessons:\n  - lesson: Trust at once\n    text: Let whoever answers the phone refund.\n",
    mended=Mended.BY_GUESS,
    find=_find,
)
