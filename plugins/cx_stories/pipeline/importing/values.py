"""What the words of a cell, or of a key of another system, name in our lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cx_stories.pipeline.importing.escaping import seen
from cx_stories.vocabulary.vocabulary import Vocabularies, Vocabulary

YES = frozenset(["x", "yes", "y", "ja", "j", "true", "waar", "1", "✓", "✔", "v"])
NO = frozenset(["no", "n", "nee", "false", "onwaar", "0", "-", "–", "—"])
_PARTS = re.compile(r"[\n;|]+")
_SMALL_PARTS = re.compile(r"[\n;|,/]+|\s(?:en|and)\s")
_TAGGED = ("elements", "stages", "channels", "touchpoints", "senses", "emotions", "outcomes", "sectors")
"""The lists that a tag may be a word of."""
_FIELDS = {"sectors": "sector"}
"""Where a field is not called like its list."""


def sentences_in(value: str) -> list[str]:
    """Give the sentences of a list, each on a line or behind a semicolon."""
    return [part for one in _PARTS.split(value) if (part := seen(one).strip())]


def terms_in(value: str, terms: Vocabulary) -> tuple[Sequence[str], Sequence[str]]:
    """Give the ids of the terms that are named, and the words that name none."""
    if whole := terms.resolve(value):
        return [whole.id], []
    found: dict[str, None] = {}
    unknown = []
    for part in _words(value):
        if term := terms.resolve(part):
            found[term.id] = None
        else:
            unknown.append(part)
    return list(found), unknown


def tags_in(value: str, vocabularies: Vocabularies) -> tuple[Sequence[tuple[str, str]], Sequence[str]]:
    """Give each tag that a single list has, as its field and the id of the term, and those that none has."""
    placed, unknown = [], []
    for part in _words(value):
        found = [(name, term.id) for name in _TAGGED if (term := vocabularies[name].resolve(part))]
        if len(found) == 1:
            placed.append((_FIELDS.get(found[0][0], found[0][0]), found[0][1]))
        else:
            unknown.append(part)
    return placed, unknown


def _words(value: str) -> Iterator[str]:
    return filter(None, (one.strip(" .#") for one in _SMALL_PARTS.split(value)))
