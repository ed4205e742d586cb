"""What must hold on every kind of page: it loads clean, is accessible, and fits a small screen."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_types import PAGES
from playwright.sync_api import Page, expect
from rooms import House, Window
from served_site import PHONE, Open

WIDE = {"width": 1440, "height": 900}
SMALLEST = {"width": 320, "height": 640}
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


SCRIPT = Axe().axe_script
RUN = """
async (options) => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null)));
  const { violations } = await axe.run(options);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
"""
"""Looks once everything has the colours that it is to have: some of it fades from light to dark."""


def violations(page: Page) -> list[str]:
    """Give what axe-core holds against a page as it is now, a line for each element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    kinds = {"type": "tag", "values": TAGS}
    found: list[str] = page.evaluate(RUN, {"runOnly": kinds, "resultTypes": ["violations"], "preload": False})
    return found


@EVERY_PAGE
def test_it_loads_without_a_complaint(look_at: Open, origin: str, address: str) -> None:
    """No error, no failed request, nothing asked of another server; a heading and words.

    What comes late is heard in the next test, which stays longer.
    """
    page = look_at(address)

    assert page.url == origin + address
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_role("main").inner_text().strip()


@EVERY_PAGE
def test_it_is_accessible_in_every_look(look_at: Open, address: str) -> None:
    """axe-core finds nothing against WCAG 2.2 AA or good practice, light or dark, on a desk or a phone."""
    page = look_at(address, color_scheme="light", viewport=WIDE)
    found = {}
    for width, schemes in (
        (SMALLEST, ("light", "dark")),
        (PHONE, ("dark", "light")),
        (WIDE, ("light", "dark")),
    ):
        page.set_viewport_size(width)
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            found[f"{scheme} at {width['width']}"] = violations(page)
    page.emulate_media(color_scheme="light")

    assert {look: faults for look, faults in found.items() if faults} == {}


SHIFTS = """
() => {
  const seen = new PerformanceObserver(() => {});
  seen.observe({ type: "layout-shift", buffered: true });
  return seen.takeRecords().reduce((all, { value }) => all + value, 0);
}
"""


@pytest.mark.parametrize("address", [PAGES["lessons by element"], PAGES["reading pack"], "explore/"])
def test_nothing_moves_while_a_page_comes(open_page: Open, address: str) -> None:
    """Fonts and scripts come a moment after the page, and nobody loses the line that they were reading."""
    page = open_page(address, viewport={"width": 412, "height": 823}, is_mobile=True)
    page.wait_for_load_state("networkidle")

    assert page.evaluate(SHIFTS) < 0.1


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
def test_the_search_is_accessible_when_it_fails(house: House, origin: str, look: dict[str, object]) -> None:
    """The line is down, and that is said to everybody."""
    window = Window(house.room(origin, look), interceptable=True)
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
    page = open_page(PAGES["contribute"], viewport=SMALLEST)
    page.keyboard.press("/")
    page.keyboard.type(words)
    expect(page.locator(".found, .found-none").first).to_be_visible()

    widths = [page.locator(part).evaluate("(one) => one.scrollWidth") for part in (".finder", ".finder-body")]
    assert widths == [320, 320]


@EVERY_PAGE
def test_it_fits_the_smallest_screen(look_at: Open, address: str) -> None:
    """At 320 pixels, which is a laptop at 400 %, nobody scrolls sideways."""
    page = look_at(address, viewport=SMALLEST)

    widths = page.evaluate("[document.scrollingElement.scrollWidth, document.body.scrollWidth, innerWidth]")
    assert widths == [320, 320, 320]
