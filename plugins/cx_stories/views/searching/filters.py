"""The filters of Explore: what a reader may narrow the stories down by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from cx_stories.model.story import HIT, MISSED, Story
from cx_stories.relations.facets import Facet, facets_of
from cx_stories.relations.terms import TermIndex
from cx_stories.vocabulary.vocabulary import TELLS_NOTHING

SERIES, TELLER, YEAR, SCORE = "series", "teller", "year", "score"


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter by the terms of a vocabulary.

    name:   what it is called in the address of Explore and in the index; it never changes
    state:  of an element: `hit` or `missed`; otherwise nothing
    every:  whether a story must have all that are chosen, and not just one of them
    """

    name: str
    vocabulary: str
    state: str = ""
    every: bool = False


OF_TERMS = (
    Filter("polarity", "polarity"),
    Filter("hit", "elements", HIT, every=True),
    Filter("missed", "elements", MISSED, every=True),
    Filter("stage", "stages"),
    Filter("channel", "channels"),
    Filter("touchpoint", "touchpoints"),
    Filter("sector", "sectors"),
    Filter("sense", "senses", every=True),
    Filter("emotion", "emotions", every=True),
    Filter("incident", "incident"),
    Filter("recovery", "recovery"),
    Filter("outcome", "outcomes", every=True),
    Filter("provenance", "provenance"),
)
"""The filters by terms, in the order in which a reader is offered them."""

NAMES = (*(one.name for one in OF_TERMS), SERIES, TELLER, YEAR, SCORE)
"""The names of all filters, in the order in which a reader is offered them."""

UNASKED = ("card", "day", "id", "lang")
"""What a page is told of itself under names of filters: of anything else Pagefind searches the words."""

_BY_VOCABULARY = {(one.vocabulary, one.state): one.name for one in OF_TERMS}


def filter_of(facet: Facet) -> str:
    """Give the filter that a term belongs to; nothing where there is none."""
    return _BY_VOCABULARY.get((facet.vocabulary, facet.state), "")


def values_of(story: Story, terms: TermIndex) -> Mapping[str, Sequence[str]]:
    """Map the filters to what a story is found by under them, sorted; a term also brings its groups."""
    found: dict[str, set[str]] = {}
    for facet in facets_of(story):
        name = filter_of(facet)
        if name and facet.term not in TELLS_NOTHING:
            values = found.setdefault(name, set())
            values.add(facet.term)
            for group in terms.groups.get(Facet(facet.vocabulary, facet.term), ()):
                values.add(group.term)
    for name, value in others_of(story):
        if value:
            found[name] = {value}
    return {name: tuple(sorted(found[name])) for name in NAMES if name in found}


def others_of(story: Story) -> Iterator[tuple[str, str]]:
    """Give what a story is found by that is no term, by filter; nothing where it does not say."""
    yield SERIES, story.series
    yield TELLER, story.teller
    yield YEAR, str(story.date.year) if story.date else ""
    yield SCORE, str(story.score)


def query_of(chosen: Mapping[str, str | Sequence[str]]) -> str:
    """Give what follows the address of Explore when filters are set, such as `?stage=use&channel=shop`."""
    pairs = (
        (name, value)
        for name in NAMES
        if name in chosen
        for value in ([chosen[name]] if isinstance(chosen[name], str) else chosen[name])
    )
    query = urlencode(tuple(pairs))
    return f"?{query}" if query else ""
