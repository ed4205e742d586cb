"""Who of the opposite verdict is the opposite of whom."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property, partial

from cx_stories.library import Library
from cx_stories.model.story import HIT, MISSED
from cx_stories.relations.facts import WHERE, Fact
from cx_stories.relations.ground import Ground
from cx_stories.relations.meeting import SMALL, Before, Chances, Seating, beside, met_at_tables
from cx_stories.relations.scales import SAME, Bag, Scales, Weighed
from cx_stories.relations.since import Since, Standing

OPPOSITE = {"positive": "negative", "negative": "positive"}
_COMPARED = WHERE | {HIT, MISSED}
_CHANCES = Chances(rounds=12, leave=2)
_AS_GOOD = SAME // 20
"""How far an opposite may fall short of the best to be as good."""
_VERDICTS = tuple(OPPOSITE)
_NOTHING: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class KeptOpposites:
    """What is kept to find opposites with less work the next time; made by `contrast_since` alone.

    Every list goes by the places of the stories, and places are called as they were when it was made.

    polarities:  the verdict of each
    seatings:    who met, for each of the two verdicts
    suitable:    of those whom each met, the opposites that happened where it did, and how near these are,
                 both packed
    """

    standing: Standing = field(default_factory=Standing)
    weighed: Weighed = field(default_factory=Weighed)
    polarities: Sequence[str] = ()
    seatings: Sequence[Seating] = ()
    suitable: Sequence[tuple[bytes, bytes]] = ()


class Opposites:
    """The opposites in a library; a story is called by its place in it."""

    def __init__(self, library: Library, before: KeptOpposites, ground: Ground) -> None:
        self._stories, self._before = library.stories, before
        self._polarities = [story.polarity for story in library.stories]
        self._wishes, self._standing = ground.wishes, ground.standing
        self._since = Since.between(before.standing, self._standing)
        said = [[fact for fact in facts if fact[0] in _COMPARED] for facts in ground.facts]
        self._scales = Scales(said)
        self._own = [self._scales.bag(facts) for facts in said]
        self._turned = _Turned(self._own, self._scales)
        self._where = {number for number, fact in enumerate(self._scales.facts) if fact[0] in WHERE}
        rebagged = self._scales.changed(self._own, before.weighed, self._since, _turned)
        self._changed = rebagged | {
            place
            for place, (old, polarity) in enumerate(zip(self._since.was, self._polarities, strict=True))
            if place not in rebagged and before.polarities[old] != polarity
        }

    def kept(self) -> KeptOpposites:
        """Give what to keep for the next time."""
        weighed = self._scales.weighed(self._own)
        return KeptOpposites(self._standing, weighed, self._polarities, self._met[0], self._suitable)

    def chosen(self) -> Mapping[int, int]:
        """Give the opposite of each story that has one; the newest story chooses first."""
        chosen = dict(self._wishes.partner)
        used = Counter(chosen.values())
        for place, (others, nearness) in enumerate(self._suitable):
            if place in chosen or not OPPOSITE.get(self._polarities[place]):
                continue
            pairs = zip(array("i", others), array("i", nearness), strict=True)
            found = [(near, other) for other, near in pairs if self._wishes.allow(place, other)]
            found = found or self._thereabouts(place)
            if found:
                best = min(found)[0]
                good = [(used[other], near, other) for near, other in found if near <= best + _AS_GOOD]
                chosen[place] = min(good)[-1]
                used[chosen[place]] += 1
        return chosen

    def shared(self, place: int, other: int) -> Sequence[Fact]:
        """Give where both of two stories happened, what fewest have first."""
        both = self._where & self._own[place].facts & self._own[other].facts
        return [self._scales.facts[number] for number in sorted(both)]

    def turned(self, place: int, other: int) -> Sequence[str]:
        """Give the elements that were there in one of two stories and missed in the other."""
        elements = map(self._turned.number.__getitem__, self._own[place].facts - self._where)
        met = self._own[other].facts.intersection(elements)
        return [self._scales.facts[number][1] for number in sorted(met)]

    def declared(self, place: int, other: int) -> bool:
        """Say whether a writer told the two together."""
        return self._wishes.partner.get(place) == other

    @cached_property
    def _suitable(self) -> Sequence[tuple[bytes, bytes]]:
        """Give, of those whom each met, the opposites and how near they are, in figures below nothing."""
        seatings, stirred = self._met
        before, was = self._before, self._since.was
        anew, altered = stirred | self._changed, {was[place] for place in self._changed}
        found = []
        for place, polarity in enumerate(self._polarities):
            if polarity not in OPPOSITE:
                found.append((b"", b""))
            elif place in anew or not altered.isdisjoint(array("i", self._met_before(polarity, was[place]))):
                found.append(self._suited(place, seatings))
            else:
                others, nearness = before.suitable[was[place]]
                found.append((self._since.moved(others), nearness))
        return found

    def _met_before(self, polarity: str, old: int) -> bytes:
        return self._before.seatings[_VERDICTS.index(polarity)].met[old]

    def _suited(self, place: int, seatings: Sequence[Seating]) -> tuple[bytes, bytes]:
        """Give the opposites among those whom a story met."""
        met: Iterable[int] = range(len(self._stories))
        if seatings:
            met = array("i", seatings[_VERDICTS.index(self._polarities[place])].met[place])
        suited = [other for other in met if self._suits(place, other)]
        overlaps = self._scales.overlaps(self._turned[place], self._own, suited)
        return array("i", suited).tobytes(), array("i", [-overlap for overlap in overlaps]).tobytes()

    def _suits(self, place: int, other: int) -> bool:
        """Say whether two stories are opposites that have something of where they happened in common."""
        return OPPOSITE[self._polarities[place]] == self._polarities[other] and not self._where.isdisjoint(
            self._own[place].facts & self._own[other].facts
        )

    def _thereabouts(self, place: int) -> list[tuple[int, int]]:
        """Give some of the opposite verdict for each place where a story happened, and how near they are."""
        opposite, found = OPPOSITE[self._polarities[place]], dict[int, None]()
        for number in self._own[place].facts & self._where:
            found.update(dict.fromkeys(beside(self._happened.get((opposite, number), ()), place)))
        allowed = [other for other in found if self._wishes.allow(place, other)]
        overlaps = self._scales.overlaps(self._turned[place], self._own, allowed)
        return [(-overlap, other) for overlap, other in zip(overlaps, allowed, strict=True)]

    @cached_property
    def _happened(self) -> Mapping[tuple[str, int], Sequence[int]]:
        """The stories by their verdict and where they happened."""
        happened: dict[tuple[str, int], list[int]] = {}
        for place, polarity in enumerate(self._polarities):
            for number in self._own[place].facts & self._where:
                happened.setdefault((polarity, number), []).append(place)
        return happened

    @cached_property
    def _met(self) -> tuple[Sequence[Seating], Set[int]]:
        """Have the stories of each verdict meet those of the opposite; tell who meets others than before."""
        if len(self._stories) <= SMALL:
            return [], set(range(len(self._stories)))
        seatings, stirred = [], set[int]()
        for number, verdict in enumerate(_VERDICTS):
            seated = partial(self._facts, self._own, OPPOSITE[verdict])
            guests = partial(self._facts, self._turned, verdict)
            then = self._before.seatings[number] if self._before.seatings else Seating()
            known = Before(then, self._since, self._changed)
            seating, moved = met_at_tables(seated, guests, self._scales, _CHANCES, known)
            seatings.append(seating)
            stirred |= moved
        return seatings, stirred

    def _facts(self, bags: Sequence[Bag] | _Turned, verdict: str, place: int) -> frozenset[int]:
        """Give the facts of a story if it has this verdict."""
        return bags[place].facts if self._polarities[place] == verdict else _NOTHING


class _Turned(dict[int, Bag]):
    """The bags of stories with their elements turned around, by their places; each made when it is needed.

    number:  by the number of a fact, that of the one it turns into
    """

    def __init__(self, bags: Sequence[Bag], scales: Scales) -> None:
        super().__init__()
        self._bags, self._scales = bags, scales
        self.number = scales.numbers_of(map(_turned, scales.facts))

    def __missing__(self, place: int) -> Bag:
        self[place] = bag = self._scales.turned(self._bags[place], self.number)
        return bag


def _turned(fact: Fact) -> Fact:
    """Turn an element around: there and missed change places; everything else stays."""
    kind, which = fact
    return {HIT: MISSED, MISSED: HIT}.get(kind, kind), which
