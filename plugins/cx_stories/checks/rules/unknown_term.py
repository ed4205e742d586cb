"""CX201: a value that is not in the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.checks.typed import ambiguous, suggestion
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document
from cx_stories.vocabulary.vocabulary import Vocabulary, folded, said_in


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot, vocabulary in context.chosen_from(document):
        for value in slot.values:
            if not ambiguous(value) and vocabulary.resolve(value.text) is None:
                name = said_in(vocabulary.labels, "en").lower()
                yield Fault(
                    value.span, f'"{value.text}" is not one of the {name}. {_cure(value.text, vocabulary)}'
                )


def _cure(typed: str, vocabulary: Vocabulary) -> str:
    for group in vocabulary.terms:
        if group.group and folded(typed) in group.names:
            narrower = [term.id for term in vocabulary.choices if term.broader == group.id]
            return f"It gathers others; choose from: {', '.join(narrower)}."
    return suggestion(typed, [term.id for term in vocabulary.choices])


UNKNOWN_TERM = Check(
    code="CX201",
    name="unknown-term",
    severity=Severity.ERROR,
    summary="Elements, stages, channels and the like come from the vocabularies.",
    why="A story under a misspelt term is found by nobody.",
    good="elements: [surprising]\n",
    bad="elements: [surprizing]\n",
    find=_find,
)
