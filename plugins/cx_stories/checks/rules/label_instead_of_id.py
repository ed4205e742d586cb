"""CX202: a term written as its label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault, Mended
from cx_stories.checks.context import CheckContext
from cx_stories.checks.elements import SIDES, disputed
from cx_stories.checks.fixes import VERDICT, revalued
from cx_stories.checks.slots import Slot
from cx_stories.checks.typed import ambiguous
from cx_stories.model.diagnostic import Fix, Severity
from cx_stories.model.document import Document, MapNode, ScalarNode
from cx_stories.vocabulary.vocabulary import Term


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot, _, terms in context.chosen_from(document):
        if all(term and term.id == value.text for value, term in zip(slot.values, terms, strict=True)):
            continue
        times = Counter(term.id for term in terms if term)
        for value, term in zip(slot.values, terms, strict=True):
            if term is None or term.id == value.text.strip() or ambiguous(value):
                continue
            if not (slot.name in SIDES and disputed(term.id, document, context, slot.name)):
                yield Fault(
                    value.span,
                    f'"{value.text}" is understood. Better write "{term.id}", which is its lasting name.',
                    _fix(slot, value, term, twice=times[term.id] > 1),
                )


def _fix(slot: Slot, value: ScalarNode, term: Term, *, twice: bool) -> Fix | None:
    """Two keys that mean the same stay apart: under one name, a sentence of the two would be lost."""
    if slot.name == VERDICT or (isinstance(slot.node, MapNode) and twice):
        return None
    return revalued(value.span, value.text, term.id)


LABEL_INSTEAD_OF_ID = Check(
    code="CX202",
    name="label-instead-of-id",
    severity=Severity.INFO,
    summary="Terms are written as their ids.",
    why="Labels and aliases work in every language, but ids stay the same when a label changes.",
    good="senses: [sight]\n",
    bad="senses: [Zicht]\n",
    mended=Mended.SAFELY,
    find=_find,
)
