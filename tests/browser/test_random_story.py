"""Whoever does not know what to look for is led on by chance."""

from __future__ import annotations

import re

from playwright.sync_api import Page
from served_site import Open

ANY_STORY = re.compile(r"/stories/[\w-]+/$")
RECENT = "JSON.parse(localStorage.getItem('cx-seen:/'))"


def draw(page: Page, origin: str, folder: str = "") -> str:
    """Ask for a story, and give its id."""
    page.goto(f"{origin}{folder}random/")
    page.wait_for_url(ANY_STORY)
    page.wait_for_load_state()
    return page.url.rstrip("/").rpartition("/")[2]


def test_it_leads_to_another_story_each_time(open_page: Open, origin: str) -> None:
    """None of the last five comes again, and the stories are in the reader's language."""
    page = open_page("nl/stories/")
    drawn = [draw(page, origin, "nl/") for _ in range(6)]

    assert len(set(drawn)) == 6
    assert page.evaluate(RECENT) == drawn[:0:-1]


def test_back_leads_to_where_the_reader_was(open_page: Open, origin: str) -> None:
    """The page in between is not one to come back to."""
    page = open_page("stories/")
    draw(page, origin)
    page.go_back()

    assert page.url == f"{origin}stories/"


def test_without_javascript_there_are_twelve_to_choose_from(open_page: Open) -> None:
    """Chance is then the reader's own."""
    page = open_page("random/", java_script_enabled=False)
    cards = page.get_by_role("main").get_by_role("article")
    count = cards.count()
    cards.first.get_by_role("link").click()

    assert (count, bool(ANY_STORY.search(page.url))) == (12, True)
