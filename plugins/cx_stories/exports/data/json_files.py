"""The stories as JSON: one document with everything, and one line for each story and language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from cx_stories.exports.data.columns import row_id
from cx_stories.exports.data.dataset import Dataset
from cx_stories.exports.data.exported import Exported
from cx_stories.exports.data.facts import facts_of
from cx_stories.exports.data.joined import Joined
from cx_stories.exports.data.told import Told
from cx_stories.model.document import Kind
from cx_stories.model.parts import SUPPORTS
from cx_stories.vocabulary.vocabulary import Term

VERSION = 1
"""Of `stories.json`: goes up when a key is renamed or dropped; one that is new changes nothing."""
SCHEMA = "stories.schema.json"
_encode = msgspec.json.Encoder().encode


def stories_json() -> Joined:
    """Have one document: the site, what its ids stand for, and a line for each story."""
    return Joined(_record, _begins_record, _begins_document, between=b",\n", foot=b"\n]}\n")


def stories_jsonl() -> Joined:
    """Have a document on each line, with nothing nested in it, for programs that search and databases."""
    return Joined(_lines, _begins_line)


def _begins_document(data: Dataset) -> bytes:
    return _encode(_head(data))[:-1] + b',"stories":[\n'


def _begins_record(story: str, _: str) -> bytes:
    return b'{"id":%b,' % _encode(story)


def _record(story: Exported) -> bytes:
    told = {one.telling.language: _telling(one) for one in story.tellings}
    return _encode({**facts_of(story.tellings[0]), "tellings": told})


def _begins_line(story: str, language: str) -> bytes:
    return b'{"id":%b,' % _encode(row_id(story, language))


def _lines(story: Exported) -> bytes:
    return b"".join([_encode(row) + b"\n" for row in story.rows])


def _head(data: Dataset) -> Mapping[str, Any]:
    publication = data.publication
    return {
        "$schema": SCHEMA,
        "version": VERSION,
        "generator": "cx-stories",
        "site": {
            "name": publication.name,
            "description": publication.description,
            "url": publication.url,
            "languages": list(data.languages),
        },
        "terms": {one.id: dict(_labels(one.terms, data)) for one in data.vocabularies},
        "people": data.titles(Kind.PERSON),
        "series": data.titles(Kind.SERIES),
    }


def _labels(terms: Iterable[Term], data: Dataset) -> Iterator[tuple[str, Mapping[str, str]]]:
    for term in terms:
        yield term.id, {language: term.label(language) for language in data.languages}


def _telling(told: Told) -> Mapping[str, Any]:
    """Give what is said in one language."""
    telling = told.telling
    shared = {one.number: one for one in told.story.shared}
    lessons = []
    for number, text in enumerate(telling.lessons, 1):
        named = shared.get(number)
        lessons.append(
            {
                "text": text,
                "lesson": named.lesson if named else "",
                "stance": named.stance if named else SUPPORTS,
            }
        )
    return {
        "title": telling.title,
        "summary": telling.summary,
        "address": told.address,
        "hit_evidence": dict(telling.elements),
        "missed_evidence": dict(telling.missed),
        "lessons": lessons,
        "questions": list(telling.questions),
        "theatre": dict(telling.theatre),
        "image_alt": told.picture_alt,
        "words": told.words,
        "text": told.text,
    }
