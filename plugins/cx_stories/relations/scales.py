"""What two stories have in common, weighed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import isqrt

from cx_stories.relations.facts import Fact
from cx_stories.relations.rarity import UNIT, rarity

SAME = 10_000
"""The overlap of two bags with the same facts in them, and the likeness of a text to itself."""
_FINE = 100


@dataclass(frozen=True, slots=True)
class Bag:
    """The facts of a story by their numbers, and the root of what they weigh together, in hundredths."""

    facts: frozenset[int]
    length: int


class Scales:
    """Weighs what stories share: what few have weighs more, and what all have still weighs something.

    A fact is called by its number; the one that tells most has number 0.
    """

    def __init__(self, said: Collection[Collection[Fact]]) -> None:
        """Take what is said of each story, nothing twice of the same."""
        counts = Counter(fact for facts in said for fact in facts)
        self.facts: Sequence[Fact] = sorted(counts, key=lambda fact: (counts[fact], fact))
        self.weights: Sequence[int] = [2 * UNIT + rarity(counts[fact], len(said)) for fact in self.facts]
        self._numbers = {fact: number for number, fact in enumerate(self.facts)}

    def bag(self, facts: Iterable[Fact]) -> Bag:
        """Put facts into a bag; one that no story has stays out."""
        numbers = frozenset(self._numbers[fact] for fact in facts if fact in self._numbers)
        return Bag(numbers, isqrt(sum(self.weights[number] for number in numbers) * _FINE * _FINE))

    def overlap(self, one: Bag, other: Bag) -> int:
        """Say how much of what is in two bags is in both: 0 for nothing, `SAME` for everything.

        It is the weight of what both have over the geometric mean of what each has, so that a story of which
        much is said is not everybody's friend.
        """
        shared = one.facts & other.facts
        if not shared:
            return 0
        weights = self.weights
        shared_weight = sum([weights[number] for number in shared])
        return shared_weight * SAME * _FINE * _FINE // (one.length * other.length)
