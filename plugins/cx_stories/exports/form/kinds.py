"""Which ways of typing a field has, told to the script that reads and writes the files of the form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cx_stories.exports.form.order import in_order
from cx_stories.exports.json_forms import names_of
from cx_stories.model.shape import (
    Evidence,
    Field,
    Record,
    Records,
    References,
    Sayings,
    Term,
    Terms,
    Text,
    Texts,
    Wordings,
    fields_of,
)
from cx_stories.vocabulary.vocabulary import Vocabularies, folded

_KINDS: Mapping[type, str] = {
    Term: "term",
    Terms: "terms",
    Evidence: "evidence",
    Wordings: "wordings",
    Texts: "list",
    References: "list",
    Record: "record",
    Records: "records",
    Sayings: "sayings",
    Text: "line",
}
"""What values.js calls the shapes. Every other shape is words as they are."""
_BY_NAME = {"file": "picture"}
_LEFT_OUT = {"status": "published"}
"""What a field says that is left out. The form would take it for one that is still to be chosen."""


def kinds_of(fields: Mapping[str, Field], vocabularies: Vocabularies) -> Mapping[str, Any]:
    """Describe the fields of a kind of file in the order in which a new one has them.

    names:  what a writer may type for a term, by vocabulary, with the id that it means
    """
    return {
        "fields": {field.name: _kind(field) for field in in_order(fields)},
        "names": {
            name: {
                folded(typed): term.id
                for term in reversed(vocabulary.choices)
                for typed in reversed(names_of(vocabulary, term.id))
            }
            for name, vocabulary in sorted(vocabularies.items())
        },
    }


def _kind(field: Field) -> Mapping[str, Any]:
    shape = field.shape
    described: dict[str, Any] = {"kind": _BY_NAME.get(field.name) or _KINDS.get(type(shape), "words")}
    if field.name in _LEFT_OUT and field.shape == Term(field.name):
        described["absent"] = _LEFT_OUT[field.name]
    if isinstance(shape, Term | Terms | Evidence | Wordings):
        described["vocabulary"] = shape.vocabulary
    if isinstance(shape, Record | Records | Sayings):
        described["fields"] = {one.name: _kind(one) for one in fields_of(shape.model).values()}
    return described
