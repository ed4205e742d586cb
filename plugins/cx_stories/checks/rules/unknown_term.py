"""CX201: a value that is not in the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault, Mended
from cx_stories.checks.context import CheckContext
from cx_stories.checks.fixes import NEVER, revalued
from cx_stories.checks.typed import ambiguous, closest, suggestion
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document
from cx_stories.vocabulary.vocabulary import Vocabulary, folded, said_in


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot, vocabulary in context.chosen_from(document):
        for value in slot.values:
            if not ambiguous(value) and vocabulary.resolve(value.text) is None:
                name = said_in(vocabulary.labels, "en").lower()
                meant = _meant(value.text, vocabulary)
                fix = revalued(value.span, value.text, meant, safe=False) if meant else None
                yield Fault(
                    value.span,
                    f'"{value.text}" is not one of the {name}. {_cure(value.text, meant, vocabulary)}',
                    None if slot.name == NEVER else fix,
                )


def _cure(typed: str, meant: str, vocabulary: Vocabulary) -> str:
    if meant:
        return f'Did you mean "{meant}"?'
    if narrower := _gathered(typed, vocabulary):
        return f"It gathers others; choose from: {', '.join(narrower)}."
    return suggestion(typed, [term.id for term in vocabulary.offered])


def _gathered(typed: str, vocabulary: Vocabulary) -> list[str]:
    """Give the terms to choose from, if what was typed only gathers others."""
    for group in vocabulary.terms:
        if group.group and folded(typed) in group.names:
            return [term.id for term in vocabulary.offered if term.broader == group.id]
    return []


def _meant(typed: str, vocabulary: Vocabulary) -> str:
    """Give the id that was probably meant, or that of a term with a name that is very much like it."""
    if _gathered(typed, vocabulary):
        return ""
    if meant := closest(typed, [term.id for term in vocabulary.offered]):
        return meant
    names = {name: term.id for term in vocabulary.offered for name in sorted(term.names)}
    return names.get(closest(typed, tuple(names), LIKE), "")


LIKE = 0.8
"""How much a word must look like a label; there are many of them, in all languages."""


UNKNOWN_TERM = Check(
    code="CX201",
    name="unknown-term",
    severity=Severity.ERROR,
    summary="Elements, stages, channels and the like come from the vocabularies.",
    why="A story under a misspelt term is found by nobody.",
    good="stages: [purchase]\n",
    bad="stages: [purchese]\n",
    mended=Mended.BY_GUESS,
    find=_find,
)
