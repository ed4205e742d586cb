"""Sending a colleague to one lesson of a story."""

from __future__ import annotations

from page_types import STORY
from playwright.sync_api import Locator, Page, expect
from served_site import PHONE, Open


def _link(page: Page) -> Locator:
    return page.get_by_role("link", name="Link to lesson 2")


def _opacity(link: Locator) -> str:
    return str(link.evaluate("link => getComputedStyle(link).opacity"))


def test_link_to_a_lesson_shows_where_the_mouse_is(open_page: Open) -> None:
    """It is not in the way of who reads, and there for who points at the lesson."""
    page = open_page(STORY)
    before = _opacity(_link(page))
    page.get_by_text("For a present, the return period should start").hover()

    assert (before, _opacity(_link(page))) == ("0", "1")


def test_link_to_a_lesson_is_reached_by_keyboard(open_page: Open, origin: str) -> None:
    """Whoever has no mouse sees it as soon as it has the focus, and Enter puts its address in the bar."""
    page = open_page(STORY)
    page.get_by_role("link", name="Link to lesson 1").focus()
    for _ in range(3):
        page.keyboard.press("Tab")
        if _link(page).evaluate("link => link === document.activeElement"):
            break
    shown = _opacity(_link(page))
    page.keyboard.press("Enter")

    assert (shown, page.url) == ("1", f"{origin}{STORY}#lesson.2")


def test_link_to_a_lesson_shows_on_a_phone(open_page: Open) -> None:
    """A finger cannot hover, so it is always there, and wide enough."""
    page = open_page(STORY, viewport=PHONE, has_touch=True, is_mobile=True)
    box = _link(page).bounding_box()

    assert box is not None
    assert (_opacity(_link(page)), box["width"] >= 24, box["height"] >= 24) == ("1", True, True)


def test_lesson_leads_to_the_stories_that_share_it(open_page: Open) -> None:
    """From a story to its lesson, and from there to the one story that contradicts it."""
    page = open_page("stories/the-practice-wall/")
    page.get_by_role("link", name="2 other stories teach it too, 1 contradicts it").click()
    page.get_by_role("region", name="Against it").get_by_role("link", name="Cancel by letter").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Cancel by letter")
    expect(page.get_by_text("cross out of the script every line")).to_be_in_viewport()
