"""Long lists are cut in pages: of 48 cards, or of 400 lines."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cx_stories.model.story import Story
from cx_stories.views.lists import LINES, Pager, foremost, pagers, portion
from tests.conftest import Site


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


def test_list_of_lines_has_pages_of_its_own_size() -> None:
    """Lines are shorter than cards, so there are more of them on a page."""
    portions = [portion(range(900), pager) for pager in pagers("terms/channels/web", 900, LINES)]

    assert [(one[0], one[-1]) for one in portions] == [(0, 399), (400, 799), (800, 899)]


@given(st.text("+-?x", max_size=60), st.integers(0, 15))
def test_foremost_stories_are_those_a_reader_would_pick_from_the_top(verdicts: str, most: int) -> None:
    """The first third of every verdict, then whatever comes first."""
    stories = [cast("Story", SimpleNamespace(polarity=verdict)) for verdict in verdicts]
    early = [place for place, sign in enumerate(verdicts) if verdicts[:place].count(sign) < most // 3]
    places = sorted([*early, *(place for place in range(len(verdicts)) if place not in early)][:most])

    assert foremost(stories, most) == tuple(stories[place] for place in places)


@pytest.mark.parametrize(
    ("verdicts", "places"),
    [
        ("", []),
        ("+" * 5, [0, 1, 2, 3, 4]),
        ("+" * 20, list(range(12))),
        ("+" * 18 + "-" * 2, [*range(10), 18, 19]),
        ("+" * 18 + "-" * 9, [*range(8), *range(18, 22)]),
        ("-" + "+" * 18, list(range(12))),
    ],
)
def test_foremost_stories_have_some_of_every_verdict(site: Site, verdicts: str, places: list[int]) -> None:
    """At most four older ones of a verdict push their way in; otherwise the newest come first."""
    for number, verdict in enumerate(verdicts):
        polarity = {"+": "positive", "-": "negative"}[verdict]
        site.story(f"story-{number:02}", f"polarity: {polarity}\n")

    assert [story.id for story in foremost(site.library().stories)] == [f"story-{n:02}" for n in places]
