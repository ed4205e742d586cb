"""Long lists are cut in pages of 48."""

from __future__ import annotations

import pytest

from cx_stories.views.lists import Pager, pagers, portion


@pytest.mark.parametrize(("length", "count"), [(0, 1), (1, 1), (48, 1), (49, 2), (96, 2), (97, 3)])
def test_list_takes_as_many_pages_as_it_needs(length: int, count: int) -> None:
    """An empty list is a page too, and a full page is not followed by an empty one."""
    assert [pager.number for pager in pagers("stories", length)] == list(range(1, count + 1))


def test_every_page_knows_all_pages() -> None:
    """A reader can go anywhere from anywhere."""
    pages = ((1, "stories"), (2, "stories/page/2"), (3, "stories/page/3"))

    assert list(pagers("stories", 100)) == [Pager(1, pages), Pager(2, pages), Pager(3, pages)]


def test_every_item_stands_on_one_page() -> None:
    """Nothing is lost or shown twice at the seams."""
    items = list(range(100))
    portions = [list(portion(items, pager)) for pager in pagers("stories", len(items))]

    assert [(len(found), found[0], found[-1]) for found in portions] == [
        (48, 0, 47),
        (48, 48, 95),
        (4, 96, 99),
    ]


def test_pages_follow_each_other() -> None:
    """The first has none before it and the last none after."""
    assert [(pager.previous, pager.next) for pager in pagers("stories", 100)] == [
        (None, "stories/page/2"),
        ("stories", "stories/page/3"),
        ("stories/page/2", None),
    ]


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (1, [1, 2, 3, None, 9]),
        (3, [1, 2, 3, 4, 5, None, 9]),
        (4, [1, 2, 3, 4, 5, 6, None, 9]),
        (5, [1, None, 3, 4, 5, 6, 7, None, 9]),
        (9, [1, None, 7, 8, 9]),
    ],
)
def test_ends_and_neighbours_are_shown(number: int, shown: list[int | None]) -> None:
    """A list of many pages does not fill the screen with numbers."""
    pager = list(pagers("stories", 48 * 9))[number - 1]

    assert [page and page[0] for page in pager.shown] == shown
