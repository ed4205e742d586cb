"""Whoever points at a link to a story, or comes to it by keyboard, sees the card of that story beside it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from served_site import DESK, PHONE, Open

PERSON = "people/karolien-van-der-ouderaa/"


def _near(page: Page) -> tuple[bool, bool]:
    """Say whether the card covers its link, and whether all of it stands within the window."""
    link = page.locator(".prose a.ref").first.bounding_box()
    card = page.locator(".preview").bounding_box()
    size = page.viewport_size
    assert link
    assert card
    assert size
    apart = card["y"] >= link["y"] + link["height"] or card["y"] + card["height"] <= link["y"]
    inside = card["x"] >= 0 and card["x"] + card["width"] <= size["width"]
    return not apart, inside and card["y"] >= 0 and card["y"] + card["height"] <= size["height"]


def test_pointing_at_a_link_shows_the_card_until_the_pointer_has_left_both(open_page: Open) -> None:
    """A reader may move onto the card to read it at leisure."""
    page = open_page(PERSON)
    preview = page.locator(".preview")
    page.get_by_role("main").get_by_role("link", name="Blazing contact").first.hover()
    expect(preview).to_be_visible()

    assert "birthday barbecue" in preview.inner_text()
    assert _near(page) == (False, True)
    preview.hover()
    page.wait_for_timeout(400)
    assert preview.is_visible()
    page.mouse.move(1, 1)
    expect(preview).to_be_hidden()


def test_keyboard_shows_the_card_and_escape_takes_it_away(open_page: Open) -> None:
    """Nobody needs a mouse; the focus stays where it is, and Tab passes the card by."""
    page = open_page(PERSON)
    link = page.locator(".prose a.ref").first
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    preview = page.locator(".preview")
    expect(preview).to_be_visible()
    page.keyboard.press("Escape")

    assert preview.is_hidden()
    expect(link).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".prose a.ref").nth(1)).to_be_focused()
    expect(preview).to_contain_text("Lazy loungers")


def test_card_beside_a_link_at_the_foot_of_the_window_stands_above_it(open_page: Open) -> None:
    """A preview is never half outside the window."""
    page = open_page(PERSON, viewport={**DESK, "height": 520})
    link = page.locator(".prose a.ref").first
    link.evaluate("link => scrollBy(0, link.getBoundingClientRect().bottom - innerHeight + 30)")
    link.hover()
    expect(page.locator(".preview")).to_be_visible()

    assert _near(page) == (False, True)


def test_passing_over_a_link_shows_nothing(open_page: Open) -> None:
    """A pointer on its way elsewhere does not make the page flicker."""
    page = open_page(PERSON)
    page.locator(".prose a.ref").first.hover()
    page.mouse.move(1, 1)
    page.wait_for_timeout(500)

    assert page.locator(".preview").is_hidden()


@pytest.mark.parametrize("options", [{"has_touch": True, "is_mobile": True, "viewport": PHONE}])
def test_finger_follows_the_link_at_once(open_page: Open, options: dict[str, object]) -> None:
    """On a phone there is nothing between a reader and the story."""
    page = open_page(PERSON, **options)
    page.locator(".prose a.ref").first.tap()

    expect(page.get_by_role("heading", level=1)).to_have_text("Blazing contact")


def test_screen_reader_is_told_of_a_story_once(open_page: Open) -> None:
    """The card repeats what is behind the link, for the eye alone."""
    page = open_page(PERSON)
    page.locator(".prose a.ref").first.hover()
    expect(page.locator(".preview")).to_be_visible()

    assert page.locator(".preview").get_attribute("aria-hidden") == "true"
    assert page.locator(".preview a:not([tabindex='-1'])").count() == 0
