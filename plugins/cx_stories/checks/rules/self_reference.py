"""CX209: a story that points at itself."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Kind
from cx_stories.model.shape import Reference, References


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot in context.slots(document):
        shape = slot.field.shape
        if isinstance(shape, Reference | References) and shape.kind is document.kind is Kind.STORY:
            for value in slot.values:
                if value.text.strip() == document.id:
                    yield Fault(
                        value.span,
                        f"This is the story itself. Name another one, or remove it from `{slot.name}:`.",
                    )


SELF_REFERENCE = Check(
    code="CX209",
    name="self-reference",
    severity=Severity.ERROR,
    summary="A story does not name itself as its pair or as related.",
    why="A reader would be sent in a circle.",
    good={"stories/a-day.md": "related: [b-day]\n", "stories/b-day.md": "related: [a-day]\n"},
    bad={"stories/a-day.md": "related: [a-day]\n"},
    find=_find,
)
