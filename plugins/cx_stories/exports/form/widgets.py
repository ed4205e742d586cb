"""What the form shows for a field of each shape, in the words of Sveltia CMS, which Decap CMS shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cx_stories.exports.form.order import needed_first
from cx_stories.model.document import SHELVES
from cx_stories.model.shape import (
    LONGEST_NAME,
    NAME,
    Day,
    Evidence,
    Field,
    Name,
    Record,
    Records,
    Reference,
    References,
    Sayings,
    Shape,
    Term,
    Terms,
    Texts,
    Url,
    Wordings,
    fields_of,
)
from cx_stories.model.story import SUMMARY_LIMIT
from cx_stories.vocabulary.vocabulary import Term as Concept
from cx_stories.vocabulary.vocabulary import Vocabularies, said_in

Widget = dict[str, Any]
_BESIDES: Mapping[str, Widget] = {
    "status": {"default": "draft"},
    "summary": {"maxlength": SUMMARY_LIMIT},
    "title": {"required": True},
}
"""What single fields have besides what their shape gives them."""
_BESIDES_BELOW: Mapping[str, Widget] = {"file": {"widget": "image", "choose_url": False}}
"""The same for fields of fields."""
_SENTENCE = (".", "?", "!")


@dataclass(frozen=True, slots=True)
class Widgets:
    """Describes fields to the form, in one language.

    gettext:    gives the words of the package in that language
    worded:     the fields that a translation repeats; facts are asked in the default language only
    """

    vocabularies: Vocabularies
    language: str
    gettext: Callable[[str], str]
    worded: frozenset[str]

    def of(self, field: Field, *, worded: bool | None = None) -> Widget:
        """Describe a field; only a title has to be there to save it, as a draft may lack anything."""
        language = field.name in self.worded if worded is None else worded
        described: Widget = {"name": field.name, "label": self._label(field), **self._shown(field, language)}
        described |= {"required": False}
        described |= (_BESIDES if worded is None else _BESIDES_BELOW).get(field.name, {})
        hint = self._hint(field)
        if worded is None and field.name == "status":
            said = self.gettext(
                "Published is only what has all that readers need: nothing else can be built."
            )
            hint = f"{hint} {said}"
        return {**described, **_in(language), "hint": hint}

    def _hint(self, field: Field) -> str:
        hint = self.gettext(field.description)
        if field.required:
            hint = " ".join((hint, self.gettext("Needed before readers see it.")))
        return hint

    def _label(self, field: Field) -> str:
        """Name a field as its list of terms is named, unless other fields have the same list."""
        shape = field.shape
        if not isinstance(shape, Term | Terms | Wordings):
            return self.gettext(field.name.capitalize())
        vocabulary = self.vocabularies[shape.vocabulary]
        return said_in(vocabulary.label_one if isinstance(shape, Term) else vocabulary.labels, self.language)

    def _shown(self, field: Field, worded: bool) -> Widget:
        shape = field.shape
        if isinstance(shape, Term | Terms):
            return self._chosen(shape)
        if isinstance(shape, Evidence | Wordings):
            return self._sentences(shape, worded)
        if isinstance(shape, Record):
            return {"widget": "object", "collapsed": "auto", "fields": self._parts(shape, worded)}
        if isinstance(shape, Records | Sayings):
            listed = {"widget": "list", "label_singular": self._one(field), "collapsed": "auto"}
            parts = self._parts(shape, worded)
            return {**listed, "summary": f"{{{{fields.{parts[0]['name']}}}}}", "fields": parts}
        if isinstance(shape, Texts):
            one = {"name": "one", "label": self._one(field), **_words(field), "required": False}
            return {"widget": "list", "label_singular": one["label"], "field": {**one, **_in(worded)}}
        return _simple(field)

    def _one(self, field: Field) -> str:
        """Name one of a list, which the model names as a whole."""
        names = {
            "aliases": self.gettext("Earlier id"),
            "ignore": self.gettext("Finding"),
            "lessons": self.gettext("Lesson"),
            "questions": self.gettext("Question"),
        }
        return names.get(field.name) or self._label(field)

    def _chosen(self, shape: Term | Terms) -> Widget:
        select: Widget = {"widget": "select", "options": self._options(shape.vocabulary)}
        if isinstance(shape, Term):
            return select
        if not shape.in_order:
            return {**select, "multiple": True}
        one = said_in(self.vocabularies[shape.vocabulary].label_one, self.language)
        return {"widget": "list", "label_singular": one, "field": {**select, "name": "term", "label": one}}

    def _options(self, vocabulary: str) -> Sequence[Mapping[str, str]]:
        """Give the terms to choose from, those last that are no longer to be used: a story may have them."""
        found = self.vocabularies[vocabulary]
        outdated = tuple(term for term in found.choices if term.outdated)
        return [
            {"label": term.label(self.language), "value": term.id} for term in (*found.offered, *outdated)
        ]

    def _sentences(self, shape: Evidence | Wordings, worded: bool) -> Widget:
        """Ask for a sentence with each term; for evidence the writer first says which terms."""
        vocabulary = self.vocabularies[shape.vocabulary]
        if isinstance(shape, Wordings):
            fields = [self._sentence(term.id, term, worded) for term in vocabulary.choices]
            return {"widget": "object", "collapsed": "auto", "fields": fields}
        one = said_in(vocabulary.label_one, self.language)
        types = [
            {
                "name": term.id,
                "label": term.label(self.language),
                "fields": [self._sentence("sentence", term, worded, self.gettext("Evidence"))],
            }
            for term in vocabulary.choices
        ]
        return {"widget": "list", "typeKey": "term", "label_singular": one, "types": types}

    def _sentence(self, name: str, term: Concept, worded: bool, label: str = "") -> Widget:
        said = {
            "name": name,
            "label": label or term.label(self.language),
            "widget": "text",
            "required": False,
        }
        hint = said_in(term.definition, self.language)
        return {**said, **_in(worded), "hint": hint}

    def _parts(self, shape: Record | Records | Sayings, worded: bool) -> Sequence[Widget]:
        words = {"text", "alt"} if worded else set()
        return [self.of(part, worded=part.name in words) for part in needed_first(fields_of(shape.model))]


def _in(worded: bool) -> Widget:
    """Say that a field is asked in every language, if it is."""
    return {"i18n": True} if worded else {}


def _simple(field: Field) -> Widget:
    """Describe what has no terms and no fields of its own."""
    shape: Shape = field.shape
    if isinstance(shape, Reference | References):
        many = {"multiple": True} if isinstance(shape, References) else {}
        shown = {"value_field": "{{slug}}", "display_fields": ["title"], "search_fields": ["title"]}
        return {"widget": "relation", "collection": SHELVES[shape.kind], **shown, **many}
    if isinstance(shape, Day):
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", "time_format": False}
    if isinstance(shape, Url):
        return {"widget": "string", "type": "url"}
    if isinstance(shape, Name):
        return {"widget": "string", "maxlength": LONGEST_NAME, "pattern": [f"^(?:{NAME})$", field.example]}
    return _words(field)


def _words(field: Field) -> Widget:
    """Ask for words: in as much room as a sentence needs, if it is one."""
    return {"widget": "text" if field.example.endswith(_SENTENCE) else "string"}
