"""Which stories have a term."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cx_stories.library import Library
from cx_stories.model.story import Story
from cx_stories.relations.facets import Facet, facets_of
from cx_stories.vocabulary.vocabulary import Term, Vocabulary


@dataclass(frozen=True)
class TermIndex:
    """The stories of a library by term; a group has those of all the terms it gathers, each once."""

    library: Library

    @cached_property
    def groups(self) -> Mapping[Facet, Sequence[Facet]]:
        """The groups that gather each term, the nearest first."""
        return {
            Facet(vocabulary.id, term.id): tuple(
                Facet(vocabulary.id, group) for group in _above(term, vocabulary)
            )
            for vocabulary in self.library.vocabularies.values()
            for term in vocabulary.terms
        }

    @cached_property
    def places(self) -> Mapping[Facet, Sequence[int]]:
        """Where the stories of each term stand in the list of all stories."""
        places: dict[Facet, list[int]] = {}
        for place, story in enumerate(self.library.stories):
            facets = set(facets_of(story))
            for facet in tuple(facets):
                facets.update(self.groups.get(facet, ()))
            for facet in facets:
                places.setdefault(facet, []).append(place)
        return places

    @cached_property
    def _sets(self) -> Mapping[Facet, int]:
        """The same as sets of bits, which are compared and counted in no time."""
        count = len(self.library.stories)
        return {facet: _bits(places, count) for facet, places in self.places.items()}

    def stories(self, facet: Facet) -> Sequence[Story]:
        """Give the stories that have a term, newest first."""
        stories = self.library.stories
        return tuple(stories[place] for place in self.places.get(facet, ()))

    def count(self, facet: Facet) -> int:
        """Give the number of stories that have a term."""
        return len(self.places.get(facet, ()))

    def together(self, one: Facet, other: Facet) -> int:
        """Give the number of stories that have both of two terms."""
        return (self._sets.get(one, 0) & self._sets.get(other, 0)).bit_count()

    def count_of_any(self, vocabulary: str) -> int:
        """Give the number of stories that have any term of a vocabulary."""
        found = 0
        for facet, stories in self._sets.items():
            if facet.vocabulary == vocabulary:
                found |= stories
        return found.bit_count()


def _bits(places: Sequence[int], count: int) -> int:
    """Give a set of places, of so many, as bits; made in bytes, as a step on a number copies all of it."""
    octets = bytearray(count // 8 + 1)
    for place in places:
        octets[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(octets, "little")


def _above(term: Term, vocabulary: Vocabulary) -> Sequence[str]:
    """Give the groups above a term; two that gather each other are passed once."""
    groups: dict[str, None] = {}
    while term.broader and term.broader not in groups:
        groups[term.broader] = None
        term = vocabulary.by_id[term.broader]
    return tuple(groups)


def terms(library: Library) -> TermIndex:
    """Give the stories of a library by term."""
    return TermIndex(library)
