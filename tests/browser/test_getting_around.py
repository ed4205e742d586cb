"""Getting from page to page: in another language, without a mouse, on a phone, without scripts."""

from __future__ import annotations

import pytest
from eyesight import contrast, ground
from page_types import PAGES, STORY
from playwright.sync_api import expect
from served_site import PHONE, Open


@pytest.mark.parametrize("system", ["light", "dark"])
@pytest.mark.parametrize("kind", ["home", "story", "element", "Dutch story"])
def test_without_javascript_a_page_is_all_there(open_page: Open, kind: str, system: str) -> None:
    """The scheme of the system holds, the words are legible, and there is no button that does nothing."""
    page = open_page(PAGES[kind], color_scheme=system, java_script_enabled=False)

    heading = page.get_by_role("heading", level=1)
    paragraph = page.get_by_role("main").get_by_role("paragraph").last
    assert ground(page) == system
    assert heading.is_visible()
    assert contrast(page, paragraph.inner_text()) >= 4.5
    assert page.get_by_role("button").count() == 0
    assert page.get_by_role("search").count() == 0


def test_without_javascript_the_narrow_menu_opens(open_page: Open) -> None:
    """A phone that blocks scripts can still get around."""
    page = open_page(STORY, java_script_enabled=False, viewport=PHONE)
    page.get_by_role("banner").get_by_text("Menu", exact=True).click()
    page.get_by_role("navigation", name="Main menu").get_by_role("link", name="Stories").click()

    assert page.get_by_role("heading", level=1).inner_text() == "Stories"


def test_the_language_switch_keeps_the_story(open_page: Open, origin: str) -> None:
    """From English to Dutch and back, always in the same story."""
    page = open_page(STORY)
    seen = [page.get_by_role("heading", level=1).inner_text()]
    for name in ("Nederlands (NL)", "English (EN)"):
        page.get_by_role("link", name=name).click()
        seen.append(page.get_by_role("heading", level=1).inner_text())

    assert seen == ["Blazing contact", "Vlammend contact", "Blazing contact"]
    assert page.url == origin + STORY


def test_the_keyboard_starts_with_a_way_past_the_menu(open_page: Open) -> None:
    """The first Tab shows the link, Enter takes the reader to the words, the next Tab goes on from there."""
    page = open_page(STORY)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert (skip.get_attribute("href"), skip.is_visible()) == ("#cx:content", True)
    box = skip.bounding_box()
    assert box is not None
    assert min(box["x"], box["y"]) >= 0
    page.keyboard.press("Enter")

    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_focus_can_be_seen_on_everything_that_takes_it(open_page: Open) -> None:
    """Whoever moves with the Tab key always knows where they are."""
    page = open_page(STORY)
    unseen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        look = page.evaluate(
            """() => {
                const one = document.activeElement, style = getComputedStyle(one);
                const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
                return [one.tagName, one.textContent.trim().slice(0, 40), ring || style.boxShadow !== "none"];
            }"""
        )
        if look[0] == "BODY":
            break
        if not look[2]:
            unseen.append(look[:2])

    assert unseen == []


def test_the_narrow_menu_opens_and_leads_on(open_page: Open, origin: str) -> None:
    """On a phone the menu is one touch away."""
    page = open_page(STORY, viewport=PHONE, has_touch=True)
    menu = page.get_by_role("navigation", name="Main menu")
    seen = [menu.get_by_role("link", name="Stories").count()]
    menu.get_by_text("Menu", exact=True).tap()
    seen.append(menu.get_by_role("link", name="Stories").count())
    menu.get_by_role("link", name="Stories").tap()
    page.wait_for_url(origin + PAGES["stories"])

    assert seen == [0, 1]


def test_the_menu_leaves_room_for_the_search(open_page: Open) -> None:
    """As soon as it stands open it is on one line, and the name of the search is there in full."""
    page = open_page("nl/", viewport={"width": 1250, "height": 600})
    seen = []
    for width in (1264, 1265):
        page.set_viewport_size({"width": width, "height": 600})
        seen.append(
            page.evaluate("""() => {
              const lines = [...document.querySelectorAll(".menu-wide a")].map((link) => link.offsetTop);
              const { scrollWidth, clientWidth } = document.querySelector(".search-open span");
              return [lines.every((line) => line === 0), new Set(lines).size, scrollWidth > clientWidth];
            }""")
        )

    assert seen == [[True, 1, False], [False, 1, False]]
