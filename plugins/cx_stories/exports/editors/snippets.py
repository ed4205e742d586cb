"""Snippets for Visual Studio Code: the pieces of a story, with the terms of the site to choose from.

Source:  https://code.visualstudio.com/docs/editing/userdefinedsnippets
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cx_stories.model.fields import STORY_FIELDS, WORDED
from cx_stories.model.shape import Day, Evidence, Field, Sayings, Term, Terms, Text
from cx_stories.vocabulary.vocabulary import Vocabularies

Words = Mapping[str, Any]
"""What a snippet says in one language, and what it is called there."""
TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
SCOPE = "markdown,yaml"
"""Between the fences of a text the editor takes itself to be in YAML."""
_FENCE = "---"
_ONE_LINE = (Text, Day, Term)
_SPECIAL = re.compile(r"[\\$}]")
_SPECIAL_IN_CHOICE = re.compile(r"[\\$},|]")


@dataclass(slots=True)
class _Stops:
    """The places a writer goes to one after another, with the key Tab."""

    vocabularies: Vocabularies
    words: Words
    number: int = 0

    def words_of(self, name: str) -> str:
        """Give a place with words that are to be typed over."""
        return f"${{{self._next()}:{_SPECIAL.sub(_escaped, str(self.words[name]))}}}"

    def choice(self, ids: Sequence[str]) -> str:
        """Give a place at which one of several is chosen."""
        return f"${{{self._next()}|{','.join(_SPECIAL_IN_CHOICE.sub(_escaped, one) for one in ids)}|}}"

    def term(self, vocabulary: str, first: str = "") -> str:
        """Give a place for a term of a vocabulary, the one that is likely first."""
        ids = [term.id for term in self.vocabularies[vocabulary].offered]
        return self.choice(sorted(ids, key=lambda one: one != first))

    def _next(self) -> int:
        self.number += 1
        return self.number


def _escaped(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"


def snippets(vocabularies: Vocabularies, by_language: Mapping[str, Words]) -> dict[str, Any]:
    """Give the snippets of a site, by what the editor shows them under.

    by_language:  their words, the language of the site's own files first; each makes its own
    """
    first = next(iter(by_language))
    made: dict[str, Any] = {}
    for language, words in by_language.items():
        for name, lines in _bodies(vocabularies, words, translated=language != first):
            title, prefix = words[name]
            made[title] = {"prefix": prefix, "scope": SCOPE, "description": title, "body": list(lines)}
    return made


def _bodies(
    vocabularies: Vocabularies, words: Words, *, translated: bool
) -> Iterator[tuple[str, Iterator[str]]]:
    """Give the lines of each snippet. Facts are written once, in the first language."""

    def stops() -> _Stops:
        return _Stops(vocabularies, words)

    if translated:
        yield "translation", _story(stops(), [field for field in _needed() if field.name in WORDED])
    else:
        yield "story", _story(stops(), _needed())
        yield "pair", _story(stops(), [*_needed(), STORY_FIELDS["pair"]], words["told_back"])
        yield "facts", _facts(stops())
    yield "element", _evidence(stops(), "evidence")
    yield "missed", _evidence(stops(), "wanting")
    yield "lesson", iter([f"- {stops().words_of('lessons')}"])
    yield "shared", _shared(stops())
    yield "link", iter([f"[[{stops().words_of('other')}]]"])
    yield "pause", iter(["", "[[pause]]", "", "$0"])


def _needed() -> list[Field]:
    """Give the fields without which nothing is published, and how far it is; those of one line come first."""
    needed = [field for field in STORY_FIELDS.values() if field.required or field.name == "status"]
    return sorted(needed, key=lambda field: not isinstance(field.shape, _ONE_LINE))


def _story(stops: _Stops, fields: Sequence[Field], remark: str = "") -> Iterator[str]:
    yield _FENCE
    for field in fields:
        if field.name == "pair":
            yield f"# {remark}"
        yield from _lines(field, stops)
    yield from (_FENCE, "", f"${{0:{stops.words['body']}}}")


def _lines(field: Field, stops: _Stops) -> Iterator[str]:
    """Give the lines of a field, to be filled in."""
    shape = field.shape
    if isinstance(shape, Evidence):
        yield f"{field.name}:"
        yield from (f"  {line}" for line in _evidence(stops, "evidence"))
    elif isinstance(shape, Sayings):
        yield from (f"{field.name}:", f"  - {stops.words_of(field.name)}")
    elif isinstance(shape, Day):
        yield f"{field.name}: {TODAY}"
    elif isinstance(shape, Term):
        yield f"{field.name}: {stops.term(shape.vocabulary, 'draft' if field.name == 'status' else '')}"
    else:
        yield f"{field.name}: {stops.words_of('other' if field.name == 'pair' else field.name)}"


def _evidence(stops: _Stops, said: str) -> Iterator[str]:
    yield f"{stops.term('elements')}: {stops.words_of(said)}"


def _shared(stops: _Stops) -> Iterator[str]:
    yield from (f"- lesson: {stops.words_of('lesson_name')}", f"  text: {stops.words_of('lessons')}")


def _facts(stops: _Stops) -> Iterator[str]:
    """Give a line for every list of terms that a story may have, and for its other terms."""
    for field in STORY_FIELDS.values():
        if isinstance(field.shape, Terms):
            yield f"{field.name}: [{stops.term(field.shape.vocabulary)}]"
        elif isinstance(field.shape, Term) and not field.required and field.name != "status":
            yield f"{field.name}: {stops.term(field.shape.vocabulary)}"
