"""What two stories have in common, weighed."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import chain
from math import isqrt

from cx_stories.relations.facts import Fact
from cx_stories.relations.rarity import UNIT, rarity_of_fact
from cx_stories.relations.since import NEW, Since

SAME = 10_000
"""The overlap of two bags with the same facts in them, and the likeness of a text to itself."""
_FINE = 100


@dataclass(frozen=True, slots=True)
class Bag:
    """The facts of a story by their numbers, and the root of what they weigh together, in hundredths."""

    facts: frozenset[int]
    length: int


@dataclass(frozen=True, slots=True)
class Weighed:
    """What scales are told from.

    facts, weights:  every fact, and what it weighs; the one that tells most comes first
    said:            what is said of each story, as the numbers of facts, packed
    """

    facts: Sequence[Fact] = ()
    weights: Sequence[int] = ()
    said: Sequence[bytes] = ()


class Scales:
    """Weighs what stories share: what few have weighs more, and what all have still weighs something.

    A fact is called by its number; the one that tells most has number 0.
    """

    def __init__(self, said: Collection[Collection[Fact]]) -> None:
        """Take what is said of each story, nothing twice of the same."""
        counts = Counter(chain.from_iterable(said))
        found = {fact: 2 * UNIT + rarity_of_fact(count, len(said)) for fact, count in counts.items()}
        self.facts: Sequence[Fact] = sorted(found, key=lambda fact: (-found[fact], fact))
        self.weights: Sequence[int] = [found[fact] for fact in self.facts]
        self._numbers = {fact: number for number, fact in enumerate(self.facts)}

    def bag(self, facts: Iterable[Fact]) -> Bag:
        """Put facts into a bag; one that no story has stays out."""
        return self._bag(frozenset([self._numbers[fact] for fact in facts if fact in self._numbers]))

    def numbers_of(self, facts: Iterable[Fact]) -> Sequence[int]:
        """Give the numbers of facts; `NEW` for one that no story has."""
        return [self._numbers.get(fact, NEW) for fact in facts]

    def turned(self, bag: Bag, numbers: Sequence[int]) -> Bag:
        """Give a bag with another fact in the place of each; one that no story has is left out.

        numbers:  by the number of a fact, that of the other
        """
        return self._bag(frozenset(map(numbers.__getitem__, bag.facts)) - {NEW})

    def _bag(self, numbers: frozenset[int]) -> Bag:
        weight = sum(map(self.weights.__getitem__, numbers))
        return Bag(numbers, isqrt(weight * _FINE * _FINE))

    def overlap(self, one: Bag, other: Bag) -> int:
        """Say how much of what is in two bags is in both: 0 for nothing, `SAME` for everything.

        It is the weight of what both have over the geometric mean of what each has, so that a story of which
        much is said is not everybody's friend.
        """
        return self.overlaps(one, [other], [0])[0]

    def overlaps(self, bag: Bag, bags: Sequence[Bag], places: Iterable[int]) -> Sequence[int]:
        """Give how much of what is in a bag is in each of some others."""
        facts, weight, found = bag.facts, self.weights.__getitem__, []
        for place in places:
            other = bags[place]
            shared = sum(map(weight, facts & other.facts))
            found.append(shared and shared * SAME * _FINE * _FINE // (bag.length * other.length))
        return found

    def weighed(self, bags: Iterable[Bag]) -> Weighed:
        """Give what is kept of the scales, with the bags of all stories."""
        return Weighed(self.facts, self.weights, [array("i", bag.facts).tobytes() for bag in bags])

    def changed(
        self, bags: Sequence[Bag], before: Weighed, since: Since, also: Callable[[Fact], Fact] | None = None
    ) -> Set[int]:
        """Give the places of stories whose bags are not what they were, be it that a fact weighs otherwise.

        also:  gives another fact by which a story is compared that has this one
        """
        now = dict(zip(self.facts, self.weights, strict=True))
        then = dict(zip(before.facts, before.weights, strict=True))
        moved = {fact for fact in now.keys() | then.keys() if now.get(fact) != then.get(fact)}
        if also:
            moved |= {also(fact) for fact in moved}
        stirred = {self._numbers[fact] for fact in moved if fact in self._numbers}
        number = self.numbers_of(before.facts).__getitem__
        return {
            place
            for place, (bag, old) in enumerate(zip(bags, since.was, strict=True))
            if old == NEW
            or not stirred.isdisjoint(bag.facts)
            or bag.facts != frozenset(map(number, array("i", before.said[old])))
        }
