"""Those nearest to a story, out of those that it met."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from cx_stories.relations.likeness import CHANCE, Prints
from cx_stories.relations.scales import Bag, Scales
from cx_stories.relations.since import NEW, Since

ALIKE = 1_500
"""From when on two texts are clearly alike: in a mixed collection no two are that by chance."""
KEPT = 12
"""How many of the nearest are worth keeping."""
_WEIGHT_OF_TEXT = 3
_READ = 12
"""With how many of those with the most telling facts in common the text is compared."""
_REASON, _ALIKE = 1, 2


class Met(NamedTuple):
    """Whom a story met: over facts, of whom some are read, and in reading."""

    at_tables: array[int]
    in_reading: array[int]


class Ranking(NamedTuple):
    """Who was compared with a story; each list is packed.

    met, facts:   those whose facts were compared, and how near they are by that
    read, texts:  those whose texts were compared, and how much these are alike
    best, marks:  the nearest, best first, of two that are as near the newer; and what speaks for each
    """

    met: bytes
    facts: bytes
    read: bytes
    texts: bytes
    best: bytes
    marks: bytes

    @property
    def nearest(self) -> array[int]:
        """The nearest, best first."""
        return array("i", self.best)

    @property
    def reasons(self) -> Iterator[tuple[int, bool]]:
        """The nearest, each with whether more than a verdict speaks for it."""
        return ((other, bool(mark & _REASON)) for other, mark in zip(self.nearest, self.marks, strict=True))

    @property
    def alike(self) -> Mapping[int, bool]:
        """Whether the texts are clearly alike, for each of the nearest."""
        return {other: bool(mark & _ALIKE) for other, mark in zip(self.nearest, self.marks, strict=True)}

    def since(self, since: Since) -> Ranking:
        """Give the same with places as they are now."""
        moved = since.moved
        return self._replace(met=moved(self.met), read=moved(self.read), best=moved(self.best))


@dataclass(frozen=True, slots=True)
class Marks:
    """What is not as it was: the places of stories whose bags, whose prints, whose company are others."""

    since: Since
    bags: Set[int]
    prints: Set[int]
    company: Set[int]


def of_text(alike: int) -> int:
    """Give how much nearer two stories are for texts that are so much alike."""
    return _WEIGHT_OF_TEXT * (alike - CHANCE) if alike > CHANCE else 0


@dataclass(frozen=True, slots=True)
class Ranker:
    """Ranks stories by their bags and prints; the verdicts are facts that are no reason by themselves."""

    scales: Scales
    bags: Sequence[Bag]
    prints: Prints
    verdicts: Set[int]

    def rankings(self, mets: Iterable[Met], before: Sequence[Ranking], marks: Marks) -> Sequence[Ranking]:
        """Give for each story those nearest to it; none is ranked again for whom nothing changed."""
        since, still = marks.since, marks.since.still
        bags = {since.was[place] for place in marks.bags}
        prints = {since.was[place]: place for place in marks.prints}
        anew = marks.bags | marks.prints | marks.company
        found = []
        for place, met in enumerate(mets):
            old = before[since.was[place]] if before and since.was[place] != NEW else None
            if (
                old
                and place not in anew
                and bags.isdisjoint(array("i", old.met))
                and self._reads(place, old, prints)
            ):
                found.append(old if still else old.since(since))
            else:
                found.append(self._again(place, met, old, marks))
        return found

    def _reads(self, place: int, old: Ranking, changed: Mapping[int, int]) -> bool:
        """Say whether all texts are as near as they were; those changed are given by where they were."""
        read = array("i", old.read)
        if changed.keys().isdisjoint(read):
            return True
        figures = zip(read, array("i", old.texts), strict=True)
        pairs = [(changed[was], alike) for was, alike in figures if was in changed]
        alike = self.prints.likenesses(place, [other for other, _ in pairs])
        return alike == [before for _, before in pairs]

    def ranking(
        self,
        place: int,
        met: Met,
        facts: Mapping[int, int] = MappingProxyType({}),
        texts: Mapping[int, int] = MappingProxyType({}),
    ) -> Ranking:
        """Rank those that a story met; what is known of some facts and texts is not reckoned again."""
        others = dict.fromkeys(chain(*met))
        others.pop(place, None)
        near = _completed(others, facts, partial(self.scales.overlaps, self.bags[place], self.bags))
        at_tables = sorted([(-near[other], other) for other in met.at_tables if other != place])
        read = dict.fromkeys([*(other for _, other in at_tables[:_READ]), *met.in_reading])
        read.pop(place, None)
        alike = _completed(read, texts, partial(self.prints.likenesses, place))
        ranked = sorted([(-near[other] - of_text(alike[other]), other) for other in read])
        best = [other for _, other in ranked[:KEPT]]
        return Ranking(
            *_packed(near),
            *_packed(alike),
            array("i", best).tobytes(),
            bytes([self._mark(place, other, alike[other]) for other in best]),
        )

    def shares(self, place: int, other: int) -> bool:
        """Say whether two stories share a fact that is no verdict."""
        return not self.bags[place].facts & self.bags[other].facts <= self.verdicts

    def _mark(self, place: int, other: int, alike: int) -> int:
        if alike >= ALIKE:
            return _REASON | _ALIKE
        return _REASON if self.shares(place, other) else 0

    def _again(self, place: int, met: Met, old: Ranking | None, marks: Marks) -> Ranking:
        facts: Mapping[int, int] = {}
        texts: Mapping[int, int] = {}
        if old and place not in marks.bags:
            facts = _known(old.met, old.facts, marks.since, marks.bags)
        if old and place not in marks.prints:
            texts = _known(old.read, old.texts, marks.since, marks.prints)
        return self.ranking(place, met, facts, texts)


def _known(places: bytes, figures: bytes, since: Since, changed: Set[int]) -> Mapping[int, int]:
    """Give the figures of those that have not changed, by their places now."""
    now = array("i", since.moved(places))
    return {
        place: figure
        for place, figure in zip(now, array("i", figures), strict=True)
        if place != NEW and place not in changed
    }


def _completed(
    places: Iterable[int], known: Mapping[int, int], reckon: Callable[[Sequence[int]], Sequence[int]]
) -> dict[int, int]:
    """Give a figure for each place; what is not known is reckoned."""
    found = {place: known[place] for place in places if place in known} if known else {}
    missing = [place for place in places if place not in found] if found else list(places)
    found.update(zip(missing, reckon(missing), strict=True))
    return found


def _packed(figures: Mapping[int, int]) -> tuple[bytes, bytes]:
    return array("i", figures).tobytes(), array("i", figures.values()).tobytes()
