"""The terms of a story, read off the model: a field that is added to it is known here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cx_stories.model.fields import STORY_FIELDS
from cx_stories.model.shape import Record, Term, Terms, fields_of
from cx_stories.model.story import HIT, MISSED, Story
from cx_stories.vocabulary.vocabulary import TELLS_NOTHING

ONE = tuple(
    (field.name, field.shape.vocabulary) for field in STORY_FIELDS.values() if isinstance(field.shape, Term)
)
SEVERAL = tuple(
    (field.name, field.shape.vocabulary) for field in STORY_FIELDS.values() if isinstance(field.shape, Terms)
)
_WITHIN = tuple(
    (field.name, inner.name, inner.shape.vocabulary)
    for field in STORY_FIELDS.values()
    if isinstance(field.shape, Record)
    for inner in fields_of(field.shape.model).values()
    if isinstance(inner.shape, Term)
)


class Facet(NamedTuple):
    """A term as stories have it.

    state:  of an element: `hit` or `missed`; nothing for an element either way, and for every other term
    """

    vocabulary: str
    term: str
    state: str = ""


def facets_of(story: Story) -> Iterator[Facet]:
    """Give the terms of a story, an element both with its state and without; a term may come twice."""
    for name, vocabulary in ONE:
        if term := getattr(story, name):
            yield Facet(vocabulary, term)
    for name, vocabulary in SEVERAL:
        for term in getattr(story, name):
            yield Facet(vocabulary, term)
    for name, inner, vocabulary in _WITHIN:
        if (record := getattr(story, name)) and (term := getattr(record, inner)):
            yield Facet(vocabulary, term)
    for state, elements in ((HIT, story.hits), (MISSED, story.misses)):
        for element in elements:
            yield Facet("elements", element)
            yield Facet("elements", element, state)
    for shared in story.shared:
        yield Facet("stance", shared.stance)
    for telling in story.tellings.values():
        for role in telling.theatre:
            yield Facet("theatre", role)


def terms_of(story: Story) -> Mapping[str, Sequence[str]]:
    """Map each vocabulary to the terms of a story, each once, apart from those that tell nothing."""
    found: dict[str, dict[str, None]] = {}
    for facet in facets_of(story):
        if not facet.state and facet.term not in TELLS_NOTHING:
            found.setdefault(facet.vocabulary, {})[facet.term] = None
    return {vocabulary: tuple(terms) for vocabulary, terms in found.items()}
