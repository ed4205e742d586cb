"""How a page looks: its scheme, its typefaces, its lines, and on paper."""

from __future__ import annotations

import pytest
from eyesight import contrast, ground
from page_types import PAGES, STORY
from served_site import Open

LINES = """(paragraphs) => paragraphs.flatMap((paragraph) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const counts = new Map();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let place = 0; place < node.length; place += 1) {
            const range = document.createRange();
            range.setStart(node, place);
            range.setEnd(node, place + 1);
            const box = range.getClientRects()[0];
            if (box) {
                const line = Math.round((box.top + box.bottom) / 20);
                counts.set(line, (counts.get(line) ?? 0) + 1);
            }
        }
    }
    return [...counts.values()].slice(0, -1);
})"""
"""Gives how many characters each full line of some paragraphs holds; the last line of each is left out."""

LOADED_FONTS = """[...document.fonts].filter((font) => font.status === "loaded")
    .map((font) => font.family.replaceAll('"', ""))"""
FIRST_FAMILY = """(one) => getComputedStyle(one).fontFamily.split(",")[0].replaceAll('"', "")"""


@pytest.mark.parametrize(("system", "chosen"), [("light", "dark"), ("dark", "light")])
def test_the_button_switches_the_scheme_and_the_choice_is_kept(
    open_page: Open, origin: str, system: str, chosen: str
) -> None:
    """A reader who prefers dark on a light computer, or the reverse, chooses once."""
    page = open_page(STORY, color_scheme=system)
    seen = [ground(page)]
    page.get_by_role("button", name="Light or dark").click()
    seen.append(ground(page))
    page.reload()
    seen.append(ground(page))
    page.goto(origin + PAGES["elements"])
    seen.append(ground(page))
    page.get_by_role("button", name="Light or dark").click()
    seen.append(ground(page))

    assert seen == [system, chosen, chosen, chosen, system]


def test_a_page_follows_the_system_when_that_changes(open_page: Open) -> None:
    """A computer that turns dark in the evening takes an open page along."""
    page = open_page(STORY, color_scheme="light")
    seen = [ground(page)]
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(50)
    seen.append(ground(page))

    assert seen == ["light", "dark"]


@pytest.mark.parametrize("address", [STORY, PAGES["long story"], PAGES["Dutch story"]])
def test_a_line_of_a_story_is_as_long_as_one_in_a_book(open_page: Open, address: str) -> None:
    """The eye finds the start of the next line: 60 to 80 characters on a screen of 1280 pixels."""
    page = open_page(address)
    page.evaluate("document.fonts.ready")

    counts = sorted(
        page.locator("main p").evaluate_all(f"(all) => ({LINES})(all.filter((one) => one.closest('.prose')))")
    )
    assert len(counts) > 15
    assert 60 <= counts[len(counts) // 2] <= 80
    assert 60 <= sum(counts) / len(counts) <= 80


def test_the_three_typefaces_are_loaded_and_used(open_page: Open) -> None:
    """Headings, stories and buttons are set as they were designed, from our own server."""
    page = open_page(STORY)
    page.evaluate("document.fonts.ready")

    loaded = page.evaluate(LOADED_FONTS)
    families = {
        name: place.first.evaluate(FIRST_FAMILY)
        for name, place in {
            "heading": page.get_by_role("heading", level=1),
            "story": page.get_by_text("Anyone with a birthday around the holidays"),
            "menu": page.get_by_role("navigation").get_by_role("link"),
        }.items()
    }
    ours = {name for name in loaded if " as " not in name}  # what stands in for one comes with the machine
    assert ours == {"Fraunces", "Source Serif 4", "Figtree"}
    assert families == {"heading": "Fraunces", "story": "Source Serif 4", "menu": "Figtree"}


@pytest.mark.parametrize("kind", ["story", "element", "Dutch story"])
def test_a_printed_page_is_the_story_alone(open_page: Open, kind: str) -> None:
    """On paper there is no menu, no search and no foot; the words are dark on white."""
    page = open_page(PAGES[kind], color_scheme="dark")
    heading = page.get_by_role("heading", level=1)
    page.emulate_media(media="print", color_scheme="dark")

    parts = {role: page.get_by_role(role).count() for role in ("banner", "contentinfo", "search")}
    assert parts == {"banner": 0, "contentinfo": 0, "search": 0}
    assert heading.is_visible()
    assert ground(page) == "light"
    assert contrast(page, heading.inner_text()) >= 4.5
