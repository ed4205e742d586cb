"""No story that nobody leads to: a reader can come upon every one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from cx_stories.relations.wishes import Wishes

Row = dict[int, bool]
"""What is shown beside a story: the place of each in the library, and whether a writer picked it."""


_FARTHEST = 100


def around(place: int, count: int) -> Iterator[int]:
    """Give all other places, the nearest first, before it and behind it in turn."""
    for distance in range(1, count):
        yield from (other for other in (place - distance, place + distance) if 0 <= other < count)


class Rows:
    """What is shown beside every story of a library; a story is called by its place in it.

    first:  how many of a row nobody takes the place of
    most:   how many a row holds, apart from what its writer picked
    """

    def __init__(self, rows: Sequence[Row], wishes: Wishes, first: int, most: int) -> None:
        self._rows, self._wishes, self._first, self._most = rows, wishes, first, most
        self._leading = Counter(other for row in rows for other in row)
        self._leading.update(wishes.partner.values())

    def lead_to_all(self, ranked: Sequence[Sequence[int]]) -> None:
        """Give every story that stands in no row a place in the row of a story near to it.

        It comes last there. If the row is full, it takes the place of one that is not among the first, that
        nobody picked and that others lead to as well. A story that is told together with another is reached
        from that one.

        ranked:  the stories nearest to each
        """
        for place in range(len(self._rows)):
            if not self._leading[place]:
                hosts = chain(ranked[place], islice(around(place, len(self._rows)), _FARTHEST))
                host = next((host for host in hosts if self._can_take(host, place)), None)
                if host is not None:
                    self._rows[host][place] = False
                    self._leading[place] += 1

    def _can_take(self, host: int, place: int) -> bool:
        """Say whether there is room for a story in a row, and make it if need be."""
        row = self._rows[host]
        if not self._wishes.allow(host, place):
            return False
        if len(row) < self._most:
            return True
        spare = [other for other in list(row)[self._first :] if not row[other] and self._leading[other] > 1]
        if spare:
            del row[spare[-1]]
            self._leading[spare[-1]] -= 1
        return bool(spare)
