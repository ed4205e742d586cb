"""Explore in every state: nothing found, misspelled, offline, without scripts, on a phone."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect
from rooms import House, Window
from served_site import PHONE, Open
from test_every_kind_of_page import violations
from test_explore import chips, choose, number, query, ready, titles

STATES = {
    "open": "",
    "filtered": "?hit=surprising&stage=use&channel=store",
    "found by words": "?q=barbecue",
    "some of the words": "?q=barbecue+xylophone",
    "second page": "?page=2",
    "empty": "?polarity=positive&stage=exit&channel=phone",
    "empty by words": "?q=xylophone&stage=use",
}
LOOKS = {
    "desk": {"color_scheme": "light"},
    "dark phone": {"color_scheme": "dark", "viewport": PHONE},
}


def unfold(page: Page) -> None:
    """Open all filters, and wait until they have been counted."""
    page.evaluate("for (const one of document.querySelectorAll('.explore details')) one.open = true")
    page.evaluate("new Promise((done) => setTimeout(done))")
    ready(page)


@pytest.fixture
def guest(house: House, origin: str) -> Iterator[Window]:
    """Give a window in which a request may fail."""
    window = Window(house.room(origin, {}), interceptable=True)
    yield window
    window.close()


@pytest.mark.parametrize("language", ["", "nl/"])
@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_every_state_is_accessible(look_at: Open, language: str, state: str, look: dict[str, object]) -> None:
    """axe-core finds nothing, with all filters open too."""
    page = ready(look_at(f"{language}explore/{state}", **look))
    unfold(page)

    assert violations(page) == []


@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_smallest_phone_needs_no_sideways_scrolling(look_at: Open, state: str) -> None:
    """At 320 pixels everything fits, with all filters open."""
    page = ready(look_at(f"explore/{state}", viewport={"width": 320, "height": 640}))
    unfold(page)
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

    assert page.evaluate(wide) == 0


def test_empty_list_names_the_nearest_ways_out(open_page: Open) -> None:
    """Each says how many stories it leads to, the best one first, and there is a way to tell the story."""
    page = ready(open_page("explore/?polarity=positive&stage=exit&channel=phone"))
    expect(page.locator("#cx\\:results")).to_have_text("No story yet")
    ways = page.locator(".explore-empty li a")
    offered = ways.all_text_contents()
    ways.first.click()
    ready(page)

    assert offered == ["Without “Journey stage: Exit” 2 stories", "Without “Verdict: Positive” 1 story"]
    assert (number(page), chips(page)) == (2, ["Verdict: Positive", "Channel: Phone"])
    expect(page.locator("#cx\\:results")).to_be_focused()


def test_two_filters_are_dropped_where_one_does_not_help(open_page: Open) -> None:
    """A reader is not left alone with three that exclude one another."""
    page = ready(open_page("explore/?q=xylophone&polarity=positive&stage=exit&channel=phone"))
    ways = page.locator(".explore-empty li a")
    text = ways.first.text_content() or ""
    ways.first.click()
    ready(page)

    assert text == f"Without “Words: xylophone” and “Journey stage: Exit” {number(page)} stories"
    assert number(page) == 2


def test_empty_list_leads_to_telling_a_story(open_page: Open) -> None:
    """The gap is an invitation."""
    page = ready(open_page("explore/?polarity=positive&stage=exit&channel=phone"))
    page.get_by_role("link", name="Tell the story that is missing").click()

    expect(page).to_have_url(re.compile("/contribute/$"))


def test_misspelled_word_is_put_right_with_one_click(open_page: Open) -> None:
    """What is chosen besides stays."""
    page = ready(open_page("explore/?q=barbeceu&polarity=positive"))
    page.locator(".explore").get_by_role("link", name="barbecue", exact=True).click()
    ready(page)

    assert query(page) == {"q": ["barbecue"], "polarity": ["positive"]}
    assert (number(page) > 0, page.locator("#cx\\:words").input_value()) == (True, "barbecue")


def test_stories_with_only_some_of_the_words_are_called_that(open_page: Open) -> None:
    """Nobody takes them for what they looked for."""
    page = ready(open_page("explore/?q=barbecue+xylophone"))

    expect(page.locator(".explore-said")).to_have_text("No story has exactly these words. These come close.")
    assert titles(page)[0] == "Blazing contact"


def test_numbers_of_close_matches_are_said_to_be_unknown(open_page: Open) -> None:
    """Where each word stands in another story, no filter has a number, and the page says why."""
    page = ready(open_page("explore/?q=barbecue+boiler"))

    expect(page.locator(".explore-said")).to_contain_text(
        "the filters cannot say how many stories they leave."
    )
    assert page.locator('[data-filter="polarity"] .count').all_text_contents() == ["", ""]


def test_where_the_words_stand_is_shown(open_page: Open) -> None:
    """A card that does not have them says where the story does."""
    page = ready(open_page("explore/?q=receipt"))

    marks = page.locator(".card-found mark").all_text_contents()
    assert marks
    assert {mark.strip(".,;:!?”’").lower() for mark in marks} <= {"receipt", "receipts"}


@pytest.mark.parametrize("words", ["burpees", "barbecue"])
def test_words_that_were_found_are_not_denied(open_page: Open, words: str) -> None:
    """Wherever they stand: what a card shows is not lost to what is said above it."""
    page = ready(open_page(f"explore/?q={words}"))

    assert number(page) > 0
    expect(page.locator(".explore-said")).to_be_empty()


def test_card_does_not_repeat_its_own_title(open_page: Open) -> None:
    """What was found there is marked there, without the full stop behind it."""
    page = ready(open_page("explore/?q=blazing+contact"))
    card = page.locator(".explore-found .card").first

    assert card.locator("h3 mark").all_text_contents() == ["Blazing", "contact"]
    assert "Blazing contact" not in " ".join(card.locator(".card-found").all_inner_texts())


def test_story_that_is_only_filed_under_the_words_says_so(open_page: Open) -> None:
    """The names of terms are not quoted as if they stood in it."""
    page = ready(open_page("explore/?q=garden"))
    filed = page.locator(".card-found", has_text="Filed under:")

    assert filed.first.inner_text() == "Filed under: Garden and DIY, garden centre, garden furniture"
    assert filed.first.locator("mark").first.inner_text() == "Garden"
    assert " · " not in " ".join(page.locator(".card-found").all_inner_texts())


def test_words_that_nobody_wrote_lead_to_the_right_ones(open_page: Open) -> None:
    """First what was probably meant, and no invitation to tell a story about a slip of the pen."""
    page = ready(open_page("explore/?q=suprising"))

    expect(page.locator("#cx\\:results")).to_have_text("Nothing found for “suprising”")
    expect(page.get_by_role("status").filter(has_text="Did you mean surprising?")).to_be_visible()
    expect(page.get_by_role("link", name="Tell the story that is missing")).to_have_count(0)


def test_long_words_do_not_break_the_page(look_at: Open) -> None:
    """The chip and the heading name the beginning of them."""
    page = ready(look_at(f"explore/?q={'zq' * 150}"))

    assert chips(page) == [f"Words: {'zq' * 30}…"]
    expect(page.locator("#cx\\:results")).to_have_text(f"Nothing found for “{'zq' * 30}…”")
    assert page.locator(".chip-of").evaluate("(one) => one.getClientRects().length") == 1


def test_no_element_claims_to_be_in_no_language(look_at: Open) -> None:
    """A screen reader would stop reading in that of the page."""
    page = ready(look_at("explore/?q=the&stage=use"))

    assert page.locator('[lang=""]').count() == 0


def test_index_that_cannot_be_fetched_is_admitted(guest: Window) -> None:
    """In one sentence, and trying again helps as soon as the way is free."""
    page = guest.show("about/")
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(page.url.replace("about/", "explore/?stage=use"))
    page.get_by_text("The stories could not be fetched. Are you online?").wait_for()
    shown = titles(page)
    expect(page.locator("#cx\\:results")).to_have_text("Not available just now")
    expect(page.get_by_role("status").filter(has_text="Are you online?")).to_be_visible()
    expect(page.locator(".explore-take")).to_be_hidden()
    page.unroute("**/pagefind/**")
    page.get_by_role("button", name="Try again").click()
    page.wait_for_load_state()

    assert shown == []
    assert (number(ready(page)), chips(page)) == (8, ["Journey stage: Use"])


@pytest.mark.parametrize("language", ["", "nl/"])
def test_without_scripts_every_name_leads_to_its_own_list(look_at: Open, origin: str, language: str) -> None:
    """No box that does nothing is shown, and the newest stories stand there all the same."""
    page = look_at(f"{language}explore/", java_script_enabled=False)
    stage = page.locator('[data-filter="stage"] [data-value="use"] > a')

    assert page.locator("input:visible, select:visible, .explore button:visible").count() == 0
    assert len(titles(page)) == 12
    expect(page.locator(".unscripted")).to_be_visible()
    assert page.get_by_text("Searching for words" if not language else "op woorden te zoeken").count() == 1
    expect(page.locator('.unscripted a[href$="stories/"]')).to_be_visible()
    stage.click()
    assert page.url == f"{origin}{language}terms/stages/use/"


def test_filters_are_folded_away_on_a_phone(open_page: Open) -> None:
    """They say how many are set; a button leads on to the stories."""
    page = ready(open_page("explore/?stage=use", viewport=PHONE))
    fold = page.locator(".explore-filters > summary")
    folded = page.locator(".facet:visible").count()
    fold.click()
    choose(page, "polarity", "positive")
    expect(fold).to_have_text("Filters (2)")
    page.get_by_role("button", name=f"Show {number(page)} stories").click()

    assert folded == 0
    expect(page.locator("#cx\\:results")).to_be_focused()
    expect(page.locator("#cx\\:results")).to_be_in_viewport()
    expect(page.locator(".facet").first).to_be_hidden()


def test_selection_is_taken_along_as_a_table(open_page: Open) -> None:
    """With exactly the stories that were found, in their order."""
    page = ready(open_page("explore/?polarity=positive&hit=surprising&sort=title"))
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as a table").click()
    rows = list(csv.reader(Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()))

    assert len(rows) == number(page) + 1
    assert [title for title in titles(page) if not any(title in row for row in rows)] == []


def test_selection_becomes_a_reading_pack(open_page: Open) -> None:
    """Its address names the stories that were found."""
    page = ready(open_page("explore/?polarity=positive&hit=surprising&stage=use"))
    found = number(page)
    page.get_by_role("button", name="Open as a reading pack").click()
    page.wait_for_url("**/reading-pack/**")

    assert len(parse_qs(urlsplit(page.url).query)["stories"][0].split(",")) == found > 0


def test_selection_is_added_to_the_pack_of_this_device(open_page: Open) -> None:
    """Not only the stories of this page of the list; the page says how it went."""
    page = ready(open_page("explore/"))
    page.get_by_role("button", name="Add to my reading pack").click()

    expect(page.locator(".explore-take .said")).to_have_text(
        "Stories added: 22. Your reading pack now holds 22. Open your reading pack (22)"
    )
