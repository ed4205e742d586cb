"""What must hold on every kind of page: it loads clean, is accessible, and fits a small screen."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_types import PAGES
from playwright.sync_api import Page
from served_site import PHONE, Open

WIDE = {"width": 1440, "height": 900}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = {
    "light and wide": {"color_scheme": "light", "viewport": WIDE},
    "dark and narrow": {"color_scheme": "dark", "viewport": PHONE},
}
OTHER_LOOKS = {
    "dark and wide": {"color_scheme": "dark", "viewport": WIDE},
    "light and narrow": {"color_scheme": "light", "viewport": PHONE},
}
EVERY_PAGE = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)


def violations(page: Page) -> list[str]:
    """Give what axe-core holds against a page, a line for each element."""
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


@EVERY_PAGE
def test_it_loads_without_a_complaint(look_at: Open, origin: str, address: str) -> None:
    """No error, no failed request, nothing asked of another server; a heading and words."""
    page = look_at(address)
    page.wait_for_load_state("networkidle")

    assert page.url == origin + address
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_role("main").inner_text().strip()


@EVERY_PAGE
@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_it_is_accessible(look_at: Open, address: str, look: dict[str, object]) -> None:
    """axe-core finds nothing against WCAG 2.2 AA or good practice."""
    assert violations(look_at(address, **look)) == []


@pytest.mark.parametrize("kind", ["home", "story with everything", "element", "how to read", "Dutch story"])
@pytest.mark.parametrize("look", OTHER_LOOKS.values(), ids=OTHER_LOOKS)
def test_the_richest_pages_are_accessible_in_every_look(
    look_at: Open, kind: str, look: dict[str, object]
) -> None:
    """Both schemes hold at both widths."""
    assert violations(look_at(PAGES[kind], **look)) == []


@pytest.mark.parametrize(
    ("words", "found", "look"),
    [
        ("", 0, OTHER_LOOKS["light and narrow"]),
        ("barbecue", 1, LOOKS["light and wide"]),
        ("barbecue", 1, LOOKS["dark and narrow"]),
        ("qqqqq", 0, OTHER_LOOKS["dark and wide"]),
    ],
    ids=["before typing", "results", "results on a phone", "no results"],
)
def test_the_search_is_accessible(open_page: Open, words: str, found: int, look: dict[str, object]) -> None:
    """Also while somebody looks for something, and whether they find it or not."""
    page = open_page("", **look)
    page.wait_for_load_state("networkidle")
    page.locator("#__search").evaluate("(box) => box.click()")
    page.get_by_role("textbox").press_sequentially(words)
    page.wait_for_timeout(300)

    assert (page.get_by_role("search").get_by_role("link").count() > 0) == bool(found)
    assert violations(page) == []


@EVERY_PAGE
def test_it_fits_the_smallest_screen(look_at: Open, address: str) -> None:
    """At 320 pixels, which is a laptop at 400 %, nobody scrolls sideways."""
    page = look_at(address, viewport={"width": 320, "height": 640})

    widths = page.evaluate("[document.scrollingElement.scrollWidth, document.body.scrollWidth, innerWidth]")
    assert widths == [320, 320, 320]
