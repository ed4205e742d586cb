"""CX202: a term written as its label."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.checks.typed import ambiguous
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot, vocabulary in context.chosen_from(document):
        for value in slot.values:
            term = vocabulary.resolve(value.text)
            if term and term.id != value.text.strip() and not ambiguous(value):
                yield Fault(value.span, f'"{value.text}" is understood; its id is "{term.id}".')


LABEL_INSTEAD_OF_ID = Check(
    code="CX202",
    name="label-instead-of-id",
    severity=Severity.INFO,
    summary="Terms are written as their ids.",
    why="Labels and aliases work in every language, but ids stay the same when a label changes.",
    good="elements: [surprising]\n",
    bad="elements: [Verrassend]\n",
    find=_find,
)
