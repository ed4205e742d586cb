"""Who is worth comparing with whom, so that not everybody is compared with everybody."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain

from cx_stories.relations.facts import Fact
from cx_stories.relations.scales import Scales

SMALL = 100
"""Up to how many stories all are compared with all."""
_AT_TABLES, _IN_READING = 32, 16
"""How many somebody is compared with at most, of those met in either way."""
_SIDE = 8
"""How many somebody meets at a crowded table on either side: those next in the list."""
_READERS = 24
"""How many texts may have a stem for them to meet over it."""


@dataclass(frozen=True, slots=True)
class Chances:
    """How often people sit down, and by how few facts.

    rounds:  how often
    leave:   by how many facts less than their number has digits: the more people there are, the more two
             have to share to meet
    """

    rounds: int
    leave: int


def met_at_tables(
    seated: Sequence[Set[int]], guests: Sequence[Set[int]], scales: Scales, chances: Chances
) -> Sequence[list[int]]:
    """Bring together those that have many facts in common; give whom each guest meets, most often first.

    In each round everybody sits down at the table that is called after the first few facts he has, in an
    order of all facts that is drawn for that round, with the telling ones early. A guest goes to the table
    that is called after his. Two who share most of what they have often meet, two who share little hardly
    ever.

    seated, guests:  the facts of each, in two lists of the same people in the same order; who has no facts in
                     one of them does not take part in that way
    Source:          minwise hashing, Broder 1997, https://doi.org/10.1109/SEQUEN.1997.666900
    """
    first = max(1, len(str(len(seated))) - chances.leave)
    companies: list[list[Sequence[int]]] = [[] for _ in guests]
    for number in range(chances.rounds):
        order = _drawn(number, scales)
        labels = _labels(order, seated, first)
        tables: dict[int, list[int]] = {}
        for place, label in enumerate(labels):
            tables.setdefault(label, []).append(place)
        tables.pop(0, None)
        for place, label in enumerate(labels if guests is seated else _labels(order, guests, first)):
            if label in tables:
                companies[place].append(beside(tables[label], place))
    return [_most_frequent(company, place, _AT_TABLES) for place, company in enumerate(companies)]


def met_in_reading(texts: Sequence[Iterable[str]]) -> Sequence[list[int]]:
    """Bring together those whose texts share stems that few texts have; the most frequent first."""
    having: dict[str, list[int]] = {}
    for place, stems in enumerate(texts):
        for stem in stems:
            having.setdefault(stem, []).append(place)
    readers = {stem: places for stem, places in having.items() if 1 < len(places) <= _READERS}
    return [
        _most_frequent([readers[stem] for stem in stems if stem in readers], place, _IN_READING)
        for place, stems in enumerate(texts)
    ]


def _most_frequent(companies: Iterable[Iterable[int]], place: int, most: int) -> list[int]:
    """Give those that somebody meets most often, apart from himself."""
    counts = Counter(chain.from_iterable(companies))
    counts.pop(place, None)
    return sorted(counts, key=counts.__getitem__, reverse=True)[:most]


def _labels(order: Sequence[int], bags: Iterable[Set[int]], first: int) -> list[int]:
    """Give the number of the table of each, made of its first facts as digits; 0 for an empty bag."""
    rank, base = order.__getitem__, len(order) + 1
    labels = []
    for facts in bags:
        label = 0
        for place in sorted(map(rank, facts))[:first]:
            label = label * base + place
        labels.append(label)
    return labels


def beside(company: Sequence[int], place: int) -> Sequence[int]:
    """Give those next to a place on either side, of a list of places in order."""
    if len(company) <= 2 * _SIDE:
        return company
    middle = bisect_left(company, place)
    return company[max(0, middle - _SIDE) : middle + _SIDE + 1]


def _drawn(number: int, scales: Scales) -> Sequence[int]:
    """Draw an order by chance, from 1, in which a fact that weighs twice as much is early twice as often."""
    lots = [_chance(number, fact) // scales.weights[place] for place, fact in enumerate(scales.facts)]
    order = [0] * len(lots)
    for rank, place in enumerate(sorted(range(len(lots)), key=lots.__getitem__), start=1):
        order[place] = rank
    return order


def _chance(number: int, fact: Fact) -> int:
    """Give a number that looks like chance and is the same everywhere."""
    return int.from_bytes(blake2b(f"{number} {fact}".encode(), digest_size=8).digest())
