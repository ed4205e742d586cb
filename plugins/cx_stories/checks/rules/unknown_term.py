"""CX201: a value that is not in the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault, Mended
from cx_stories.checks.context import CheckContext
from cx_stories.checks.fixes import NEVER_GUESSED, revalued
from cx_stories.checks.typed import CURLY_QUOTES, ambiguous, choice, closest, in_curly_quotes
from cx_stories.model.diagnostic import Fix, Severity
from cx_stories.model.document import Document, ScalarNode
from cx_stories.vocabulary.vocabulary import Vocabulary, folded, said_in


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot, vocabulary, terms in context.chosen_from(document):
        for value, term in zip(slot.values, terms, strict=True):
            if term is None and not ambiguous(value):
                fix = None if slot.name in NEVER_GUESSED else _fix(value, vocabulary)
                yield Fault(value.span, f'"{value.text}" {_say(value, slot.name, vocabulary)}', fix)


def _say(value: ScalarNode, field: str, vocabulary: Vocabulary) -> str:
    if in_curly_quotes(value.text):
        return CURLY_QUOTES
    return f"is not one of the {said_in(vocabulary.labels, 'en').lower()}. {_cure(value, field, vocabulary)}"


def _cure(value: ScalarNode, field: str, vocabulary: Vocabulary) -> str:
    if meant := _meant(value, vocabulary, surely=field in NEVER_GUESSED):
        return f'Did you mean "{meant}"?'
    if narrower := _gathered(value.text, vocabulary):
        return f"It gathers others; choose from: {', '.join(narrower)}."
    return choice([term.id for term in vocabulary.offered])


def _fix(value: ScalarNode, vocabulary: Vocabulary) -> Fix | None:
    inner = in_curly_quotes(value.text)
    if vocabulary.resolve(inner):
        return revalued(value.span, value.text, inner)
    meant = _meant(value, vocabulary)
    return revalued(value.span, value.text, meant, safe=False) if meant else None


def _gathered(typed: str, vocabulary: Vocabulary) -> list[str]:
    """Give the terms to choose from, if what was typed only gathers others."""
    for group in vocabulary.terms:
        if group.group and folded(typed) in group.names:
            return [term.id for term in vocabulary.offered if term.broader == group.id]
    return []


def _meant(value: ScalarNode, vocabulary: Vocabulary, *, surely: bool = False) -> str:
    """Give the id that was probably meant, or that of a term with a name that is very much like it.

    surely:  whether an id, too, must be very much like it
    """
    typed = in_curly_quotes(value.text) or value.text
    if _gathered(typed, vocabulary):
        return ""
    like, like_label = LIKE_SHORT if len(typed) <= SHORT else LIKE
    if meant := closest(typed, [term.id for term in vocabulary.offered], like_label if surely else like):
        return meant
    names = {name: term.id for term in vocabulary.offered for name in sorted(term.names)}
    return names.get(closest(typed, tuple(names), like_label), "")


LIKE = 0.6, 0.85
"""How much a word must look like an id, and like a label: there are many of those, in all languages."""
SHORT, LIKE_SHORT = 5, (0.7, 0.9)
"""How many letters a short word has at most, and how much it must look like them: it is alike by chance."""


UNKNOWN_TERM = Check(
    code="CX201",
    name="unknown-term",
    severity=Severity.ERROR,
    summary="Elements, stages, channels and the like come from the vocabularies.",
    why="A story under a misspelt term is found by nobody.",
    good="stages: [purchase]\n",
    bad="stages: [purchese]\n",
    mended=Mended.EITHER,
    find=_find,
)
