"""What a value of each shape looks like in JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cx_stories.model.shape import (
    LONGEST_NAME,
    NAME,
    Day,
    Evidence,
    Field,
    Name,
    Nested,
    Record,
    Records,
    Reference,
    References,
    Sayings,
    Shape,
    Term,
    Terms,
    Text,
    Texts,
    Url,
    Wordings,
    fields_of,
)
from cx_stories.vocabulary.vocabulary import Term as Concept
from cx_stories.vocabulary.vocabulary import Vocabularies, Vocabulary, folded, said_in

Schema = dict[str, Any]
_TYPED = ("string", "number")
"""What words may be to an editor: it takes a year or the number of an issue for a number."""
_TYPES: Mapping[type, tuple[str, ...]] = {
    Text: _TYPED,
    Texts: ("array",),
    Name: ("string",),
    Day: ("string",),
    Url: ("string",),
    Term: ("string",),
    Terms: ("array",),
    Evidence: ("array", "object"),
    Wordings: ("object",),
    Reference: _TYPED,
    References: ("array",),
    Record: ("object",),
    Records: ("array",),
    Sayings: ("array",),
}
_WORDS: Schema = {"type": list(_TYPED), "minLength": 1}
_OBJECT: Schema = {"type": "object"}
_DAY = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
_URL = r"^\s*[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#@]+\.\S+\s*$"
_NEVER_EMPTY = ("status",)
"""The fields that say something when they are left out, and nothing when they are left empty."""


def names_of(vocabulary: Vocabulary, identity: str) -> list[str]:
    """Give everything a writer may type for a term, its id first."""
    term = vocabulary.by_id.get(identity)
    return [identity, *_other_names(term)] if term else []


def _other_names(term: Concept) -> list[str]:
    aliases = (alias for group in term.aliases.values() for alias in group)
    written = {name for name in (*term.labels.values(), *aliases) if name}
    return sorted((written | {folded(name) for name in written}) - {term.id})


@dataclass(frozen=True, slots=True)
class Forms:
    """Describes fields in one language.

    translate:    gives the words of the model in that language
    definitions:  the key under which the lists of terms stand
    """

    vocabularies: Vocabularies
    language: str
    translate: Callable[[str], str]
    definitions: str

    def of(self, field: Field) -> Schema:
        """Describe a field."""
        shape = field.shape
        types = [*_TYPES[type(shape)], *(() if field.name in _NEVER_EMPTY else ("null",))]
        described = {"title": self._title(field), "description": self.translate(field.description)}
        return {**described, "type": types, **self._particulars(shape, "null" in types)}

    def terms_of(self, fields: Mapping[str, Field]) -> Schema:
        """Describe the lists of terms that these fields choose from, by name."""
        return {name: self._terms(self.vocabularies[name]) for name in sorted(set(_chosen_from(fields)))}

    def _title(self, field: Field) -> str:
        """Name a field as its list of terms is named, unless other fields have the same list."""
        shape = field.shape
        if not isinstance(shape, Term | Terms | Wordings):
            return self.translate(field.name.capitalize())
        vocabulary = self.vocabularies[shape.vocabulary]
        words = vocabulary.label_one if isinstance(shape, Term) else vocabulary.labels
        return said_in(words, self.language)

    def _particulars(self, shape: Shape, or_nothing: bool) -> Schema:
        if isinstance(shape, Term):
            term = self._term(shape.vocabulary)
            return {"anyOf": [term, {"type": "null"}]} if or_nothing else {"allOf": [term]}
        if isinstance(shape, Terms):
            return {"items": self._term(shape.vocabulary)}
        if isinstance(shape, Evidence | Wordings):
            return self._sentences(shape)
        if isinstance(shape, Record):
            return self._record(shape)
        if isinstance(shape, Records | Sayings):
            plain = {**_WORDS, "type": [*_TYPED, "object"]} if isinstance(shape, Sayings) else _OBJECT
            return {"items": {**plain, **self._record(shape)}}
        return _simple(shape)

    def _term(self, vocabulary: str) -> Schema:
        return {"$ref": f"#/{self.definitions}/{vocabulary}"}

    def _sentences(self, shape: Evidence | Wordings) -> Schema:
        """Describe terms with a sentence each; for evidence also a bare list of terms."""
        term = self._term(shape.vocabulary)
        sentence: Schema = {"type": [*_TYPED, "null"]}
        offered = {
            one.id: {"title": one.label(self.language), "description": self._meaning(one), **sentence}
            for one in self.vocabularies[shape.vocabulary].offered
        }
        below = {"properties": offered, "propertyNames": term, "additionalProperties": sentence}
        return {"items": term, **below} if isinstance(shape, Evidence) else below

    def _record(self, shape: Nested) -> Schema:
        fields = fields_of(shape.model)
        return {
            "properties": {name: self.of(field) for name, field in fields.items()},
            "additionalProperties": False,
        }

    def _terms(self, vocabulary: Vocabulary) -> Schema:
        """Describe a list of terms: the ids to propose, then what is understood as well."""
        ids = [term.id for term in vocabulary.offered]
        others = {name for term in vocabulary.choices for name in names_of(vocabulary, term.id)} - set(ids)
        meanings = [self._meaning(term) for term in vocabulary.offered]
        labels = [f"**{term.label(self.language)}**. " for term in vocabulary.offered]
        proposed = {
            "enum": ids,
            "enumDescriptions": meanings,
            "markdownEnumDescriptions": [
                label + meaning for label, meaning in zip(labels, meanings, strict=True)
            ],
        }
        return {
            "title": said_in(vocabulary.labels, self.language),
            "description": said_in(vocabulary.definition, self.language),
            "anyOf": [proposed, {"enum": sorted(others)}] if others else [proposed],
        }

    def _meaning(self, term: Concept) -> str:
        return said_in(term.definition, self.language)


def _chosen_from(fields: Mapping[str, Field]) -> Iterator[str]:
    for field in fields.values():
        shape = field.shape
        if isinstance(shape, Term | Terms | Evidence | Wordings):
            yield shape.vocabulary
        elif isinstance(shape, Nested):
            yield from _chosen_from(fields_of(shape.model))


def _simple(shape: Shape) -> Schema:
    """Describe what has no terms and no fields of its own."""
    if isinstance(shape, Texts | References):
        return {"items": dict(_WORDS)}
    if isinstance(shape, Day):
        return {"format": "date", "pattern": _DAY}
    if isinstance(shape, Name):
        return {"pattern": f"^{NAME}$", "maxLength": LONGEST_NAME}
    return {"pattern": _URL} if isinstance(shape, Url) else {}
