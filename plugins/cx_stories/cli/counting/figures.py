"""The figures on a collection: the numbers that the page Insights shows, from the same functions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cx_stories.model.document import Kind
from cx_stories.model.story import HIT, MISSED, Story
from cx_stories.pipeline import Collection
from cx_stories.relations.facets import Facet
from cx_stories.relations.lessons import Resting, resting
from cx_stories.relations.tallies import Tally, crossed, tally
from cx_stories.views.bands import BandCount, bands_of, claim_source
from cx_stories.views.edition import Edition, Label
from cx_stories.vocabulary.vocabulary import TELLS_NOTHING

COUNTED = (
    "stages",
    "channels",
    "touchpoints",
    "sectors",
    "senses",
    "emotions",
    "incident",
    "recovery",
    "outcomes",
)
"""The lists whose terms are counted one by one."""


@dataclass(frozen=True, slots=True)
class Count:
    """A term, and how many stories have it."""

    term: Label
    stories: int


@dataclass(frozen=True, slots=True)
class Element:
    """An element, and in how many stories it was there, and was missed."""

    term: Label
    there: int
    missed: int


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures on the published stories of a collection.

    drafts:       the stories that are not published yet
    left_out:     the stories that readers do not see for another reason: an error, or they were withdrawn
    told:         how many stories are told in each language
    untranslated: those that are not, by language
    crossings:    how many stories there are at each stage through each channel, where there are any
    sources:      where retold stories were published first, most first
    terms:        by list, the terms that stories may have, most first
    """

    name: str
    stories: Sequence[Story]
    drafts: int
    left_out: int
    told: Mapping[str, int]
    untranslated: Mapping[str, Sequence[str]]
    polarity: Tally
    elements: Sequence[Element]
    bands: Sequence[BandCount]
    claim: str
    stages: Sequence[Label]
    channels: Sequence[Label]
    crossings: Mapping[tuple[str, str], int]
    provenance: Sequence[Count]
    sources: Sequence[tuple[str, int]]
    lessons: Resting
    terms: Mapping[str, Sequence[Count]]

    @property
    def newest(self) -> Story | None:
        """The story published last."""
        return next(iter(self.stories), None)

    @property
    def oldest(self) -> Story | None:
        """The story published first."""
        return next(reversed(self.stories), None)


def figures_of(collection: Collection, edition: Edition) -> Figures:
    """Count a collection.

    edition:  its library in the language in which terms are named
    """
    library, index = edition.library, edition.relations.terms
    stories = library.stories
    known = {one.id for one in collection.documents if one.kind is Kind.STORY and one.markdown}
    drafts = {
        one.id for one in collection.documents if one.path in collection.drafts and one.kind is Kind.STORY
    }
    drafts -= {story.id for story in stories}
    return Figures(
        name=edition.site_name,
        stories=stories,
        drafts=len(drafts),
        left_out=len(known) - len(drafts) - len(stories),
        told={language: sum(language in one.tellings for one in stories) for language in library.languages},
        untranslated={
            language: [story.id for story in stories if language not in story.tellings]
            for language in library.languages
        },
        polarity=tally(stories),
        elements=tuple(
            Element(
                edition.label("elements", term.id),
                index.count(Facet("elements", term.id, HIT)),
                index.count(Facet("elements", term.id, MISSED)),
            )
            for term in library.vocabularies["elements"].offered
        ),
        bands=bands_of(stories, edition),
        claim=claim_source(edition),
        stages=_offered("stages", edition),
        channels=_offered("channels", edition),
        crossings={crossing: len(found) for crossing, found in crossed(stories).items()},
        provenance=tuple(one for one in _counts("provenance", edition) if one.stories),
        sources=_sources(stories),
        lessons=resting(stories),
        terms={vocabulary: tuple(_counts(vocabulary, edition)) for vocabulary in COUNTED},
    )


def _offered(vocabulary: str, edition: Edition) -> Sequence[Label]:
    offered = edition.library.vocabularies[vocabulary].offered
    return edition.labels(vocabulary, [term.id for term in offered])


def _counts(vocabulary: str, edition: Edition) -> Iterator[Count]:
    """Count the terms of a list, most first, without those that tell nothing or are out of use."""
    index = edition.relations.terms
    counted = [
        Count(edition.label(vocabulary, term.id), index.count(Facet(vocabulary, term.id)))
        for term in edition.library.vocabularies[vocabulary].choices
        if term.id not in TELLS_NOTHING and (not term.outdated or index.count(Facet(vocabulary, term.id)))
    ]
    yield from sorted(counted, key=lambda one: -one.stories)


def _sources(stories: Sequence[Story]) -> Sequence[tuple[str, int]]:
    named = Counter(one.source.publication or one.source.title for one in stories if one.source)
    return sorted(named.items(), key=lambda item: (-item[1], item[0]))
