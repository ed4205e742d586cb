"""Everything that prose may have now and then works, prints and fits a phone, without a program for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from rooms import House, Window
from served_site import PHONE, serving
from tests.site.made_site import CONFIG, Stage

EXTENSIONS = """\
markdown_extensions:
  - admonition
  - attr_list
  - footnotes
  - tables
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
"""
PROSE = """\
The shutters were half down when she asked for a lamp.[^1] See [the folded part](#inside).

| What somebody does | How many | How much it costs | Where it happens | Number-of-the-receipt |
| ------------------ | -------: | :---------------: | ---------------- | --------------------- |
| Ask for a lamp     |    1,200 |      € 12.50      | In the shop      | NL-2024-0001-ABCDEFGH |

??? note "Folded away"
    ## Inside { #inside }

    He wrote nothing down.

!!! warning "Mind the rain"
    It rained.

```
a line of code that goes on and on and on, further than a phone is wide, and further still
```

=== "Before"
    She had no light.

=== "After"
    She had one.

[^1]: It was his own.
"""
SCROLLED = """() => new Promise((done) => {
  const look = () => { if (document.activeElement.scrollLeft) done(); else requestAnimationFrame(look); };
  look();
})"""
"""Waits until what has the focus has scrolled. The policy forbids Playwright's own way of waiting."""


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Publish a story with rich prose and give the address of its site."""
    stage = Stage(tmp_path_factory.mktemp("rich"))
    stage.configure(CONFIG + EXTENSIONS)
    stage.story("lamp", PROSE)
    stage.published()
    with serving(stage.site) as origin:
        yield origin


@pytest.fixture
def page(house: House, rich: str) -> Iterator[Page]:
    """Open the story on a phone; the test fails if the page complains."""
    window = Window(house.room(rich, {"viewport": PHONE}))
    yield window.show("stories/lamp/")
    window.close()
    assert window.complaints.heard == []


def shown(page: Page, words: str) -> bool:
    """Say whether words are on the page for somebody who looks at it."""
    return page.get_by_text(words, exact=True).is_visible()


def test_a_wide_table_scrolls_and_the_page_does_not(page: Page) -> None:
    """By finger and by keyboard, and it says what it is about."""
    box = page.get_by_role("group", name="What somebody does, How many, How much it costs")
    box.focus()
    page.keyboard.press("ArrowRight")
    page.evaluate(SCROLLED)

    assert page.evaluate("[document.scrollingElement.scrollWidth, document.activeElement.tabIndex]") == [
        390,
        0,
    ]


def test_numbers_stand_to_the_right_as_typed(page: Page) -> None:
    """The alignment of a column holds without a style in the page."""
    aligned = page.locator(".prose td").evaluate_all(
        "(cells) => cells.map((one) => getComputedStyle(one).textAlign)"
    )

    assert aligned == ["left", "right", "center", "left", "left"]


def test_a_link_into_what_is_folded_away_opens_it(page: Page) -> None:
    """Nobody is led to a place that does not show."""
    before = shown(page, "He wrote nothing down.")
    page.get_by_role("link", name="the folded part").click()

    assert before is False
    expect(page.get_by_text("He wrote nothing down.", exact=True)).to_be_visible()


def test_what_is_folded_away_shows_where_the_keyboard_is(page: Page) -> None:
    """The line that opens it is framed when it has the focus."""
    summary = page.locator(".prose summary")
    summary.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")

    assert summary.evaluate("(line) => getComputedStyle(line).outlineStyle") == "solid"


def test_tabs_are_chosen_by_finger_and_by_keyboard(page: Page) -> None:
    """The chosen one is underlined, and its text is the one that shows."""
    line = "(one) => getComputedStyle(one).borderBottomColor === 'rgba(0, 0, 0, 0)'"
    page.get_by_text("After", exact=True).click()
    clicked = (shown(page, "She had no light."), shown(page, "She had one."))
    plain = page.locator(".tabbed-labels label").evaluate_all(f"(all) => all.map({line})")
    page.keyboard.press("ArrowLeft")

    assert (clicked, plain, shown(page, "She had no light.")) == ((False, True), [True, False], True)


def test_a_footnote_leads_back_without_a_mouse(page: Page) -> None:
    """On a phone nothing hovers: the way back is there, and large enough for a finger."""
    back = page.locator(".footnote-backref")
    box = back.bounding_box() or {}

    assert back.evaluate("(link) => getComputedStyle(link).opacity") == "1"
    assert min(box["width"], box["height"]) >= 24


def test_words_in_remarks_and_notes_can_be_read(page: Page) -> None:
    """Nothing is smaller than 15 pixels."""
    sizes = page.locator(
        ".prose :is(.admonition p, summary, .footnote p, .tabbed-labels label)"
    ).evaluate_all("(all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize))")

    assert (len(sizes) >= 5, min(sizes) >= 15) == (True, True)


def test_on_paper_nothing_is_folded_away_or_behind_a_tab(page: Page) -> None:
    """Paper cannot be clicked."""
    page.emulate_media(media="print")

    words = ("He wrote nothing down.", "She had no light.", "She had one.", "It rained.")
    heights = [(page.get_by_text(one, exact=True).bounding_box() or {}).get("height", 0) > 0 for one in words]
    assert heights == [True] * 4
