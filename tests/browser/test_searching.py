"""Looking for a story: with the keyboard, by touch, from any page."""

from __future__ import annotations

import re

from page_types import PAGES, STORY
from playwright.sync_api import expect
from served_site import PHONE, Open


def test_a_story_is_found_by_its_words(open_page: Open, origin: str) -> None:
    """Who remembers the barbecue finds its story first, and gets there with the keyboard alone."""
    page = open_page(PAGES["article"])
    page.keyboard.press("/")
    page.keyboard.type("barbecue", delay=20)
    first = page.get_by_role("search").get_by_role("link").first
    expect(first).to_be_visible()
    expect(first).to_contain_text("Blazing contact")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{origin}{STORY}**")

    assert page.get_by_role("heading", level=1).inner_text() == "Blazing contact"


def test_search_works_from_a_dutch_page(open_page: Open) -> None:
    """The search finds its index from below nl/, and a word that stands only in a Dutch story."""
    page = open_page(PAGES["Dutch story"])
    page.keyboard.press("/")
    page.keyboard.type("priel", delay=20)

    expect(page.get_by_role("search").get_by_role("link").first).to_contain_text("Het eilandmenu")


def test_a_rule_is_found_by_its_code(open_page: Open, origin: str) -> None:
    """Who reads a code in a message types it in, and gets to what it means."""
    page = open_page(PAGES["contribute"])
    page.keyboard.press("/")
    page.keyboard.type("CX201", delay=20)
    page.get_by_role("search").get_by_role("link").filter(has_text="CX201 unknown-term").first.click()

    expect(page.locator("#CX201")).to_be_in_viewport()
    expect(page).to_have_url(re.compile(rf"{origin}contribute/rules/.*#CX201"))


def test_search_opens_with_a_slash_and_closes_with_escape(open_page: Open) -> None:
    """The keyboard is enough, and closing gives the page back."""
    page = open_page(STORY)
    box, results = page.get_by_role("textbox"), page.get_by_role("search").get_by_role("link")
    page.keyboard.press("/")
    expect(box).to_be_focused()
    page.keyboard.type("barbecue", delay=20)
    expect(results.first).to_be_visible()
    page.keyboard.press("Escape")

    expect(results).to_have_count(0)
    expect(box).not_to_be_focused()


def test_search_opens_on_a_phone_by_touch(open_page: Open) -> None:
    """A thumb is enough to look for a story."""
    page = open_page(STORY, viewport=PHONE, has_touch=True)
    box, results = page.get_by_role("textbox"), page.get_by_role("search").get_by_role("link")
    page.get_by_role("banner").get_by_title("Search").tap()
    box.tap()
    page.keyboard.type("barbecue", delay=20)
    expect(results.first).to_be_visible()
    results.first.tap()

    expect(page.get_by_role("heading", level=1)).to_have_text("Blazing contact")


def test_search_opens_in_a_narrow_window_with_a_slash(open_page: Open) -> None:
    """Whoever has enlarged the page to 400 % has a narrow window, and often no mouse."""
    page = open_page(STORY, viewport=PHONE)
    page.keyboard.press("/")

    expect(page.get_by_role("textbox")).to_be_focused()


def test_search_is_reached_in_a_narrow_window_with_the_tab_key(open_page: Open) -> None:
    """Not everybody knows the slash; the search is a stop on the way, as a box or as a button with a name."""
    page = open_page(STORY, viewport=PHONE)
    named = (
        "[document.activeElement.tagName, document.activeElement.ariaLabel ?? document.activeElement.title]"
    )
    stops = []
    for _ in range(8):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(named))
        if stops[-1] == ["BUTTON", "Search"]:
            page.keyboard.press("Enter")
        if stops[-1][1] == "Search":
            break

    assert stops[-1][1] == "Search"
    expect(page.get_by_role("textbox")).to_be_focused()
