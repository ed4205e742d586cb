"""Lots that are drawn by chance, and are the same everywhere."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence, Set
from hashlib import blake2b
from operator import mul

from cx_stories.relations.facts import Fact
from cx_stories.relations.scales import Scales

_LOT = 8
"""The bytes of a lot."""
_FACTORS = tuple(pow(0x9E3779B97F4A7C15, power, 1 << 64) for power in range(10))
_ALL = (1 << 64) - 1


class Draw:
    """Draws lots by chance, from which a fact that weighs twice as much comes early twice as often."""

    def __init__(self, scales: Scales, rounds: int, first: int) -> None:
        self._scales, self._rounds, self._first = scales, rounds, first
        self._lots: dict[int, Sequence[int]] = {}

    def labels(self, facts: Set[int]) -> bytes:
        """Give the names of the tables of somebody with these facts, made of the first of them."""
        if not facts:
            return bytes(_LOT * self._rounds)
        lots = [self._lots.get(fact) or self._draw(fact) for fact in facts]
        first = self._first
        names = [sum(map(mul, sorted(drawn)[:first], _FACTORS)) & _ALL for drawn in zip(*lots, strict=True)]
        return array("Q", names).tobytes()

    def _draw(self, fact: int) -> Sequence[int]:
        weight = self._scales.weights[fact]
        self._lots[fact] = lots = [lot // weight for lot in _chances(self._scales.facts[fact], self._rounds)]
        return lots


def _chances(fact: Fact, rounds: int) -> Iterable[int]:
    """Give a number for each round that looks like chance and is the same everywhere."""
    for number in range(rounds):
        yield int.from_bytes(blake2b(f"{number} {fact}".encode(), digest_size=_LOT).digest())
