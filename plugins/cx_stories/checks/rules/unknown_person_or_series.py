"""CX205: a person or series that has no page."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.checks.typed import suggestion
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import SHELVES, Document, Kind
from cx_stories.model.shape import Reference


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot in context.slots(document):
        shape = slot.field.shape
        if not isinstance(shape, Reference) or shape.kind is Kind.STORY:
            continue
        for value in slot.values:
            if context.base(shape.kind, value.text.strip()) is None:
                yield Fault(value.span, _say(value.text, shape.kind, context))


def _say(typed: str, kind: Kind, context: CheckContext) -> str:
    known = context.ids(kind)
    shelf = SHELVES[kind]
    cure = f"{suggestion(typed, known)} Or add" if known else "Add"
    return f'"{typed}" has no file in {shelf}/. {cure} {shelf}/{typed}.md with a title.'


UNKNOWN_PERSON_OR_SERIES = Check(
    code="CX205",
    name="unknown-person-or-series",
    severity=Severity.ERROR,
    summary="A teller, an author and a series have a page.",
    why="Readers want to know who is speaking, and what else they told.",
    good={"people/mina.md": "---\ntitle: Mina\n---\n", "stories/refund.md": "teller: mina\n"},
    bad={"people/mina.md": "---\ntitle: Mina\n---\n", "stories/refund.md": "teller: nina\n"},
    find=_find,
)
