"""Long lists in pages: of 48 cards, unless said otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from cx_stories.model.story import Story
from cx_stories.views import addresses

PAGE_SIZE = 48
LINES = 400
"""How many lines stand on a page."""
FOREMOST = 12
"""How many stories have a card above a list of lines."""
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a page of a list stands among its fellows.

    pages:  number and address of each
    size:   how many items stand on a page
    """

    number: int
    pages: Sequence[tuple[int, str]]
    size: int = PAGE_SIZE

    @property
    def previous(self) -> str | None:
        """The address of the page before, if there is one."""
        return self.pages[self.number - 2][1] if self.number > 1 else None

    @property
    def next(self) -> str | None:
        """The address of the page after, if there is one."""
        return self.pages[self.number][1] if self.number < len(self.pages) else None

    @property
    def shown(self) -> Sequence[tuple[int, str] | None]:
        """The pages worth a link: the ends and the neighbours; None stands for those left out."""
        near = [
            page for page in self.pages if page[0] in (1, len(self.pages)) or abs(page[0] - self.number) <= 2
        ]
        shown: list[tuple[int, str] | None] = []
        for page in near:
            last = shown[-1] if shown else None
            if last and page[0] > last[0] + 1:
                shown.append(None)
            shown.append(page)
        return shown


def pagers(address: str, length: int, size: int = PAGE_SIZE) -> Iterator[Pager]:
    """Give a pager for every page that a list of this length takes; an empty list takes one."""
    count = max(1, -(-length // size))
    pages = tuple((number, addresses.numbered(address, number)) for number in range(1, count + 1))
    for number, _ in pages:
        yield Pager(number, pages, size)


def portion(items: Sequence[_Item], pager: Pager) -> Sequence[_Item]:
    """Give the items that stand on a page."""
    start = (pager.number - 1) * pager.size
    return items[start : start + pager.size]


def foremost(stories: Sequence[Story], most: int = FOREMOST) -> Sequence[Story]:
    """Give the first stories of a list, among them some of every polarity that it has, in its order."""
    verdicts = [story.polarity for story in stories]
    some = sorted(place for verdict in set(verdicts) for place in _first(verdict, verdicts, most // 3))
    others = islice((place for place in range(len(verdicts)) if place not in some), most)
    return tuple(stories[place] for place in sorted([*some, *others][:most]))


def _first(wanted: str, verdicts: Sequence[str], count: int) -> Iterator[int]:
    """Give the first places of a verdict; the list is long, and mostly it need not be read to its end."""
    place = -1
    for _ in range(min(count, verdicts.count(wanted))):
        place = verdicts.index(wanted, place + 1)
        yield place
