"""A story as a deck of cards, on the screen and on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from served_site import PHONE, Open
from test_every_kind_of_page import LOOKS, violations

STORY = "stories/blazing-contact/"
CARDS = f"{STORY}#cx:cards"
TELLING_STORIES = (
    "blazing-contact",
    "acknowledgement-seven",
    "fill-it-all-in-again",
    "your-file-is-elsewhere",
)
"""A plain one, one with a list, one with headings and a quotation after the pause, one of short lines."""
LOOK_AT_CARDS = r"""() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    const words = (selector) => all(selector).map((one) => one.textContent).join("").replace(/\s+/g, "");
    const over = all(".leaf-body").filter(
        (one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth);
    return {
        told: words(".telling > *, .telling-rest > *"),
        dealt: words(".leaf-facts .leaf-body > *, .leaf-outcome .leaf-body > *"),
        over: over.length,
    };
}"""
"""What the story says, what the cards say of it, and how many have not enough room."""


def test_deck_holds_the_story_in_the_order_of_a_session(open_page: Open) -> None:
    """The hook gives nothing away, the outcome comes after the question, the notes are last."""
    page = open_page(STORY)
    page.get_by_role("link", name="Print as cards").click()
    page.get_by_role("checkbox", name="With facilitator notes").check()
    leaves = page.locator(".leaf")
    names = leaves.evaluate_all("all => all.map((one) => one.classList[1])")

    assert list(dict.fromkeys(names)) == [
        "leaf-hook",
        "leaf-facts",
        "leaf-pause",
        "leaf-outcome",
        "leaf-lights",
        "leaf-questions",
        "leaf-lessons",
        "leaf-notes",
    ]
    assert leaves.first.locator(".hook-title, .hook-sentence, .setting").all_inner_texts() == [
        "Blazing contact",
        "Anyone with a birthday around the holidays depends on the parcel services, "
        "and everyone knows what becomes of parcels in December.",
        "Garden and DIY · Website or portal, post or parcel, shop or venue · Purchase, delivery, service",
    ]
    assert page.locator(".deck-count").inner_text() == f"{len(names)} cards"


@pytest.mark.parametrize("size", ["A6", "A5"])
@pytest.mark.parametrize("language", ["", "nl/"], ids=["en", "nl"])
@pytest.mark.parametrize("story", TELLING_STORIES)
def test_cards_lose_no_word_and_cut_nothing_off(
    open_page: Open, story: str, language: str, size: str
) -> None:
    """All the words are there in their order, and every card has room for what is on it."""
    page = open_page(f"{language}stories/{story}/#cx:cards")
    page.get_by_role("radio", name=size).check()

    seen = page.evaluate(LOOK_AT_CARDS)
    assert (seen["dealt"], seen["over"]) == (seen["told"], 0)


@pytest.mark.parametrize(("size", "measures"), [("A6", (105, 148)), ("A5", (148, 210))])
def test_each_card_is_a_page_of_paper(open_page: Open, size: str, measures: tuple[int, int]) -> None:
    """Printed to PDF: as many pages as there are cards, each of the size that was chosen."""
    page = open_page(CARDS)
    page.get_by_role("radio", name=size).check()
    cards = page.locator(".leaf").count()
    boxes = re.findall(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", page.pdf(prefer_css_page_size=True))

    pages = [tuple(round(float(points) / 72 * 25.4) for points in box) for box in boxes]
    assert pages == [measures] * cards


def test_cards_go_on_at_the_end_of_a_sentence(open_page: Open) -> None:
    """Whoever reads a card aloud need not turn it in the middle of one."""
    page = open_page("stories/grandpas-name-on-the-boiler/#cx:cards")
    ends = page.locator(".leaf-facts .leaf-body, .leaf-outcome .leaf-body").all_inner_texts()

    assert len(ends) > 2
    assert [end[-30:] for end in ends if not re.search(r"[.!?…][”’]?$", end.strip())] == []


def test_deck_is_for_the_group_until_the_notes_are_asked_for(open_page: Open) -> None:
    """Whoever prints at once can hand out every card; the notes are not counted among them."""
    page = open_page(CARDS)
    expect(page.get_by_role("checkbox", name="With facilitator notes")).not_to_be_checked()
    count = page.locator(".leaf").count()

    assert page.locator(".leaf-notes").count() == 0
    assert page.locator(".leaf-number").last.inner_text() == f"{count}/{count}"


def test_print_button_prints(open_page: Open) -> None:
    """The window's own dialogue does the rest."""
    page = open_page(CARDS)
    page.evaluate("window.print = () => { document.title = 'printed'; }")
    page.get_by_role("button", name="Print").click()

    expect(page).to_have_title("printed")


@pytest.mark.parametrize("leave", ["Escape", "the link", "the back button"])
def test_deck_is_left_again(open_page: Open, leave: str) -> None:
    """Back on the page, at the link that opened the deck."""
    page = open_page(STORY)
    page.get_by_role("link", name="Print as cards").click()
    expect(page.get_by_role("heading", level=1, name="The cards")).to_be_focused()
    if leave == "Escape":
        page.keyboard.press("Escape")
    elif leave == "the link":
        page.get_by_role("link", name="Back to the story").click()
    else:
        page.go_back()

    expect(page.get_by_role("link", name="Print as cards")).to_be_focused()
    assert page.get_by_role("heading", level=1).all_inner_texts() == ["Blazing contact"]
    assert page.locator(".deck").count() == 0


def test_no_id_is_twice_on_a_page_with_its_cards(open_page: Open) -> None:
    """What is copied onto cards leaves its places behind."""
    page = open_page(CARDS)
    ids = page.locator("[id]").evaluate_all("all => all.map((one) => one.id)")

    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_deck_is_accessible(open_page: Open, look: dict[str, object]) -> None:
    """axe-core finds nothing on it, in either scheme."""
    assert violations(open_page(CARDS, **look)) == []


@pytest.mark.parametrize("size", ["A6", "A5"])
def test_deck_fits_the_smallest_screen(open_page: Open, size: str) -> None:
    """A deck can be looked through on a telephone; nobody scrolls sideways."""
    page = open_page(CARDS, viewport={**PHONE, "width": 320})
    page.get_by_role("radio", name=size).check()

    assert page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]") == [320, 320]
