"""Who is worth comparing with whom: over words that few texts have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set

from cx_stories.relations.likeness import Prints, numbers_in
from cx_stories.relations.meeting import most_frequent
from cx_stories.relations.since import NEW, Since

_IN_READING = 16
"""How many somebody is compared with at most, of those met in reading."""
_READERS = 24
"""How many texts may have a stem for them to meet over it."""


def met_in_reading(
    prints: Prints, kept: Sequence[bytes], met: Sequence[bytes], since: Since
) -> tuple[Sequence[bytes], Set[int]]:
    """Bring together those whose texts share stems that few texts have; the most frequent first.

    kept, met:  the prints of those that were there before, and whom each of them met
    Gives:      the places of those that each meets, packed, and who meets others than before
    """
    places = range(len(since.was))
    stirred = set(prints.fresh) if met else set(places)
    if met and (touched := _touched(prints, kept, since)):
        stirred |= {place for place in places if not touched.isdisjoint(prints.numbers(place))}
    readers = _readers(prints, stirred)
    found = [
        most_frequent(
            [readers[stem] for stem in prints.numbers(place) if stem in readers],
            place,
            _IN_READING,
        )
        if place in stirred
        else since.moved(met[since.was[place]])
        for place in places
    ]
    return found, stirred


def _touched(prints: Prints, kept: Sequence[bytes], since: Since) -> Set[int]:
    """Give the stems that a few texts have, or had, and that others have than before."""
    more: Counter[int] = Counter()
    for old in since.gone:
        more.subtract(numbers_in(kept[old]))
    for place in prints.fresh:
        old = since.was[place]
        before = set(numbers_in(kept[old])) if old != NEW else set[int]()
        now = set(prints.numbers(place))
        more.update(now - before)
        more.subtract(before - now)
    touched = more.keys()
    now_having: Counter[int] = Counter()
    for place in range(len(prints.packed)) if touched else ():
        now_having.update(touched & set(prints.numbers(place)))
    return {stem for stem in touched if min(now_having[stem], now_having[stem] - more[stem]) <= _READERS}


def _readers(prints: Prints, places: Set[int]) -> Mapping[int, Sequence[int]]:
    """Give who has each of the stems that some texts have, the crowded ones left out."""
    wanted: set[int] = set()
    for place in places:
        wanted.update(prints.numbers(place))
    readers: dict[int, list[int]] = {stem: [] for stem in wanted}
    for place in range(len(prints.packed)) if wanted else ():
        for stem in wanted.intersection(prints.numbers(place)):
            readers[stem].append(place)
    return {stem: found for stem, found in readers.items() if 1 < len(found) <= _READERS}
