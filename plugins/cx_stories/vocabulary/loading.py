"""Vocabularies from YAML files: those of the package, extended or overridden by those of a site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from cx_stories.vocabulary.checking import checked, fault
from cx_stories.vocabulary.file import Place, VocabularyFile, parsed, read
from cx_stories.vocabulary.vocabulary import Vocabularies

_WORDS = frozenset({"labels", "label_one", "definition", "hit", "missed", "bands_source"})
"""The keys that hold the same words in several languages."""
_Values = Mapping[str, Any]


def load(overrides: Iterable[Path] = ()) -> Vocabularies:
    """Load the vocabularies of the package, then let each of a site's files extend or override one.

    Raises:  VocabularyError, with the file, the line and what to change.
    """
    values = dict(_of_package())
    laid: dict[str, list[VocabularyFile]] = {}
    for file in map(read, overrides):
        name = _named(file)
        values[name] = _merged(values[name], file)
        laid.setdefault(name, []).append(file)
    return {name: checked(values[name], laid.get(name, ())) for name in sorted(values)}


def own_terms(overrides: Iterable[Path]) -> Mapping[tuple[str, str], Place]:
    """Tell which terms a site has added, by vocabulary and id, and where each stands first. Sorted.

    Raises:  VocabularyError, as `load` does for a file that cannot be read.
    """
    own: dict[tuple[str, str], Place] = {}
    for file in map(read, overrides):
        name = _named(file)
        ours = {term["id"] for term in _of_package()[name]["terms"]}
        for term in _terms(file):
            if term["id"] not in ours:
                own.setdefault((name, term["id"]), file.reach(("terms", term["id"], "id"))[1])
    return dict(sorted(own.items()))


@cache
def _of_package() -> Mapping[str, _Values]:
    """Read the package's own files, by the id of their vocabulary; who changes one lays it over a copy."""
    folder = files("cx_stories.vocabulary") / "data"
    texts = ((Path(file.name), file.read_text(encoding="utf-8")) for file in folder.iterdir())
    read_files = (parsed(text, path) for path, text in texts)
    return {file.values["id"]: file.values for file in read_files}


def _named(file: VocabularyFile) -> str:
    """Give the vocabulary that a file is about."""
    name = file.values.get("id")
    if not name or not isinstance(name, str):
        raise fault("A vocabulary file starts with `id:` and `terms:`.", [file], ("id",))
    if name not in _of_package():
        known = ", ".join(sorted(_of_package()))
        raise fault(f'"{name}" is not one of the vocabularies: {known}.', [file], ("id",))
    return name


def _terms(file: VocabularyFile) -> Iterator[_Values]:
    """Give the terms of a file, each with an id that is text and stands once."""
    terms = file.values.get("terms") or ()
    seen: set[str] = set()
    if not isinstance(terms, list | tuple):
        raise fault("Below `terms:`, each term starts with a hyphen and its `id:`.", [file], ("terms",))
    for number, term in enumerate(terms):
        identity = term.get("id") if isinstance(term, dict) else None
        if not identity or not isinstance(identity, str):
            raise fault("Every term needs an `id:`.", [file], ("terms", number))
        if identity in seen:
            words = f'The term "{identity}" stands here for the second time. Make one of the two.'
            raise fault(words, [file], ("terms", number))
        seen.add(identity)
        yield term


def _merged(base: _Values, file: VocabularyFile) -> _Values:
    """Lay a site's file over a vocabulary: its keys win, term by term; new terms follow."""
    terms = {term["id"]: term for term in base["terms"]}
    for term in _terms(file):
        terms[term["id"]] = _laid_over(terms.get(term["id"], {}), term)
    return {**_laid_over(base, file.values), "terms": list(terms.values())}


def _laid_over(base: _Values, change: _Values) -> dict[str, Any]:
    """Lay keys over keys; words in a language leave those in other languages as they are."""
    merged = {**base, **change}
    for key in _WORDS & base.keys() & change.keys():
        if isinstance(base[key], Mapping) and isinstance(change[key], Mapping):
            merged[key] = {**base[key], **change[key]}
    return merged
