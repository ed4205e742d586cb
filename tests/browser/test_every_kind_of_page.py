"""What must hold on every kind of page: it loads clean, is accessible, and fits a small screen."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_types import PAGES
from playwright.sync_api import Browser, Page, expect
from served_site import PHONE, Open, Window

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


STATES_OF_THE_SEARCH = {
    "before typing": ("", "What you can look for", "light and narrow"),
    "results": ("complaint", "See all", "light and wide"),
    "results, dark": ("surprising", "Other pages", "dark and wide"),
    "results on a phone": ("complaint", "See all", "dark and narrow"),
    "places in pages": ("CX201", "unknown-term", "dark and wide"),
    "some of the words": ("barbecue helicopter", "This comes closest", "dark and narrow"),
    "a slip": ("suprize", "Did you mean", "light and wide"),
    "a slip on a phone": ("barbeceu", "Did you mean", "dark and narrow"),
    "nothing": ("qqqqq", "Nothing found", "dark and wide"),
}


@pytest.mark.parametrize(("words", "said", "look"), STATES_OF_THE_SEARCH.values(), ids=STATES_OF_THE_SEARCH)
def test_the_search_is_accessible(open_page: Open, words: str, said: str, look: str) -> None:
    """Also while somebody looks for something, and whether they find it or not."""
    page = open_page("", **{**LOOKS, **OTHER_LOOKS}[look])
    page.keyboard.press("/")
    page.keyboard.type(words)
    expect(page.get_by_role("dialog").get_by_text(said).last).to_be_visible()

    assert violations(page) == []


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_the_search_is_accessible_when_it_remembers(open_page: Open, look: dict[str, object]) -> None:
    """What somebody looked for before is a list of buttons."""
    page = open_page(PAGES["article"], **look)
    page.keyboard.press("/")
    page.keyboard.type("barbecue")
    page.get_by_role("dialog").get_by_role("link", name="Blazing contact").click()
    page.wait_for_url("**/blazing-contact/")
    page.keyboard.press("/")
    expect(page.get_by_role("button", name="Forget these")).to_be_visible()

    assert violations(page) == []


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_the_search_is_accessible_when_it_fails(
    chromium: Browser, origin: str, look: dict[str, object]
) -> None:
    """The line is down, and that is said to everybody."""
    window = Window(chromium, origin, look)
    page = window.show("")
    page.route("**/pagefind/**", lambda route: route.abort())
    page.keyboard.press("/")
    page.keyboard.type("barbecue")
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    found = violations(page)
    window.close()

    assert found == []


@pytest.mark.parametrize("words", ["complaint", "CX201", "suprize", "w" * 60])
def test_the_search_fits_the_smallest_screen(open_page: Open, words: str) -> None:
    """At 320 pixels nobody scrolls its results sideways."""
    page = open_page(PAGES["contribute"], viewport={"width": 320, "height": 640})
    page.keyboard.press("/")
    page.keyboard.type(words)
    expect(page.locator(".found, .found-none").first).to_be_visible()

    widths = [page.locator(part).evaluate("(one) => one.scrollWidth") for part in (".finder", ".finder-body")]
    assert widths == [320, 320]


@EVERY_PAGE
def test_it_fits_the_smallest_screen(look_at: Open, address: str) -> None:
    """At 320 pixels, which is a laptop at 400 %, nobody scrolls sideways."""
    page = look_at(address, viewport={"width": 320, "height": 640})

    widths = page.evaluate("[document.scrollingElement.scrollWidth, document.body.scrollWidth, innerWidth]")
    assert widths == [320, 320, 320]
