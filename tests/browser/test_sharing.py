"""A story can be cited and handed on, with one click or by hand."""

from __future__ import annotations

import json

import pytest
from page_types import STORY
from playwright.sync_api import Locator, Page, expect
from served_site import Open

MAY_COPY = {"permissions": ["clipboard-read", "clipboard-write"]}


def copied(page: Page, kind: str = "text/plain") -> str:
    """Give what a reader would paste now."""
    read = (
        "(kind) => navigator.clipboard.read().then(([one]) => one.getType(kind)).then((part) => part.text())"
    )
    text: str = page.evaluate(read, kind)
    return text


def press(page: Page, name: str) -> None:
    """Press a button, and wait until the page says beside it that it has copied."""
    button = page.get_by_role("button", name=name, exact=True)
    button.click()
    said = beside(button)
    expect(said).to_have_text("Copied.")
    pressed, told = button.bounding_box(), said.bounding_box()
    assert pressed
    assert told
    assert abs(told["y"] - pressed["y"]) < 45


def beside(button: Locator) -> Locator:
    """Give what is said beside a button."""
    return button.locator("xpath=..").get_by_role("status")


def test_reference_is_copied_with_its_whole_address(open_page: Open, origin: str) -> None:
    """Pasted into a letter it leads back, and a word processor sets the title in italics."""
    page = open_page(STORY, **MAY_COPY)
    press(page, "Copy the reference")

    assert copied(page) == (
        f"The editors. (2022, January 15). Blazing contact. CX Stories. {origin}{STORY} "
        "(Retold from “Experience First”, Customer First)"
    )
    assert "<i>Blazing contact</i>" in copied(page, "text/html")


def test_link_is_copied(open_page: Open, origin: str) -> None:
    """The address alone, for a message."""
    page = open_page(STORY + "#cx:lessons", **MAY_COPY)
    press(page, "Copy the link")

    assert copied(page) == origin + STORY


@pytest.mark.parametrize(("name", "end"), [("BibTeX", "\n}"), ("CSL-JSON", "\n}]")])
def test_formats_for_programs_are_copied_whole(open_page: Open, origin: str, name: str, end: str) -> None:
    """From the first sign to the last, with the address in it."""
    page = open_page(STORY, **MAY_COPY)
    page.locator(".share").get_by_text(name, exact=True).click()
    press(page, f"Copy as {name}")

    text = copied(page)
    assert (origin + STORY in text, text.endswith(end)) == (True, True)
    if name == "CSL-JSON":
        assert json.loads(text)[0]["URL"] == origin + STORY


def test_where_copying_is_not_allowed_the_text_is_selected(open_page: Open) -> None:
    """A reader on an old server, or with a strict browser, is one key away from the same."""
    page = open_page(STORY)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    button = page.get_by_role("button", name="Copy the reference")
    button.click()

    expect(beside(button)).to_contain_text("Ctrl+C")
    selected: str = page.evaluate("getSelection().toString()")
    assert selected.startswith("The editors. (2022, January 15). Blazing contact.")


def test_device_that_shares_is_asked_to(open_page: Open, origin: str) -> None:
    """A phone shows its own list of people and programs; elsewhere there is no such button."""
    page = open_page(STORY)
    button = page.get_by_role("button", name="Share …")
    seen = [button.is_visible()]
    page.add_init_script("navigator.share = async (what) => { window.shared = what; }")
    page.reload()
    button.click()
    seen.append(button.is_visible())

    shared = page.evaluate("window.shared")
    assert (seen, shared["title"], shared["url"]) == ([False, True], "Blazing contact", origin + STORY)


def test_without_javascript_everything_can_be_selected(open_page: Open) -> None:
    """The texts are on the page, and there is no button that does nothing."""
    page = open_page(STORY, java_script_enabled=False)
    box = page.locator(".share")
    box.get_by_text("BibTeX", exact=True).click()

    assert box.get_by_text("@misc{blazing-contact,").is_visible()
    assert box.get_by_role("button").count() == 0
