"""Deciding before one knows the end, and the notes for whoever runs the session."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from served_site import PHONE, Open
from test_every_kind_of_page import LOOKS, violations

STORY = "stories/blazing-contact/"
DECIDE = f"{STORY}#cx:decide"
BEFORE = "They hurried over."
AFTER = "a receipt was shown, and a new firebox changed hands."
GIVEN_AWAY = ("What we learn", "Positive", "trusted", "The other side", "At a glance", "Facilitator notes")


def _words(page: Page) -> str:
    return page.get_by_role("main").inner_text()


def _shown(page: Page) -> tuple[bool, bool, list[str]]:
    """Tell whether the beginning and the end can be read, and what gives the end away."""
    words = _words(page)
    return BEFORE in words, AFTER in words, [one for one in GIVEN_AWAY if one in words]


def test_story_stops_at_the_moment_of_choice(open_page: Open) -> None:
    """What comes after is not to be read, nor anything that tells how it ended; there is a question."""
    page = open_page(STORY)
    page.get_by_role("link", name="Decide first").first.click()

    assert _shown(page) == (True, False, [])
    expect(page.get_by_role("heading", name="What would you do?")).to_be_visible()
    assert "Who in your shop may hand over a new part on Boxing Day" in _words(page)
    assert page.locator(".reveal").get_attribute("open") is None


def test_the_rest_is_read_after_deciding(open_page: Open, origin: str) -> None:
    """With the keyboard too: the reader goes on where the story stopped, and everything else is back."""
    page = open_page(DECIDE)
    page.locator(".reveal > summary").focus()
    page.keyboard.press("Enter")

    expect(page.locator("[id='cx:rest']")).to_be_focused()
    assert _shown(page)[:2] == (True, True)
    assert page.get_by_role("heading", name="What would you do?").count() == 0
    assert page.url == f"{origin}{STORY}#cx:rest"


def test_the_back_button_asks_again(open_page: Open) -> None:
    """And back once more leads to the whole story."""
    page = open_page(STORY)
    page.get_by_role("link", name="Decide first").first.click()
    page.locator(".reveal > summary").click()
    expect(page.locator("[id='cx:rest']")).to_be_focused()
    page.go_back()
    asked_again = _shown(page)
    page.go_back()

    assert asked_again == (True, False, [])
    assert _shown(page)[:2] == (True, True)


def test_whoever_does_not_want_to_decide_reads_on(open_page: Open) -> None:
    """Somebody who was sent the address of a story that stops can do without."""
    page = open_page(DECIDE)
    page.get_by_role("link", name="Show the whole story").click()

    assert _shown(page)[:2] == (True, True)


def test_without_javascript_one_can_decide_too(open_page: Open) -> None:
    """The story stops, and a link leads on; nothing is offered that would not work."""
    page = open_page(STORY, java_script_enabled=False)
    page.get_by_role("link", name="Decide first").first.click()
    stopped = _shown(page)
    page.get_by_role("link", name="Read how it went on").click()

    assert stopped == (True, False, [])
    assert _shown(page)[:2] == (True, True)
    assert page.get_by_role("link", name="Print as cards").count() == 0


def test_printing_prints_everything(open_page: Open) -> None:
    """A story that stops on the screen is whole on paper, and stops again afterwards."""
    page = open_page(DECIDE)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = _shown(page)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")

    assert printed[:2] == (True, True)
    assert _shown(page) == (True, False, [])


def test_facilitator_notes_open_where_the_link_leads(open_page: Open) -> None:
    """They are put away until somebody wants them: the plan, what to listen for, what to compare."""
    page = open_page(STORY)
    plan = page.get_by_role("heading", name="In twenty minutes")
    assert not plan.is_visible()
    page.get_by_role("link", name="Facilitator notes").click()

    expect(plan).to_be_visible()
    notes = page.locator("[id='cx:notes']")
    assert notes.get_by_role("heading").all_inner_texts() == [
        "In twenty minutes",
        "What to listen for",
        "The verdict and the lights",
        "Compare it with",
    ]
    assert sum(int(number) for number in re.findall(r"(\d+) min", notes.inner_text())) == 20


def test_on_a_phone_the_uses_of_a_story_are_one_tap_away(open_page: Open) -> None:
    """They come after the text there; on a desk they stand beside it, and no link is needed."""
    jump = open_page(STORY).get_by_role("link", name="Use it")
    on_a_desk = jump.is_visible()
    page = open_page(STORY, viewport=PHONE)
    page.get_by_role("link", name="Use it").click()

    assert not on_a_desk
    expect(page.get_by_role("link", name="Print as cards")).to_be_in_viewport()
    page.get_by_role("link", name="The other side", exact=True).filter(visible=True).click()
    expect(page.get_by_role("heading", name="The other side")).to_be_in_viewport()


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_story_that_stops_is_accessible(open_page: Open, look: dict[str, object]) -> None:
    """axe-core finds nothing while a reader decides."""
    assert violations(open_page(DECIDE, **look)) == []
