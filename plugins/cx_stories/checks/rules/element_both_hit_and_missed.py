"""CX208: an element that was there and was missed."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.checks.elements import named
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    hits = named(document, context, "elements")
    missed = [value for slot in context.slots(document) if slot.name == "missed" for value in slot.values]
    for value in missed:
        term = context.vocabularies["elements"].resolve(value.text)
        if term and term.id in hits:
            yield Fault(
                value.span,
                f'"{value.text}" stands under `elements:` and under `missed:`. '
                "Keep the one that the story shows.",
            )


ELEMENT_BOTH_HIT_AND_MISSED = Check(
    code="CX208",
    name="element-both-hit-and-missed",
    severity=Severity.ERROR,
    summary="An element was there, or was missed, or neither; never both.",
    why="Its light is on or out.",
    good="missed: [repeatable]\n",
    bad="missed: [surprising]\n",
    find=_find,
)
