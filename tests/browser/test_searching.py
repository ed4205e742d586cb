"""Looking for a story: with the keyboard, by touch, from any page."""

from __future__ import annotations

import re

import pytest
from page_types import PAGES, STORY
from playwright.sync_api import Locator, Page, Route, expect
from served_site import PHONE, Open
from slow_line import search_on_its_way

FOCUSED = "document.activeElement.textContent.trim() || document.activeElement.name"


def search_for(page: Page, words: str) -> Locator:
    """Open the search with the keyboard and type; give its links, in their order."""
    page.keyboard.press("/")
    page.keyboard.type(words, delay=10)
    return page.get_by_role("dialog").get_by_role("link")


def test_a_story_is_found_by_its_words(open_page: Open, origin: str) -> None:
    """Who remembers the barbecue finds its story first, and gets there with the keyboard alone."""
    page = open_page(PAGES["article"])
    expect(search_for(page, "barbecue").first).to_have_text("Blazing contact")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(origin + STORY)

    assert page.get_by_role("heading", level=1).inner_text() == "Blazing contact"


@pytest.mark.parametrize(("home", "words"), [("", "complaint"), ("nl/", "klacht")], ids=["English", "Dutch"])
def test_enter_leads_to_all_results(open_page: Open, origin: str, home: str, words: str) -> None:
    """Whoever types and presses Enter, as everywhere, sees the list: Explore, with the same words."""
    page = open_page(home)
    expect(search_for(page, words).first).to_be_visible()
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{origin}{home}explore/?q={words}")


def test_all_results_are_one_link_away(open_page: Open, origin: str) -> None:
    """The link says how many stories there are and takes the words along, whatever signs are in them."""
    page = open_page(STORY)
    search_for(page, "complaint & brake")
    link = page.get_by_role("dialog").get_by_role("link", name=re.compile("^See (all )?[0-9]+ stor"))
    expect(link).to_have_attribute("href", re.compile("brake$"))
    link.click()

    expect(page).to_have_url(f"{origin}explore/?q=complaint+%26+brake")


def test_enter_leads_to_the_page_where_there_are_no_stories(open_page: Open, origin: str) -> None:
    """A list of no stories would help nobody; whoever is faster than the answer gets there as well."""
    page = open_page(PAGES["contribute"])
    search_for(page, "CX201")
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{origin}contribute/rules/")


def test_enter_before_the_search_is_there_is_not_lost(open_page: Open, origin: str) -> None:
    """On a slow line as well, who types and presses Enter gets to the list."""
    page = open_page(PAGES["contribute"], interceptable=True)
    search = search_on_its_way(page)
    page.keyboard.type("barbecue")
    page.keyboard.press("Enter")
    search.continue_()

    expect(page).to_have_url(f"{origin}explore/?q=barbecue")


def test_search_works_from_a_dutch_page(open_page: Open) -> None:
    """The search finds its index from below nl/, and a word that stands only in a Dutch story."""
    page = open_page(PAGES["Dutch story"])

    expect(search_for(page, "priel").first).to_have_text("Het eilandmenu")


def test_a_rule_is_found_by_its_code(open_page: Open, origin: str) -> None:
    """Who reads a code in a message types it in, and gets to what it means."""
    page = open_page(PAGES["contribute"])
    search_for(page, "CX201").filter(has_text="CX201 unknown-term").first.click()

    expect(page.locator("#CX201")).to_be_in_viewport()
    expect(page).to_have_url(re.compile(rf"{origin}contribute/rules/.*#CX201"))


def test_a_lesson_is_found_where_it_stands(open_page: Open, origin: str) -> None:
    """A lesson says in which story it was learned, and the link jumps to it."""
    page = open_page("")
    search_for(page, "brake complaint")
    lessons = page.get_by_role("dialog").get_by_role("region", name="Lessons")
    first = lessons.get_by_role("listitem").first
    expect(first).to_contain_text("Splendid shop, dead mailbox")
    first.get_by_role("link", name="A brake complaint is a safety report").click()

    expect(page).to_have_url(re.compile(rf"{origin}stories/[a-z-]+/#lesson\.2$"))
    expect(page.locator("[id='lesson.2']")).to_be_in_viewport()


def test_a_lesson_of_the_story_on_the_page_closes_the_search(open_page: Open) -> None:
    """No new page comes in that case, and the dialog is not to stay in front of the lesson."""
    page = open_page("stories/splendid-shop-dead-mailbox/")
    search_for(page, "brake complaint")
    page.get_by_role("dialog").get_by_role("link", name="A brake complaint is a safety report").click()

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("[id='lesson.2']")).to_be_in_viewport()


def test_results_stand_in_groups(open_page: Open) -> None:
    """Stories first, then lessons, terms and other pages, each under a heading; few of each."""
    page = open_page("")
    search_for(page, "surprising")
    dialog = page.get_by_role("dialog", name="Search the stories")
    expect(dialog.get_by_role("article")).to_have_count(6)

    assert dialog.get_by_role("heading", level=2).all_inner_texts() == [
        "Stories",
        "Lessons",
        "Terms",
        "Other pages",
    ]
    counts = [
        dialog.get_by_role("region", name=name).get_by_role("listitem").count()
        for name in ("Stories", "Lessons", "Terms", "Other pages")
    ]
    assert (counts[0], max(counts[1:])) == (6, 3)


def test_a_story_shows_where_the_word_stands(open_page: Open) -> None:
    """Its card has the verdict, the lights, and the words around the one that was typed, which is marked."""
    page = open_page("")
    search_for(page, "barbecue")
    card = page.get_by_role("dialog").get_by_role("region", name="Stories").get_by_role("article").first

    expect(card.locator(".card-summary mark").first).to_have_text("barbecue")
    expect(card.get_by_role("img", name="There: Surprising.")).to_be_visible()
    expect(card).to_contain_text("Positive")


def test_a_story_that_only_has_the_term_shows_its_summary(open_page: Open) -> None:
    """A row of terms is no sentence: where the word stands nowhere else, the summary says more."""
    page = open_page("")
    search_for(page, "complaint")
    card = page.get_by_role("dialog").get_by_role("article").filter(has_text="Acknowledgement seven")

    expect(card.locator(".card-summary")).to_have_text(
        "A chimney comes through the roof and the insurer answers every time. That is what makes it so quiet."
    )


@pytest.mark.parametrize("keys", ["/", "Control+k", "Meta+k"])
def test_the_keyboard_opens_the_search_and_escape_gives_the_page_back(open_page: Open, keys: str) -> None:
    """The box has the focus at once; afterwards that is where it was before."""
    page = open_page(STORY)
    link = page.get_by_role("main").get_by_role("link").first
    link.focus()
    page.keyboard.press(keys)
    expect(page.get_by_role("dialog").get_by_role("textbox", name="Search the stories")).to_be_focused()
    page.keyboard.type("barbecue", delay=10)
    expect(page.get_by_role("dialog").get_by_role("link").first).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(link).to_be_focused()


def test_a_slash_in_a_box_is_a_slash(open_page: Open) -> None:
    """Whoever types "and/or" is not thrown into a search."""
    page = open_page(PAGES["glossary"])
    page.keyboard.press("/")
    page.keyboard.type("and/or", delay=10)

    expect(page.get_by_role("dialog").get_by_role("textbox", name="Search the stories")).to_have_value(
        "and/or"
    )


def test_what_is_typed_while_the_search_is_on_its_way_is_not_lost(open_page: Open) -> None:
    """On a slow line the box comes later than the first letters."""
    page = open_page(STORY, interceptable=True)
    search = search_on_its_way(page)
    page.keyboard.type("barb")
    search.continue_()
    box = page.get_by_role("dialog").get_by_role("textbox", name="Search the stories")
    expect(box).to_be_focused()
    page.keyboard.type("ecue")

    expect(box).to_have_value("barbecue")
    expect(page.get_by_role("dialog").get_by_role("link").first).to_have_text("Blazing contact")


def test_the_mouse_opens_and_closes_the_search(open_page: Open) -> None:
    """A click beside the dialog closes it, one in it does not; the focus goes back to what opened it."""
    page = open_page(STORY)
    opener, dialog = page.get_by_role("banner").get_by_role("link", name="Search"), page.get_by_role("dialog")
    opener.click()
    expect(dialog).to_be_visible()
    dialog.get_by_role("heading").first.click()
    expect(dialog).to_be_visible()
    page.mouse.click(5, 400)

    expect(dialog).to_have_count(0)
    expect(opener).to_be_focused()


def test_on_a_phone_the_search_fills_the_screen(open_page: Open) -> None:
    """A thumb is enough to open it, to look for a story, and to close it with a button that can be hit."""
    page = open_page(STORY, viewport=PHONE, has_touch=True)
    opener, dialog = page.get_by_role("banner").get_by_role("link", name="Search"), page.get_by_role("dialog")
    size = opener.bounding_box() or {}
    opener.tap()
    expect(dialog).to_be_visible()
    filled = dialog.bounding_box()
    close = dialog.get_by_role("button", name="Close the search")
    hit = close.bounding_box() or {}
    close.tap()
    expect(dialog).to_have_count(0)

    assert filled == {"x": 0, "y": 0, **PHONE}
    assert min(size["width"], size["height"], hit["width"], hit["height"]) >= 40


def test_a_story_is_found_on_a_phone_by_touch(open_page: Open) -> None:
    """A thumb is enough to look for a story."""
    page = open_page(PAGES["article"], viewport=PHONE, has_touch=True)
    page.get_by_role("banner").get_by_role("link", name="Search").tap()
    page.get_by_role("dialog").get_by_role("textbox", name="Search the stories").fill("barbecue")
    page.get_by_role("dialog").get_by_role("link", name="Blazing contact").tap()

    expect(page.get_by_role("heading", level=1)).to_have_text("Blazing contact")


@pytest.mark.parametrize("home", ["", "nl/"])
def test_without_scripts_the_search_leads_to_explore(open_page: Open, origin: str, home: str) -> None:
    """The link is a link, and promises no key that does nothing."""
    page = open_page(home, java_script_enabled=False)
    opener = page.get_by_role("banner").locator(".search-open")
    assert opener.locator("kbd").is_visible() is False
    opener.click()

    assert page.url == f"{origin}{home}explore/"


def test_the_search_is_reached_in_a_narrow_window_with_the_tab_key(open_page: Open) -> None:
    """Not everybody knows the slash; the search is a stop on the way, and Enter opens it."""
    page = open_page(STORY, viewport=PHONE)
    for _ in range(8):
        page.keyboard.press("Tab")
        if "Search" in page.evaluate(FOCUSED):
            break
    page.keyboard.press("Enter")

    expect(page.get_by_role("dialog").get_by_role("textbox", name="Search the stories")).to_be_focused()


def test_the_arrow_keys_walk_through_the_results_and_back(open_page: Open) -> None:
    """From the box down through every link, and from the last to the box again; up is the same way back."""
    page = open_page("")
    links = search_for(page, "barbecue")
    expect(links.first).to_have_text("Blazing contact")
    names = [text.strip() for text in links.all_text_contents()]
    walks = []
    for key in ("ArrowDown", "ArrowUp"):
        walk = []
        for _ in range(len(names) + 1):
            page.keyboard.press(key)
            walk.append(page.evaluate(FOCUSED))
        walks.append(walk)

    assert walks == [[*names, "q"], [*reversed(names), "q"]]


def test_who_types_on_at_a_result_is_back_in_the_box(open_page: Open) -> None:
    """A letter more narrows the search, wherever the focus was; nothing is typed into the void."""
    page = open_page("")
    expect(search_for(page, "barbec").first).to_have_text("Blazing contact")
    page.keyboard.press("ArrowDown")
    page.keyboard.type("ue", delay=10)

    box = page.get_by_role("dialog").get_by_role("textbox", name="Search the stories")
    expect(box).to_be_focused()
    expect(box).to_have_value("barbecue")


def test_home_and_end_stay_keys_of_the_text(open_page: Open) -> None:
    """They move within the words, as in every other box."""
    page = open_page("")
    expect(search_for(page, "becue").last).to_be_visible()
    for key in ("Home", "b", "a", "r", "End", "s"):
        page.keyboard.press(key)

    expect(page.get_by_role("dialog").get_by_role("textbox", name="Search the stories")).to_have_value(
        "barbecues"
    )


def test_a_result_opens_beside_the_page_when_asked(open_page: Open, origin: str) -> None:
    """Results are links like any other; the search stays where it is for the next one."""
    page = open_page("")
    search_for(page, "barbecue")
    first = page.get_by_role("dialog").get_by_role("link", name="Blazing contact")
    with page.context.expect_page() as opened:
        first.click(modifiers=["ControlOrMeta"])

    assert opened.value.url == origin + STORY
    assert page.get_by_role("dialog").is_visible()


def test_searches_that_led_somewhere_are_offered_again(open_page: Open) -> None:
    """They are one touch away, on any page; what led nowhere is not kept, and all can be forgotten."""
    page = open_page("")
    search_for(page, "barbecue").filter(has_text="Blazing contact").click()
    page.wait_for_url("**/blazing-contact/")
    expect(search_for(page, "complaint").filter(has_text="Splendid shop")).to_be_visible()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("/")
    recent = page.get_by_role("dialog").get_by_role("region", name="Recent searches")
    expect(recent.get_by_role("listitem")).to_have_text(["barbecue"])
    recent.get_by_role("button", name="barbecue").click()
    expect(page.get_by_role("dialog").get_by_role("textbox", name="Search the stories")).to_be_focused()
    expect(page.get_by_role("dialog").get_by_role("link").first).to_have_text("Blazing contact")
    page.get_by_role("dialog").get_by_role("textbox", name="Search the stories").fill("")
    recent.get_by_role("button", name="Forget these").click()

    expect(recent).to_have_count(0)
    expect(page.get_by_role("dialog").get_by_role("region", name="What you can look for")).to_be_visible()
    expect(page.get_by_role("dialog").get_by_role("textbox", name="Search the stories")).to_be_focused()


def test_a_screen_reader_hears_how_many_there_are(open_page: Open) -> None:
    """Once the reader pauses, and not for every letter."""
    page = open_page("")
    expect(search_for(page, "barbecue").first).to_be_visible()

    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text("2 results")


def test_escape_gives_up_waiting_for_the_search(open_page: Open) -> None:
    """On a slow line the dialog does not come when it is no longer wanted."""
    page = open_page(STORY, interceptable=True)
    search = search_on_its_way(page)
    page.keyboard.press("Escape")
    with page.expect_response("**/dialog.*.js"):
        search.continue_()
    page.wait_for_timeout(300)

    expect(page.get_by_role("dialog")).to_have_count(0)


def test_who_comes_back_from_a_result_finds_the_search_as_it_was(open_page: Open, origin: str) -> None:
    """The next story is one step back; a search that was closed by hand stays closed."""
    page = open_page("about/")
    search_for(page, "barbecue").filter(has_text="Blazing contact").click()
    page.wait_for_url(origin + STORY)
    page.go_back()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("textbox", name="Search the stories")).to_have_value("barbecue")
    expect(dialog.get_by_role("link").first).to_have_text("Blazing contact")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.goto(origin + STORY)
    page.go_back()
    page.wait_for_timeout(300)

    expect(page).to_have_url(f"{origin}about/")
    expect(dialog).to_have_count(0)


def test_who_is_faster_than_the_last_answer_finds_the_search_again(open_page: Open, origin: str) -> None:
    """Results of the first words stand there until those of all of them come, and may be the right ones."""
    page = open_page("about/", interceptable=True)
    result = search_for(page, "barbecue").filter(has_text="Blazing contact")
    box = page.get_by_role("dialog").get_by_role("textbox", name="Search the stories")
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text("2 results")
    held: list[Route] = []
    page.route("**/pagefind/**", lambda route: held.extend([route]))
    with page.expect_request("**/pagefind/**"):
        box.fill("barbecue hollyhock")
    result.click()
    page.wait_for_url(origin + STORY)
    page.unroute("**/pagefind/**")
    page.go_back()

    expect(box).to_have_value("barbecue hollyhock")


def test_the_keys_that_open_the_search_are_told_where_scripts_run(open_page: Open) -> None:
    """The three of them, to whoever asks a screen reader."""
    opener = open_page("").locator(".search-open")

    expect(opener).to_have_attribute("aria-keyshortcuts", "/ Control+K Meta+K")
    expect(opener.locator("kbd")).to_be_visible()
