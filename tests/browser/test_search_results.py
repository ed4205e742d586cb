"""What the search makes of slips, of slow and broken lines, and of words that look like markup."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Dialog, Page, Route, expect
from rooms import House, Room, Window
from served_site import Open, serving
from slow_line import search_on_its_way
from tests.site.made_site import Stage, quoted

TITLE = "AT&T \"x\" <y> & 'z' {{ 7 * 7 }} <img src=x onerror=alert(1)> lantern"
SUMMARY = "<b>Not bold</b> &amp; not <script>alert(2)</script> run"


def looked_for(page: Page, words: str) -> None:
    """Open the search and type."""
    page.keyboard.press("/")
    page.keyboard.type(words, delay=10)


def test_results_show_words_as_typed(chromium: Browser, tmp_path: Path) -> None:
    """A title is found and shown with every sign in it, and nothing in it is run."""
    stage = Stage(tmp_path)
    stage.story("lamp", title=quoted(TITLE), summary=quoted(SUMMARY))
    stage.published()
    ran: list[str] = []

    def note(dialog: Dialog) -> None:
        ran.append(dialog.message)
        dialog.dismiss()

    with serving(stage.site) as origin:
        window = Window(Room(chromium, origin, {}))
        page = window.show("")
        page.on("dialog", note)
        looked_for(page, "lantern")
        card = page.get_by_role("dialog").get_by_role("article")
        card.wait_for()
        shown = [card.get_by_role("heading").inner_text(), card.locator(".card-summary").inner_text()]
        marked = card.locator("mark").all_inner_texts()
        planted = page.locator("img, y, b").count()
        complaints = window.complaints.heard
        window.close()

    assert (shown, marked) == ([TITLE, SUMMARY], ["lantern"])
    assert (planted, ran, complaints) == (0, [], [])


def test_a_misspelled_word_is_put_right(open_page: Open) -> None:
    """One touch takes what was meant; that is what stands in the box then, ready for more."""
    page = open_page("")
    looked_for(page, "barbeceu")
    page.get_by_role("dialog").get_by_role("button", name="barbecue", exact=True).click()
    box = page.get_by_role("dialog").get_by_role("textbox", name="Search the stories")

    expect(box).to_have_value("barbecue")
    expect(box).to_be_focused()
    expect(page.get_by_role("dialog").get_by_role("link").first).to_have_text("Blazing contact")
    expect(page.get_by_role("dialog").get_by_text("Did you mean")).to_have_count(0)


def test_a_misspelled_word_is_put_right_in_dutch(open_page: Open) -> None:
    """Each language has words of its own."""
    page = open_page("nl/")
    looked_for(page, "verassend")

    expect(page.get_by_role("dialog").get_by_role("button", name="verrassend", exact=True)).to_be_visible()


def test_where_nothing_is_found_the_search_says_so(open_page: Open, origin: str) -> None:
    """In words, with what was typed, and with a way on; Enter does not lead into an empty list."""
    page = open_page("")
    looked_for(page, "qqqqq")
    search = page.get_by_role("dialog")
    expect(search.get_by_text("Nothing found for “qqqqq”.").last).to_be_visible()
    page.keyboard.press("Enter")

    expect(search.get_by_role("link")).to_have_attribute("href", f"{origin}explore/")
    expect(search.get_by_role("status")).to_have_text("Nothing found for “qqqqq”.")
    assert page.url == origin


def test_results_with_some_of_the_words_are_said_to_be_that(open_page: Open, origin: str) -> None:
    """Nobody takes for an answer what is only near one; Explore is asked for the words as they are."""
    page = open_page("")
    looked_for(page, "barbecue helicopter")
    search = page.get_by_role("dialog")

    expect(search.get_by_text("Nothing has exactly what you typed. This comes closest.").last).to_be_visible()
    expect(search.get_by_role("article")).to_have_count(1)
    expect(search.get_by_role("link").first).to_have_text("Blazing contact")
    expect(search.get_by_role("link", name="See 1 story in Explore")).to_have_attribute(
        "href", f"{origin}explore/?q=barbecue+helicopter"
    )


def test_stories_with_some_of_the_words_follow_those_with_all(open_page: Open) -> None:
    """Where very few have all the words, others may be what was meant; a line says where these begin."""
    page = open_page("")
    looked_for(page, "barbecue boxing day")
    stories = page.get_by_role("dialog").get_by_role("region", name="Stories")
    expect(stories.get_by_text("These have some of the words:")).to_be_visible()

    assert stories.locator("ul").first.get_by_role("heading").all_inner_texts() == ["Blazing contact"]
    expect(stories.get_by_role("link", name="See 1 story in Explore")).to_be_visible()


def test_a_letter_or_two_is_no_result(open_page: Open) -> None:
    """The index finds "he" where it does not know "helicopter"; nobody looks for that."""
    page = open_page("")
    looked_for(page, "helicopter")

    expect(page.get_by_role("dialog").get_by_text("Nothing found for “helicopter”.").last).to_be_visible()
    expect(page.get_by_role("dialog").get_by_role("article")).to_have_count(0)


def test_no_more_is_read_than_is_shown(open_page: Open) -> None:
    """A phone on a slow line fetches six stories, and three of every other kind, however many there are."""
    page = open_page("")
    read: list[str] = []
    page.on("request", lambda request: read.append(request.url) if "/fragment/" in request.url else None)
    page.keyboard.press("/")
    page.get_by_role("dialog").get_by_role("textbox").fill("surprising")
    expect(page.get_by_role("dialog").get_by_role("article")).to_have_count(6)

    assert len(read) <= 15


def test_an_older_answer_never_takes_the_place_of_a_newer_one(open_page: Open) -> None:
    """What was asked first may arrive last."""
    page = open_page("", interceptable=True)
    held: list[Route] = []
    late = iter(range(2))
    page.route(
        "**/fragment/**",
        lambda route: held.append(route) if next(late, None) is not None else route.continue_(),
    )
    page.keyboard.press("/")
    box = page.get_by_role("dialog").get_by_role("textbox", name="Search the stories")
    with page.expect_request("**/fragment/**"):
        box.fill("barbecue")
    box.fill("hollyhock")
    search = page.get_by_role("dialog")
    newer = search.get_by_role("link", name="Fill it all in again")
    expect(newer).to_be_visible()
    for route in held:
        route.continue_()
    page.wait_for_timeout(400)

    expect(newer).to_be_visible()
    expect(search.get_by_role("link", name="Blazing contact")).to_have_count(0)


def test_the_focus_is_not_lost_when_results_change(open_page: Open) -> None:
    """Whoever has gone on to a result stays with it when a later answer has it too."""
    page = open_page("")
    looked_for(page, "barbecue")
    first = page.get_by_role("dialog").get_by_role("link", name="Blazing contact")
    expect(first).to_be_visible()
    page.keyboard.type(" cracked")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("dialog").locator("mark").filter(has_text="cracked").first).to_be_visible()

    expect(first).to_be_focused()


def test_a_search_that_cannot_be_reached_says_so_and_tries_again(house: House, origin: str) -> None:
    """The line is down: the reader is told, has a way on, and is helped once it is back."""
    window = Window(house.room(origin, {}), interceptable=True)
    page = window.show("")
    page.route("**/pagefind/**", lambda route: route.abort())
    page.keyboard.press("/")
    search = page.get_by_role("dialog")
    search.get_by_role("textbox", name="Search the stories").fill("barbecue")
    expect(search.get_by_text("The search cannot be reached").last).to_be_visible()
    expect(search.get_by_role("link", name="Explore all stories")).to_be_visible()
    page.unroute("**/pagefind/**")
    search.get_by_role("button", name="Try again").click()

    expect(search.get_by_role("link").first).to_have_text("Blazing contact")
    expect(page.get_by_role("dialog").get_by_role("textbox", name="Search the stories")).to_be_focused()
    window.close()


def test_a_search_without_its_script_leads_to_explore(house: House, origin: str) -> None:
    """If the dialog itself does not come, the link does what it says."""
    window = Window(house.room(origin, {}), interceptable=True)
    page = window.show("")
    page.route("**/dialog.*.js", lambda route: route.abort())
    page.get_by_role("banner").get_by_role("link", name="Search").click()

    expect(page).to_have_url(f"{origin}explore/")
    window.close()


def test_a_word_half_typed_leads_to_explore_as_a_whole(open_page: Open, origin: str) -> None:
    """The index has no beginning longer than its stems; neither the list nor Enter loses the story."""
    page = open_page("")
    looked_for(page, "blazi")
    search = page.get_by_role("dialog")
    expect(search.get_by_role("link").first).to_have_text("Blazing contact")
    whole = f"{origin}explore/?q=blazing"
    expect(search.get_by_role("link", name="in Explore")).to_have_attribute("href", whole)
    expect(search.get_by_text("Did you mean")).to_have_count(0)
    page.keyboard.press("Enter")

    expect(page).to_have_url(whole)


def test_a_story_found_by_a_term_alone_says_by_which(open_page: Open) -> None:
    """A card with nothing marked would leave the reader guessing."""
    page = open_page("nl/")
    looked_for(page, "tuinset")
    card = page.get_by_role("dialog").get_by_role("article").filter(has_text="Luie loungeboer")

    expect(card.locator(".found-filed")).to_contain_text("Tuin en klussen")
    expect(card.locator(".found-filed mark")).to_have_text("Tuin")


def test_words_that_merely_begin_alike_are_no_results(open_page: Open) -> None:
    """The index takes "garantie" for "garden" and "F" for "furniture"; nobody else would."""
    page = open_page("nl/")
    looked_for(page, "garden furniture")
    search = page.get_by_role("dialog")

    expect(search.locator(".found-lead")).to_contain_text("garden furniture")
    expect(search.get_by_role("article")).to_have_count(0)


def test_a_part_of_the_index_that_was_lost_is_fetched_again(house: House, origin: str) -> None:
    """A word is not gone for the rest of the visit because the line failed once."""
    window = Window(house.room(origin, {}), interceptable=True)
    page = window.show("")
    lost: list[str] = []

    def lose(route: Route) -> None:
        lost.append(route.request.url)
        route.abort()

    page.route("**/pagefind/index/**", lose, times=1)
    page.route("**/pagefind/filter/**", lose, times=1)
    looked_for(page, "barbecue")

    expect(page.get_by_role("dialog").get_by_role("link").first).to_have_text("Blazing contact")
    assert len(lost) == 2
    window.close()


def test_who_goes_back_to_earlier_words_keeps_their_answer(open_page: Open) -> None:
    """An answer that is still on its way belongs to words that are no longer there."""
    page = open_page("", interceptable=True)
    looked_for(page, "barbecue")
    search = page.get_by_role("dialog")
    box = search.get_by_role("textbox", name="Search the stories")
    first = search.get_by_role("link", name="Blazing contact")
    expect(first).to_be_visible()
    held: list[Route] = []
    page.route("**/fragment/**", lambda route: held.extend([route]))
    with page.expect_request("**/fragment/**"):
        box.fill("hollyhock")
    box.fill("barbecue")
    page.wait_for_timeout(200)
    for route in held:
        route.continue_()
    page.wait_for_timeout(400)

    expect(first).to_be_visible()
    expect(search.get_by_role("link", name="Fill it all in again")).to_have_count(0)


def test_words_typed_before_the_search_failed_go_along_to_explore(house: House, origin: str) -> None:
    """Nobody has to type them again."""
    window = Window(house.room(origin, {}), interceptable=True)
    page = window.show("")
    search = search_on_its_way(page)
    page.keyboard.type("barbecue grill")
    search.abort()

    expect(page).to_have_url(f"{origin}explore/?q=barbecue+grill")
    window.close()
