"""Looking a word up in the glossary."""

from __future__ import annotations

from page_types import PAGES
from playwright.sync_api import Page, expect
from served_site import PHONE, Open

BOX = "Find a word"


def words(page: Page) -> list[str]:
    """Give the words of the glossary that are shown."""
    return page.locator(".letter dt:visible").all_inner_texts()


def test_typing_leaves_the_words_with_that_in_them(open_page: Open) -> None:
    """In the word itself or in what it means; capitals and accents do not matter."""
    page = open_page(PAGES["glossary"])
    everything = len(words(page))
    box = page.get_by_label(BOX)
    box.fill("TÉLEPHONE")

    assert (everything > 100, words(page)) == (True, ["telephone"])
    assert page.get_by_role("navigation", name="Letters").get_by_role("link").all_inner_texts() == ["T"]

    box.fill("")
    assert len(words(page)) == everything


def test_other_words_show_when_one_of_them_is_typed(open_page: Open) -> None:
    """Until then the terms alone are read, which on a phone is long enough."""
    page = open_page(PAGES["glossary"], viewport=PHONE)
    before = page.locator(".letter .see:visible").count()
    page.get_by_label(BOX).fill("telephone")

    assert (before, page.locator(".letter .see:visible").count()) == (0, 1)


def test_every_letter_leads_back_to_the_letters(open_page: Open) -> None:
    """From far down the page a thumb needs one tap."""
    page = open_page(PAGES["glossary"], viewport=PHONE)
    page.get_by_role("link", name="Back to the letters").last.click()

    expect(page.get_by_role("navigation", name="Letters")).to_be_in_viewport()


def test_word_that_is_nowhere_is_said_to_be_nowhere(open_page: Open) -> None:
    """Also to somebody who listens to the page."""
    page = open_page(PAGES["glossary"])
    page.get_by_label(BOX).fill("qqqq")

    expect(page.get_by_role("status").filter(has_text="No word here")).to_be_visible()
    assert words(page) == []


def test_other_word_leads_to_the_word_that_is_used(open_page: Open) -> None:
    """Even if what was typed had left that out."""
    page = open_page(PAGES["glossary"], viewport=PHONE)
    page.get_by_label(BOX).fill("in own words")
    page.locator(".letter .see:visible a").first.click()

    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    assert page.get_by_label(BOX).input_value() == ""


def test_glossary_works_without_scripts(open_page: Open) -> None:
    """All words are there, and the letters lead to them."""
    page = open_page(PAGES["glossary"], java_script_enabled=False)
    expect(page.locator(".letter .see").first).to_be_visible()
    page.get_by_role("link", name="S", exact=True).click()

    expect(page.get_by_role("heading", name="S", exact=True)).to_be_in_viewport()
    expect(page.get_by_label(BOX)).to_be_hidden()
