"""What may stand before the colon in `[[element:surprising]]`, and what behind it."""

from __future__ import annotations

from collections.abc import Mapping

from cx_stories.vocabulary.vocabulary import Term, Vocabularies, Vocabulary, folded

Prefixes = Mapping[str, Vocabulary]
_NO_PLURALS = frozenset({"status"})
_ALSO = {
    "fase": "stages",
    "fasen": "stages",
    "fases": "stages",
    "phase": "stages",
    "klantreis": "stages",
    "branche": "sectors",
    "aanleiding": "incident",
    "voorval": "incident",
}
"""What else writers call one of the terms of a vocabulary; a name that a site has given counts more."""


def prefixes_of(vocabularies: Vocabularies) -> Prefixes:
    """Map everything that may stand for a vocabulary to it: its id, one of its terms, its names, folded.

    What stands for two counts for the one whose id comes first.
    """
    found: dict[str, Vocabulary] = {}
    for _, vocabulary in sorted(vocabularies.items()):
        names = (*vocabulary.label_one.values(), *vocabulary.labels.values())
        for name in (prefix_of(vocabulary), vocabulary.id, *names):
            found.setdefault(_spaced(name), vocabulary)
    for name, identity in _ALSO.items():
        if identity in vocabularies:
            found.setdefault(name, vocabularies[identity])
    return found


def vocabulary_meant(typed: str, prefixes: Prefixes) -> Vocabulary | None:
    """Give the vocabulary that was meant; None if there is none of that name."""
    return prefixes.get(_spaced(typed))


def prefix_of(vocabulary: Vocabulary) -> str:
    """Give what a writer types for one term of a vocabulary: its id, in the singular."""
    return vocabulary.id if vocabulary.id in _NO_PLURALS else vocabulary.id.removesuffix("s")


def term_meant(typed: str, vocabulary: Vocabulary) -> Term | None:
    """Give the term that was meant, one that gathers others included; None if there is none of that name."""
    term = vocabulary.resolve(typed)
    if term is None:
        name = folded(typed)
        return next((one for one in vocabulary.terms if one.group and name in one.names), None)
    return term


def _spaced(name: str) -> str:
    return folded(name.replace("_", " ").replace("-", " "))
