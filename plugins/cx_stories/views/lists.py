"""Long lists in pages: of 48 cards, unless said otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
    before: dict[str, int] = {}
    some: list[int] = []
    others: list[int] = []
    for place, story in enumerate(stories):
        count = before[story.polarity] = before.get(story.polarity, 0) + 1
        if count <= most // 3:
            some.append(place)
        elif len(others) < most:
            others.append(place)
    return tuple(stories[place] for place in sorted((some + others)[:most]))
