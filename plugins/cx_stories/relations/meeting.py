"""Who is worth comparing with whom, so that not everybody is compared with everybody: over facts."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain

from cx_stories.relations.drawing import Draw
from cx_stories.relations.scales import Scales
from cx_stories.relations.since import NEW, Since

SMALL = 100
"""Up to how many stories all are compared with all."""
_AT_TABLES = 32
"""How many somebody is compared with at most, of those met at tables."""
_SIDE = 8
"""How many somebody meets at a crowded table on either side: those next in the list."""


@dataclass(frozen=True, slots=True)
class Chances:
    """How often people sit down, and by how few facts.

    rounds:  how often
    leave:   by how many facts less than their number has digits: the more people there are, the more two
             have to share to meet
    """

    rounds: int
    leave: int

    def first(self, people: int) -> int:
        """Give by how many facts so many people sit down."""
        return max(1, len(str(people)) - self.leave)


@dataclass(frozen=True, slots=True)
class Seating:
    """Who met at tables.

    first:   by how many facts they sat down
    seats:   of each, the names of the tables at which he sat, a round after the other, packed; 0 for one
             who did not take part
    guests:  of each, the names of those at which he was a guest; none at all where everybody was a guest
             where he sat
    met:     of each, the places of those he met most often, packed
    """

    first: int = 0
    seats: Sequence[bytes] = field(default_factory=list)
    guests: Sequence[bytes] = field(default_factory=list)
    met: Sequence[bytes] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Before:
    """What was found out before, and what has changed since.

    seating:  who met then
    changed:  the places of those whose facts, or what these weigh, are not what they were
    """

    seating: Seating
    since: Since
    changed: Set[int]


FactsOf = Callable[[int], Set[int]]
"""Gives the facts of somebody by his place; they are asked for only where they are not known from before."""


def met_at_tables(
    seated: FactsOf, guests: FactsOf, scales: Scales, chances: Chances, before: Before
) -> tuple[Seating, Set[int]]:
    """Bring together those that have many facts in common; tell whom each guest meets, most often first.

    In each round everybody sits down at the table that is called after the first few facts he has, in an
    order of all facts that is drawn for that round, with the telling ones early. A guest goes to the table
    that is called after his. Two who share most of what they have often meet, two who share little hardly
    ever.

    seated, guests:  the facts by which each sits down, and by which he is a guest; who has none does not take
                     part in that way
    Gives:           also the places of those who meet others than before, or in another order
    Source:          minwise hashing, Broder 1997, https://doi.org/10.1109/SEQUEN.1997.666900
    """
    people = len(before.since.was)
    first = chances.first(people)
    then = before.seating if before.seating.first == first else Seating(first)
    known = Before(then, before.since, before.changed if then.seats else set(range(people)))
    draw = Draw(scales, chances.rounds, first)
    seats = _labels(seated, then.seats, known, draw)
    invited = seats if guests == seated else _labels(guests, then.guests, known, draw)
    stirred = _stirred(seats, invited, known)
    tables = _tables(seats, chances.rounds, [invited[place] for place in stirred])
    met = [
        _company(array("Q", invited[place]), place, tables)
        if place in stirred
        else before.since.moved(then.met[before.since.was[place]])
        for place in range(len(seats))
    ]
    return Seating(first, seats, [] if invited is seats else invited, met), stirred


def _labels(facts: FactsOf, kept: Sequence[bytes], before: Before, draw: Draw) -> Sequence[bytes]:
    """Give the names of the tables of each; 0 for one without facts."""
    was, changed = before.since.was, before.changed
    return [draw.labels(facts(place)) if place in changed else kept[old] for place, old in enumerate(was)]


def _stirred(seats: Sequence[bytes], invited: Sequence[bytes], before: Before) -> Set[int]:
    """Give the guests whose company may be another: their tables are others, or somebody else sits there."""
    then, since = before.seating, before.since
    old_guests = then.guests or then.seats
    stirred, touched = set(), set[int]()
    for place in before.changed:
        old = since.was[place]
        if old == NEW or not then.seats or seats[place] != then.seats[old]:
            touched.update(array("Q", seats[place]))
            touched.update(array("Q", then.seats[old]) if old != NEW and then.seats else ())
        if old == NEW or not then.seats or invited[place] != old_guests[old]:
            stirred.add(place)
    for old in since.gone if then.seats else ():
        touched.update(array("Q", then.seats[old]))
    if touched and len(stirred) < len(invited):
        stirred |= {place for place, names in enumerate(invited) if not touched.isdisjoint(array("Q", names))}
    return stirred


def _tables(seats: Sequence[bytes], rounds: int, invitations: Sequence[bytes]) -> Mapping[int, Sequence[int]]:
    """Give who sits at each table to which somebody is invited; the rounds have no table in common."""
    tables: dict[int, list[int]] = {}
    if not invitations:
        return tables
    names, wanted = array("Q", b"".join(seats)), array("Q", b"".join(invitations))
    for number in range(rounds):
        found: dict[int, list[int]] = {name: [] for name in wanted[number::rounds]}
        found.pop(0, None)
        for place, name in enumerate(names[number::rounds]):
            if name in found:
                found[name].append(place)
        tables.update((name, people) for name, people in found.items() if people)
    return tables


def _company(names: Iterable[int], place: int, tables: Mapping[int, Sequence[int]]) -> bytes:
    """Give whom a guest meets at tables of these names."""
    return most_frequent([beside(tables[name], place) for name in names if name in tables], place, _AT_TABLES)


def most_frequent(companies: Iterable[Iterable[int]], place: int, most: int) -> bytes:
    """Give those that somebody meets most often, apart from himself, packed."""
    counts = Counter(chain.from_iterable(companies))
    counts.pop(place, None)
    return array("i", sorted(counts, key=counts.__getitem__, reverse=True)[:most]).tobytes()


def beside(company: Sequence[int], place: int) -> Sequence[int]:
    """Give those next to a place on either side, of a list of places in order."""
    if len(company) <= 2 * _SIDE:
        return company
    middle = bisect_left(company, place)
    return company[max(0, middle - _SIDE) : middle + _SIDE + 1]
