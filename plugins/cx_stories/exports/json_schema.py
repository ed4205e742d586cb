"""The front matter of a story as JSON Schema, for editors and other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from cx_stories.exports.json_forms import Forms, Schema, names_of
from cx_stories.model.fields import ASKED_FOR, STORY_FIELDS
from cx_stories.model.shape import Evidence, Field, Record, Records, Sayings, Texts, fields_of
from cx_stories.vocabulary.vocabulary import Vocabularies

DRAFTS: Mapping[str, tuple[str, str]] = {
    "2020-12": ("https://json-schema.org/draft/2020-12/schema", "$defs"),
    "7": ("http://json-schema.org/draft-07/schema#", "definitions"),
}
"""The drafts of JSON Schema that we write: the address of the draft, and its key for what is used often."""
_FILLED_IN: Schema = {"type": ["string", "number"], "pattern": r"\S"}


def story_schema(
    vocabularies: Vocabularies,
    language: str = "en",
    draft: str = "2020-12",
    translate: Callable[[str], str] = str,
    *,
    translation: bool = False,
) -> Schema:
    """Describe what may stand in the front matter of a story, as a schema in a fixed order of keys.

    It accepts what the reader accepts, the way an editor reads it: `issue: 12` as a number, `sector:` without
    a value as null. A name of a term may be typed as it is written or in small letters; other capitals and
    what concerns several files are left to the checks.

    language:     that of titles, descriptions and terms
    draft:        a key of `DRAFTS`
    translate:    gives the words of the model in that language
    translation:  the file tells a story again in another language; it may repeat any field and needs none
    Source:       https://json-schema.org/draft/2020-12, https://json-schema.org/draft-07
    """
    address, definitions = DRAFTS[draft]
    forms = Forms(vocabularies, language, translate, definitions)
    title = "A story told in another language" if translation else "A story"
    schema: Schema = {
        "$schema": address,
        "title": translate(title),
        "type": "object",
        "properties": {name: forms.of(field) for name, field in STORY_FIELDS.items()},
        "additionalProperties": False,
    }
    if not translation:
        schema["allOf"] = [_once_published(vocabularies)]
    return {**schema, definitions: forms.terms_of(STORY_FIELDS)}


def _once_published(vocabularies: Vocabularies) -> Schema:
    """Say what a story needs that readers will see; a story without a status is one."""
    published = names_of(vocabularies["status"], "published")
    return {
        "if": {"properties": {"status": {"enum": published}}},
        "then": {**_complete(STORY_FIELDS), "allOf": list(_for_provenances(vocabularies))},
    }


def _complete(fields: Mapping[str, Field]) -> Schema:
    required = [name for name, field in fields.items() if field.required]
    needs = {name: need for name, field in fields.items() if (need := _need(field))}
    return {"required": required, "properties": needs}


def _need(field: Field) -> Schema:
    """Say what a field must have that is not left out."""
    shape = field.shape
    if isinstance(shape, Record):
        return _complete(fields_of(shape.model))
    if isinstance(shape, Records):
        return {"items": _complete(fields_of(shape.model))}
    if isinstance(shape, Sayings):
        return {"type": "array", "minItems": 1, "items": _complete(fields_of(shape.model))}
    if not field.required:
        return {}
    if isinstance(shape, Evidence):
        return {"type": ["array", "object"]}
    return {"type": "array", "minItems": 1} if isinstance(shape, Texts) else dict(_FILLED_IN)


def _for_provenances(vocabularies: Vocabularies) -> Iterator[Schema]:
    for name, provenances in ASKED_FOR.items():
        typed: list[str] = []
        for provenance in provenances:
            typed += names_of(vocabularies["provenance"], provenance)
        yield {
            "if": {"required": ["provenance"], "properties": {"provenance": {"enum": typed}}},
            "then": {"required": [name], "properties": {name: {"type": "object"}}},
        }
