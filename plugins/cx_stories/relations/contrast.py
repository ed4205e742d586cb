"""The most instructive opposite of a story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cx_stories.library import Library
from cx_stories.model.story import HIT, MISSED
from cx_stories.relations.facts import WHERE, Fact, facts_of
from cx_stories.relations.meeting import SMALL, Chances, beside, met_at_tables
from cx_stories.relations.scales import SAME, Bag, Scales
from cx_stories.relations.wishes import Wishes

OPPOSITE = {"positive": "negative", "negative": "positive"}
_COMPARED = WHERE | {HIT, MISSED}
_CHANCES = Chances(rounds=12, leave=2)
_AS_GOOD = SAME // 20
"""How far an opposite may fall short of the best to be as good."""
_NOTHING: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Contrast:
    """A story of the opposite verdict that happened in much the same place.

    story:     its id
    declared:  whether a writer told the two together; otherwise we found it
    shared:    where both happened, as (vocabulary, term), what fewest stories have first
    turned:    the elements that were there in one and missed in the other
    """

    story: str
    declared: bool
    shared: tuple[tuple[str, str], ...] = ()
    turned: tuple[str, ...] = ()


def contrast(library: Library) -> Mapping[str, Contrast]:
    """Map the id of each story to its opposite; a story without a verdict, or like no other, has none.

    That is the story it is told together with. Else it is the one of the opposite verdict that shares most of
    where it happened, and that missed what this one had or the other way round. Of several that are about as
    good it is the one that is the opposite of fewest others, so that one story of everything does not stand
    beside all.
    """
    opposites = _Opposites(library)
    return {
        library.stories[place].id: opposites.compared(place, other)
        for place, other in sorted(opposites.chosen().items())
    }


class _Opposites:
    """The opposites in a library; a story is called by its place in it."""

    def __init__(self, library: Library) -> None:
        self._stories = library.stories
        self._wishes = Wishes(library)
        said = [[fact for fact in facts_of(story) if fact[0] in _COMPARED] for story in library.stories]
        self._scales = Scales(said)
        self._own = [self._scales.bag(facts) for facts in said]
        self._turned = [self._scales.bag(map(_turned, facts)) for facts in said]
        self._where = {number for number, fact in enumerate(self._scales.facts) if fact[0] in WHERE}

    def chosen(self) -> Mapping[int, int]:
        """Give the opposite of each story that has one; the newest story chooses first."""
        chosen = dict(self._wishes.partner)
        used = Counter(chosen.values())
        for place, met in enumerate(self._met()):
            if place in chosen:
                continue
            found = self._suitable(place, met) or self._suitable(place, self._thereabouts(place))
            if found:
                best, _ = min(found)
                good = [(used[other], near, other) for near, other in found if near <= best + _AS_GOOD]
                chosen[place] = min(good)[-1]
                used[chosen[place]] += 1
        return chosen

    def compared(self, place: int, other: int) -> Contrast:
        """Say what two opposites have in common, and what differs."""
        scales, theirs = self._scales, self._own[other].facts
        shared = [scales.facts[number] for number in sorted(self._own[place].facts & theirs)]
        turned = [scales.facts[number] for number in sorted(self._turned[place].facts & theirs)]
        return Contrast(
            story=self._stories[other].id,
            declared=self._wishes.partner.get(place) == other,
            shared=tuple(fact for fact in shared if fact[0] in WHERE),
            turned=tuple(which for kind, which in turned if kind not in WHERE),
        )

    def _suitable(self, place: int, met: Iterable[int]) -> Sequence[tuple[int, int]]:
        """Give the opposites among those that a story meets, each after how near it is, below nothing."""
        turned, own = self._turned[place], self._own
        return [
            (-self._scales.overlap(turned, own[other]), other) for other in met if self._suits(place, other)
        ]

    def _thereabouts(self, place: int) -> Iterable[int]:
        """Give some of the opposite verdict for each place where a story happened."""
        opposite = OPPOSITE.get(self._stories[place].polarity, "")
        for number in sorted(self._own[place].facts & self._where):
            yield from beside(self._happened.get((opposite, number), ()), place)

    @cached_property
    def _happened(self) -> Mapping[tuple[str, int], Sequence[int]]:
        """The stories by their verdict and where they happened."""
        happened: dict[tuple[str, int], list[int]] = {}
        for place, story in enumerate(self._stories):
            for number in self._own[place].facts & self._where:
                happened.setdefault((story.polarity, number), []).append(place)
        return happened

    def _suits(self, place: int, other: int) -> bool:
        """Say whether two stories are opposites that have something of where they happened in common."""
        return (
            OPPOSITE.get(self._stories[place].polarity) == self._stories[other].polarity
            and not self._where.isdisjoint(self._own[place].facts & self._own[other].facts)
            and self._wishes.allow(place, other)
        )

    def _met(self) -> Sequence[Iterable[int]]:
        """Give for each story those that may be its opposite; nobody where its writer said who that is."""
        everybody = range(len(self._stories))
        alone = [place not in self._wishes.partner for place in everybody]
        if len(everybody) <= SMALL:
            return [everybody if alone[place] else () for place in everybody]
        met: list[Iterable[int]] = [()] * len(everybody)
        for verdict, opposite in OPPOSITE.items():
            seated = [self._facts(self._own, place, opposite) for place in everybody]
            guests = [
                self._facts(self._turned, place, verdict) if alone[place] else _NOTHING for place in everybody
            ]
            for place, company in enumerate(met_at_tables(seated, guests, self._scales, _CHANCES)):
                met[place] = company or met[place]
        return met

    def _facts(self, bags: Sequence[Bag], place: int, verdict: str) -> frozenset[int]:
        """Give the facts of a story if it has this verdict."""
        return bags[place].facts if self._stories[place].polarity == verdict else _NOTHING


def _turned(fact: Fact) -> Fact:
    """Turn an element around: there and missed change places; everything else stays."""
    kind, which = fact
    return {HIT: MISSED, MISSED: HIT}.get(kind, kind), which
