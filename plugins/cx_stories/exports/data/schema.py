"""What stands in `stories.json` and in a line of `stories.jsonl`, as JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from cx_stories.exports.data.column import Form
from cx_stories.exports.data.columns import COLUMNS
from cx_stories.exports.data.dataset import Dataset
from cx_stories.exports.data.facts import KEPT
from cx_stories.exports.data.json_files import VERSION
from cx_stories.model.fields import STORY_FIELDS
from cx_stories.model.shape import Day, Field, Record, References, Term, Terms, Texts, fields_of
from cx_stories.model.story import Telling
from cx_stories.vocabulary.vocabulary import Vocabularies

Schema = dict[str, Any]
_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_NUMBER: Schema = {"type": "integer"}
_DAY: Schema = {"type": ["string", "null"], "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}
_WORDS: Schema = {"type": "object", "additionalProperties": _TEXT}
_BY_LANGUAGE: Schema = {"type": "object", "additionalProperties": _WORDS}
_FORMS = {
    Form.TEXT: _TEXT,
    Form.TERMS: _TEXTS,
    Form.SENTENCES: _TEXTS,
    Form.NUMBER: {"type": ["integer", "null"]},
    Form.DAY: _DAY,
}


def data_schema(data: Dataset) -> bytes:
    """Give the schema of `stories.json`; a line of `stories.jsonl` is `#/$defs/row` in it."""
    vocabularies = data.publication.library.vocabularies
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Stories of customer experiences",
        **_object(
            {
                "$schema": _TEXT,
                "version": {"const": VERSION},
                "generator": _TEXT,
                "site": _object({"name": _TEXT, "description": _TEXT, "url": _TEXT, "languages": _TEXTS}),
                "terms": {
                    "description": "What the terms are called, by list, id and language.",
                    "type": "object",
                    "additionalProperties": _BY_LANGUAGE,
                },
                "people": {**_BY_LANGUAGE, "description": "The names of tellers and authors."},
                "series": {**_BY_LANGUAGE, "description": "The titles of series."},
                "stories": {"type": "array", "items": {"$ref": "#/$defs/story"}},
            }
        ),
        "$defs": {"story": _story(vocabularies), "telling": _telling(), "row": _row()},
    }
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def _story(vocabularies: Vocabularies) -> Schema:
    elements = {"type": "array", "items": {"enum": _ids(vocabularies, "elements")}}
    kept = {name: _field(STORY_FIELDS[name], vocabularies) for name in KEPT}
    return _object(
        {
            "id": _TEXT,
            "language": {**_TEXT, "description": "The language it was first told in."},
            **kept,
            "score": {**_NUMBER, "description": "The number of elements that were there."},
            "band": {**_TEXT, "description": "The range that the score falls in."},
            "hits": {**elements, "description": "The elements that were there."},
            "missed": {**elements, "description": STORY_FIELDS["missed"].description},
            "pair": {**_TEXT, "description": STORY_FIELDS["pair"].description},
            "related": {**_TEXTS, "description": "The ids of the stories shown beside it, best first."},
            "image": {"anyOf": [_object({"address": _TEXT, "credit": _TEXT}), {"type": "null"}]},
            "tellings": {"type": "object", "additionalProperties": {"$ref": "#/$defs/telling"}},
        }
    )


def _telling() -> Schema:
    fields = fields_of(Telling)
    lesson = _object({"text": _TEXT, "lesson": _TEXT, "stance": {"enum": ["supports", "contradicts"]}})
    return _object(
        {
            "title": {**_TEXT, "description": fields["title"].description},
            "summary": {**_TEXT, "description": fields["summary"].description},
            "address": {**_TEXT, "description": "Where it is read."},
            "hit_evidence": {**_WORDS, "description": fields["elements"].description},
            "missed_evidence": {**_WORDS, "description": fields["missed"].description},
            "lessons": {"type": "array", "items": lesson, "description": fields["lessons"].description},
            "questions": {**_TEXTS, "description": fields["questions"].description},
            "theatre": {**_WORDS, "description": fields["theatre"].description},
            "image_alt": _TEXT,
            "words": {**_NUMBER, "description": "How many words the text has."},
            "text": {**_TEXT, "description": "The story itself, without markup."},
        }
    )


def _row() -> Schema:
    return _object({column.name: {**_FORMS[column.form], "description": column.says} for column in COLUMNS})


def _field(field: Field, vocabularies: Vocabularies) -> Schema:
    """Describe a field of the model as it is exported: empty where a story lacks it."""
    return {"description": field.description, **_form(field, vocabularies)}


def _form(field: Field, vocabularies: Vocabularies) -> Schema:
    shape = field.shape
    if isinstance(shape, Term):
        return {"enum": [*_ids(vocabularies, shape.vocabulary), ""]}
    if isinstance(shape, Terms):
        return {"type": "array", "items": {"enum": _ids(vocabularies, shape.vocabulary)}}
    if isinstance(shape, Texts | References):
        return _TEXTS
    if isinstance(shape, Record):
        inner = fields_of(shape.model).items()
        return {
            "anyOf": [_object({name: _field(one, vocabularies) for name, one in inner}), {"type": "null"}]
        }
    return _DAY if isinstance(shape, Day) else _TEXT


def _ids(vocabularies: Vocabularies, name: str) -> Iterable[str]:
    return [term.id for term in vocabularies[name].choices]


def _object(properties: Mapping[str, Any]) -> Schema:
    """Describe an object that has all of these; later versions may add to them."""
    return {"type": "object", "properties": dict(properties), "required": list(properties)}
