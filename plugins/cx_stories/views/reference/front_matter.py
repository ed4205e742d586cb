"""The page of the lines above a story: every key there is, what it is for and what it looks like."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from cx_stories.model.article import Prose
from cx_stories.model.fields import ARTICLE_FIELDS, ASKED_FOR, STORY_FIELDS, WORDED
from cx_stories.model.shape import Evidence, Field, Nested, Term, Terms, Wordings, fields_of
from cx_stories.views import addresses
from cx_stories.views.edition import Edition, Label, Unwritten
from cx_stories.views.page import Page, of_no_story
from cx_stories.views.reference import places
from cx_stories.views.reference.forms import example_of, form_of
from cx_stories.views.reference.words import said
from cx_stories.vocabulary.vocabulary import said_in

Place = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """A key in words.

    name:      as a writer would say it, nested keys with a dot: `source.url`
    form:      how its value is written
    example:   the lines as they may be typed
    asked_for: the provenances for which a published story needs it, if it does not always
    repeated:  whether a translation repeats it; None for a key within another
    terms:     the vocabulary its value comes from; its `id` is its place on the page of terms
    inner:     the keys below it
    """

    anchor: str
    name: str
    description: str
    form: str
    example: str
    required: bool
    asked_for: Sequence[Label]
    repeated: bool | None
    terms: Label | None
    inner: Sequence[FieldEntry] = ()


def front_matter_page(edition: Edition) -> Iterator[Page]:
    """Give the page with every key of a story, and every key of other pages, in the order of the model."""
    words = edition.words
    page = edition.page(
        addresses.FRONT_MATTER,
        "front_matter.html",
        partial(_context, edition),
        Unwritten(
            words.gettext("The lines above a story"),
            summary=words.gettext(
                "Every line that may stand between the dashes, what it is for and how to write it."
            ),
        ),
    )
    yield replace(page, made_of=of_no_story)


def _context(edition: Edition) -> Mapping[str, object]:
    return {
        "story": _entries(STORY_FIELDS, WORDED, places.line, edition),
        "other": _entries(ARTICLE_FIELDS, frozenset(fields_of(Prose)), places.page_line, edition),
    }


def _entries(
    fields: Mapping[str, Field], worded: frozenset[str], place: Place, edition: Edition
) -> Sequence[FieldEntry]:
    return tuple(_entry(field, field.name in worded, place, edition) for field in fields.values())


def _entry(
    field: Field, repeated: bool | None, place: Place, edition: Edition, within: str = ""
) -> FieldEntry:
    name, shape = within + field.name, field.shape
    inner = fields_of(shape.model).values() if isinstance(shape, Nested) else ()
    provenances = ASKED_FOR.get(name, ()) if place is places.line else ()
    return FieldEntry(
        place(name),
        name,
        said(edition.words, field.description),
        form_of(shape, edition.words),
        example_of(field, edition.library.vocabularies, edition.words),
        field.required,
        edition.labels("provenance", provenances),
        repeated,
        _terms(field, edition),
        tuple(_entry(one, None, place, edition, f"{name}.") for one in inner),
    )


def _terms(field: Field, edition: Edition) -> Label | None:
    if not isinstance(field.shape, Term | Terms | Evidence | Wordings):
        return None
    vocabulary = edition.library.vocabularies[field.shape.vocabulary]
    name = said_in(vocabulary.labels, edition.language)
    return Label(places.terms(vocabulary.id), name, addresses.VOCABULARY)
