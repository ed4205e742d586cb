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
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise VocabularyError(f"{file.name}:{line}: this line cannot be read: {error.problem}.") from error
    if not isinstance(raw, dict):
        raise VocabularyError(f"{file.name}: a vocabulary file starts with `id:` and `terms:`.")
    return raw


def _merged(base: dict[str, Any], change: dict[str, Any], name: str) -> dict[str, Any]:
    """Lay a site's file over a vocabulary: its keys win, term by term; new terms follow."""
    terms = {term["id"]: dict(term) for term in base["terms"]}
    for term in change.get("terms") or ():
        if not isinstance(term, Mapping) or not term.get("id"):
            raise VocabularyError(f"{name}: every term needs an `id:`.")
        terms[term["id"]] = {**terms.get(term["id"], {}), **term}
    return {**base, **change, "terms": list(terms.values())}


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
