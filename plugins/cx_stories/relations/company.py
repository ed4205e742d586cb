"""Which terms go together more than by chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cx_stories.relations.facets import Facet
from cx_stories.relations.terms import TermIndex
from cx_stories.vocabulary.vocabulary import TELLS_NOTHING

_OF_THE_TEXT = frozenset({"status", "consent", "provenance", "source_kind", "stance", "theatre"})
"""The vocabularies that tell of a story as a text: where two meet, that is how people write."""
_APART = _OF_THE_TEXT | {"polarity"}
"""The vocabularies whose terms are no company for others; a verdict sums up, and is counted elsewhere."""
_TOGETHER = 2
"""In how many stories two terms meet at the least."""


@dataclass(frozen=True, slots=True)
class Companion:
    """A term that the stories of another term have more often than other stories.

    both:     the number of stories that have the two
    overall:  the number of stories that have this one
    """

    facet: Facet
    both: int
    overall: int


def companions(facet: Facet, index: TermIndex, most: int) -> Sequence[Companion]:
    """Give the terms that go with a term, first those that do so furthest beyond chance.

    The measure is the number of stories in which two terms meet, less the number in which they would if they
    had nothing to do with each other. To go together at all, they meet in two stories, in a quarter of those
    of the term, and half as often again as by chance. Whole numbers only: every machine gives the same order.
    """
    if facet.vocabulary in _OF_THE_TEXT:
        return ()
    own, everything = index.count(facet), len(index.library.stories)
    found = []
    for other in _candidates(facet, index):
        both, theirs = index.together(facet, other), index.count(other)
        often = both >= _TOGETHER and 4 * both >= own
        if often and 2 * both * everything >= 3 * own * theirs:
            found.append((own * theirs - both * everything, Companion(other, both, theirs)))
    found.sort(key=lambda one: (one[0], one[1].facet))
    return tuple(companion for _, companion in found[:most])


def _candidates(facet: Facet, index: TermIndex) -> Iterator[Facet]:
    """Give the terms that may go with one: none that it gathers, and elements only as they were."""
    bare = Facet(facet.vocabulary, facet.term)
    for other in index.places:
        term = index.library.term(other.vocabulary, other.term)
        tells = term and not term.group and other.vocabulary not in _APART and term.id not in TELLS_NOTHING
        as_it_was = bool(other.state) == (other.vocabulary == "elements")
        plain = Facet(other.vocabulary, other.term)
        if tells and as_it_was and plain != bare and bare not in index.groups[plain]:
            yield other
