"""Vocabularies from YAML files: those of the package, extended or overridden by those of a site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml
from pydantic import ValidationError

from cx_stories.errors import VocabularyError
from cx_stories.vocabulary.vocabulary import Vocabularies, Vocabulary, folded

_WORDS = frozenset({"labels", "label_one", "definition", "hit", "missed", "bands_source"})
"""The keys that hold the same words in several languages."""
_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads every value as text, so that a term called `no` stays a term called "no"."""


def load(overrides: Iterable[Traversable] = ()) -> Vocabularies:
    """Load the vocabularies of the package, then let each of a site's files extend or override one.

    Raises:  VocabularyError, with the file and what to change.
    """
    data: dict[str, dict[str, Any]] = {}
    origin: dict[str, str] = {}
    folder = files("cx_stories.vocabulary") / "data"
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        raw = _read(file)
        data[raw["id"]], origin[raw["id"]] = raw, file.name
    for file in overrides:
        raw = _read(file)
        name = str(raw.get("id", ""))
        if name not in data:
            known = ", ".join(sorted(data))
            raise VocabularyError(f'{file.name}: "{name}" is not one of the vocabularies: {known}.')
        data[name], origin[name] = _merged(data[name], raw, file.name), file.name
    return {name: _checked(data[name], origin[name]) for name in sorted(data)}


def _read(file: Traversable) -> dict[str, Any]:
    try:
        raw = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 (text only)
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{file.name}: this file cannot be read as UTF-8 text.") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        if mark is None:
            raise VocabularyError(f"{file.name}: there is an invisible character in this file.") from error
        raise VocabularyError(
            f"{file.name}:{mark.line + 1}: this line cannot be read. Look for a missing colon, quote or "
            "bracket, or uneven spaces, here and in the line above."
        ) from error
    if not isinstance(raw, dict):
        raise VocabularyError(f"{file.name}: a vocabulary file starts with `id:` and `terms:`.")
    return raw


def _merged(base: dict[str, Any], change: dict[str, Any], name: str) -> dict[str, Any]:
    """Lay a site's file over a vocabulary: its keys win, term by term; new terms follow."""
    terms = {term["id"]: dict(term) for term in base["terms"]}
    for term in change.get("terms") or ():
        if not isinstance(term, Mapping) or not term.get("id") or not isinstance(term["id"], str):
            raise VocabularyError(f"{name}: every term needs an `id:`.")
        terms[term["id"]] = _laid_over(terms.get(term["id"], {}), term)
    return {**_laid_over(base, change), "terms": list(terms.values())}


def _laid_over(base: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """Lay keys over keys; words in a language leave those in other languages as they are."""
    merged = {**base, **change}
    for key in _WORDS & base.keys() & change.keys():
        if isinstance(base[key], Mapping) and isinstance(change[key], Mapping):
            merged[key] = {**base[key], **change[key]}
    return merged


def _checked(raw: dict[str, Any], name: str) -> Vocabulary:
    try:
        vocabulary = Vocabulary.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(_place(raw, first["loc"]))
        cure = "is missing" if first["type"] == "missing" else "is not right"
        if first["type"] == "extra_forbidden":
            cure = "is not a key of a vocabulary file"
        raise VocabularyError(f"{name}: `{place}` {cure}.") from error
    _check_names(vocabulary, name)
    return vocabulary


def _place(raw: Mapping[str, Any], location: tuple[int | str, ...]) -> Iterable[str]:
    """Name a place by the ids of terms rather than by their numbers."""
    for index, part in enumerate(location):
        if isinstance(part, int) and index and location[index - 1] == "terms":
            term = raw["terms"][part]
            yield str(term.get("id", part + 1)) if isinstance(term, Mapping) else str(part + 1)
        else:
            yield str(part)


def _check_names(vocabulary: Vocabulary, name: str) -> None:
    seen: dict[str, str] = {}
    for term in vocabulary.terms:
        if not any(term.labels.values()):
            raise VocabularyError(
                f'{name}: the term "{term.id}" needs a label, such as `labels: {{en: ...}}`.'
            )
        if not _ID.fullmatch(term.id):
            raise VocabularyError(
                f'{name}: the id "{term.id}" is part of an address. '
                "Write it in small letters, digits and hyphens."
            )
        if term.broader and not getattr(vocabulary.by_id.get(term.broader), "group", False):
            raise VocabularyError(f'{name}: the broader term "{term.broader}" of "{term.id}" is not a group.')
        for typed in () if term.group else sorted(term.names):
            if seen.setdefault(folded(typed), term.id) != term.id:
                raise VocabularyError(f'{name}: "{typed}" names both "{seen[typed]}" and "{term.id}".')
