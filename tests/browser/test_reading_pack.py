"""A reading pack is put together on story pages, and read, changed, printed and handed on on its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from playwright.sync_api import Page, expect
from rooms import House, Window
from served_site import PHONE, Open
from test_every_kind_of_page import violations

FIRST, SECOND, THIRD = "blazing-contact", "lazy-loungers", "the-island-menu"
TITLES = {FIRST: "Blazing contact", SECOND: "Lazy loungers", THIRD: "The island menu"}
HOSTILE = """<!doctype html><html lang="en"><body><article class="story-page">
<h1>A <b>bold</b> one</h1><p class="standfirst">&lt;img src=x onerror=acted()&gt;</p>
<div class="telling"><script>acted()</script><h2 id="here" onclick="acted()">Head</h2>
<p style="color: red" class="first">Words <a href="javascript:acted()">one</a> <a href="#here">two</a>
<a href="../other/">three</a><img src="https://elsewhere.invalid/x.png" alt="Far" onerror="acted()"></p>
<iframe src="/"></iframe><svg onload="acted()"></svg><form action="/"><button>Go</button></form></div>
<details class="reveal"><div class="telling-rest"><odd-part onclick="acted()">The <em>rest</em>.</odd-part>
</div></details>
</article><script>acted()</script></body></html>"""


def address(*ids: str) -> str:
    """Give the address of a pack."""
    return f"reading-pack/?stories={','.join(ids)}"


def add(page: Page, origin: str, *ids: str) -> None:
    """Add stories to the pack of this reader, each on its own page."""
    for identity in ids:
        page.goto(f"{origin}stories/{identity}/")
        page.get_by_role("link", name="Add to a reading pack").click()
        expect(page.locator(".use-it").get_by_role("status")).to_have_text("Added to your reading pack.")


def titles(page: Page) -> Sequence[str]:
    """Give the titles of the stories that are there now, when all have come."""
    expect(page.locator(".pack-stories")).to_have_attribute("aria-busy", "false")
    return page.locator(".pack-story h2").all_inner_texts()


def press(page: Page, name: str) -> None:
    """Press a button of the pack, and wait for what it says."""
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator(".pack-told").get_by_role("status")).not_to_be_empty()


@pytest.fixture
def guest(house: House, origin: str) -> Iterator[Window]:
    """Give a window in which a request may fail."""
    window = Window(house.room(origin, {}), interceptable=True)
    yield window
    window.close()


def test_stories_are_added_on_their_pages(open_page: Open, origin: str) -> None:
    """The link says how many there are, and then leads to them in the order they were added."""
    page = open_page("")
    add(page, origin, SECOND, FIRST)
    page.get_by_role("link", name="Open your reading pack (2)").click()

    assert titles(page) == [TITLES[SECOND], TITLES[FIRST]]
    assert page.url == origin + address(SECOND, FIRST)


def test_story_is_taken_out_where_it_was_added(open_page: Open, origin: str) -> None:
    """A second tap in the same place leads nowhere; the page still knows it the next time."""
    page = open_page("")
    add(page, origin, SECOND, FIRST)
    box = page.locator(".use-it")
    seen = [page.url, page.get_by_role("link", name="Add to a reading pack").count()]
    page.reload()
    expect(box.get_by_role("status")).to_have_text("In your reading pack.")
    box.get_by_role("button", name="Take it out").click()
    expect(box.get_by_role("status")).to_have_text("Taken out of your reading pack.")

    assert seen == [f"{origin}stories/{FIRST}/", 0]
    expect(page.get_by_role("link", name="Add to a reading pack")).to_be_focused()
    assert page.get_by_role("button", name="Take it out").count() == 0
    page.goto(f"{origin}reading-pack/")
    assert titles(page) == [TITLES[SECOND]]


def test_pack_holds_what_belongs_to_its_stories(open_page: Open, origin: str) -> None:
    """Verdict, lights, all of the prose; what they teach and ask is at the end, and how to cite it."""
    page = open_page(address(FIRST, THIRD))
    titles(page)
    first = page.get_by_role("article", name=TITLES[FIRST])

    assert first.locator(".kicker").inner_text().split() == ["Positive", "2", "min"]
    assert first.locator(".pack-lights li").all_inner_texts() == ["Surprising: there"]
    assert "Anyone with a birthday" in first.inner_text()
    assert "they barbecued." in first.inner_text()
    assert page.locator(".pack-size").inner_text() == "2 stories, about 4 minutes of reading"
    assert page.get_by_role("region", name="What we learn").locator("li").count() == 5
    assert page.get_by_role("region", name="What we learn").locator("li").nth(1).inner_text() == (
        "For a present, the return period should start on the day it is given."
    )
    assert page.get_by_role("region", name="To talk about").locator("li").count() == 4
    assert page.get_by_role("region", name="To cite this pack").locator("p").inner_text() == (
        f"CX Stories. (2025). Reading pack: Blazing contact; The island menu. {origin}{address(FIRST, THIRD)}"
    )


def test_stories_are_put_in_another_order_with_the_keyboard(open_page: Open, origin: str) -> None:
    """The focus stays with the story, the address follows, and a screen reader hears the new number."""
    page = open_page("")
    add(page, origin, FIRST, SECOND, THIRD)
    page.goto(f"{origin}reading-pack/")
    titles(page)
    page.get_by_role("button", name="Move “The island menu” up").focus()
    page.keyboard.press("Enter")
    said = page.locator(".pack-told").get_by_role("status")
    expect(said).to_have_text("“The island menu” is now number 2.")
    page.keyboard.press("Enter")
    expect(said).to_have_text("“The island menu” is now number 1.")

    assert titles(page) == [TITLES[THIRD], TITLES[FIRST], TITLES[SECOND]]
    assert page.url == origin + address(THIRD, FIRST, SECOND)
    assert page.locator(":focus").get_attribute("aria-label") == "Move “The island menu” down"


def test_story_is_removed_and_put_back(open_page: Open, origin: str) -> None:
    """A slip costs nothing, and what is kept is what is shown."""
    page = open_page("")
    add(page, origin, FIRST, SECOND)
    page.goto(f"{origin}reading-pack/")
    titles(page)
    press(page, "Remove “Blazing contact”")
    seen = [titles(page), page.url.removeprefix(origin), page.locator(":focus").get_attribute("aria-label")]
    press(page, "Put back")
    page.reload()

    assert seen == [[TITLES[SECOND]], address(SECOND), "Remove “Lazy loungers”"]
    assert titles(page) == [TITLES[FIRST], TITLES[SECOND]]


def test_pack_is_cleared(open_page: Open, origin: str) -> None:
    """Nothing is left on the device, and the story pages know it."""
    page = open_page("")
    add(page, origin, FIRST)
    page.goto(f"{origin}reading-pack/")
    titles(page)
    press(page, "Clear all")
    seen = [page.url, page.get_by_role("heading", name="No story yet").is_visible()]
    page.goto(f"{origin}stories/{FIRST}/")

    assert seen == [f"{origin}reading-pack/", True]
    assert page.get_by_role("link", name="Add to a reading pack").is_visible()


def test_pack_of_somebody_else_leaves_ones_own_alone(open_page: Open, origin: str) -> None:
    """Who is sent an address may read and change it, and keeps it only by choice."""
    page = open_page("")
    add(page, origin, THIRD)
    page.goto(origin + address(SECOND, FIRST))
    titles(page)
    press(page, "Remove “Lazy loungers”")
    seen = [page.url, page.get_by_role("link", name="Open your reading pack (1)").get_attribute("href")]
    press(page, "Add it to your own reading pack")
    page.goto(f"{origin}reading-pack/")

    assert seen == [origin + address(FIRST), origin + address(THIRD)]
    assert titles(page) == [TITLES[THIRD], TITLES[FIRST]]


def test_reader_without_a_pack_keeps_the_one_that_came(open_page: Open, origin: str) -> None:
    """From then on it is their own."""
    page = open_page(address(SECOND, FIRST))
    titles(page)
    press(page, "Keep it on this device")
    page.goto(f"{origin}reading-pack/")

    assert titles(page) == [TITLES[SECOND], TITLES[FIRST]]
    assert page.get_by_role("button", name="Keep it on this device").count() == 0


def test_link_to_a_pack_is_copied(open_page: Open, origin: str) -> None:
    """It says what the pack holds, and nothing of the one who made it."""
    page = open_page(address(FIRST, SECOND), permissions=["clipboard-read", "clipboard-write"])
    titles(page)
    press(page, "Copy the link to this pack")

    assert page.evaluate("navigator.clipboard.readText()") == origin + address(FIRST, SECOND)


def test_back_leads_to_the_pack_as_it_is_by_now(open_page: Open, origin: str) -> None:
    """Read on from the pack, add a story, go back: it is there."""
    page = open_page("")
    add(page, origin, FIRST)
    page.goto(f"{origin}reading-pack/")
    titles(page)
    page.get_by_role("article", name=TITLES[FIRST]).get_by_role("link").first.click()
    add(page, origin, SECOND)
    page.go_back()
    page.go_back()
    expect(page.locator(".pack-story")).to_have_count(2)

    assert page.url == origin + address(FIRST, SECOND)
    page.go_forward()
    assert page.url == f"{origin}stories/{FIRST}/"


def test_language_switch_takes_the_pack_along(open_page: Open, origin: str) -> None:
    """The same stories, told in the other language."""
    page = open_page(address(FIRST, SECOND))
    titles(page)
    page.get_by_role("link", name="Nederlands (NL)").click()

    expect(page.locator(".pack-story h2")).to_have_text(["Vlammend contact", "Luie loungeboer"])
    assert page.url == f"{origin}nl/{address(FIRST, SECOND)}"


def test_name_of_no_story_is_told(guest: Window, origin: str) -> None:
    """An address with a slip shows what there is, and names the rest as it was typed."""
    odd = [
        "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        "..%2F..%2Fsearch",
        "%E0%A4",
        "https:%2F%2Felsewhere.invalid",
    ]
    page = guest.show(address("never-told", FIRST, *odd))

    assert titles(page) == [TITLES[FIRST]]
    assert page.url == origin + address(FIRST)
    assert page.locator(".pack-notes p").all_inner_texts() == [
        f"There is no story here by the name of “{name}”. It has been left out."
        for name in (
            "never-told",
            "<img src=x onerror=alert(1)>",
            "../../search",
            "%E0%A4",
            "https://elsewhere.invalid",
        )
    ]
    assert guest.complaints.heard == [f"404: {origin}stories/never-told/"]


def test_only_what_cannot_act_is_taken_over(open_page: Open, origin: str) -> None:
    """Whatever a page of the site may hold: no script, no handler, no frame; ids and links are its own."""
    # Also where the server forbids a page nothing.
    page = open_page("reading-pack/", interceptable=True, bypass_csp=True)
    page.evaluate("() => { window.acted = () => { window.done = true; }; }")
    page.route("**/stories/hostile/", lambda route: route.fulfill(body=HOSTILE, content_type="text/html"))
    page.evaluate(
        "history.pushState(null, '', '?stories=hostile'); dispatchEvent(new PopStateEvent('popstate'))"
    )
    assert page.url == f"{origin}reading-pack/"
    page.evaluate(
        "localStorage.setItem('cx-pack:/', '[\"hostile\"]'); dispatchEvent(new PopStateEvent('popstate'))"
    )
    expect(page.locator(".pack-story")).to_have_count(1)

    story = page.locator(".pack-story")
    assert (story.locator("h2").inner_text(), story.locator(".standfirst").inner_text()) == (
        "A bold one",
        "<img src=x onerror=acted()>",
    )
    assert " ".join(story.locator(".prose").inner_html().split()) == (
        '<h3 id="story.hostile.here">Head</h3> <p class="first">Words <a>one</a> '
        f'<a href="#story.hostile.here">two</a> <a href="{origin}stories/other/">three</a>'
        '<img alt="Far"></p> '
        "The <em>rest</em>."
    )
    assert page.evaluate("window.done") is None


def test_more_than_thirty_are_too_many(guest: Window, origin: str) -> None:
    """A pack stays something to read; the first thirty stay."""
    ids = [f"made-up-{number}" for number in range(31)]
    page = guest.show("")
    page.route("**/stories/made-up-*/", lambda route: route.fulfill(body=HOSTILE, content_type="text/html"))
    page.goto(origin + address(*ids))

    assert len(titles(page)) == 30
    assert page.url == origin + address(*ids[:30])
    assert page.locator(".pack-notes p").all_inner_texts() == [
        "A reading pack holds 30 stories at most; the others have been left out."
    ]


def test_full_pack_takes_no_more(open_page: Open, origin: str) -> None:
    """The link says so, and leads to the pack."""
    page = open_page("")
    page.evaluate(
        "localStorage.setItem('cx-pack:/', JSON.stringify([...Array(30).keys()].map((one) => `a${one}`)))"
    )
    page.goto(f"{origin}stories/{FIRST}/")

    assert page.get_by_role("link", name="Your reading pack is full. Open it (30)").is_visible()


def test_what_has_come_works_without_a_network(guest: Window) -> None:
    """In a train a pack can still be put in order; what has not come is named and not lost."""
    page = guest.show(address(FIRST, SECOND))
    titles(page)
    page.context.set_offline(True)
    press(page, "Move “Lazy loungers” up")

    assert titles(page) == [TITLES[SECOND], TITLES[FIRST]]
    page.evaluate("history.replaceState(null, '', '?stories=lazy-loungers,the-island-menu')")
    page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
    expect(page.locator(".pack-notes p")).to_have_text(
        ["“the-island-menu” could not be fetched. Are you online? Load the page again to try once more."]
    )
    assert page.url.endswith(address(SECOND, THIRD))


def test_printed_each_story_starts_a_page(open_page: Open) -> None:
    """Paper has the list, the stories and what to cite, and no buttons."""
    page = open_page(address(FIRST, SECOND))
    titles(page)
    page.emulate_media(media="print")

    breaks = "(all) => all.map((one) => getComputedStyle(one).breakBefore)"
    assert page.locator(".pack-story").evaluate_all(breaks) == ["page", "page"]
    assert page.get_by_role("button").count() == 0
    assert page.locator(".pack-list a").all_inner_texts() == [TITLES[FIRST], TITLES[SECOND]]
    assert page.get_by_role("region", name="To cite this pack").is_visible()


def test_without_javascript_it_says_what_it_is(open_page: Open) -> None:
    """Nobody looks at an empty page."""
    page = open_page(address(FIRST), java_script_enabled=False)

    main = page.get_by_role("main")
    assert main.get_by_text("Every story has a page of its own").is_visible()
    assert main.get_by_role("link", name="All stories").is_visible()


@pytest.mark.parametrize(
    "look",
    [{"color_scheme": "light"}, {"color_scheme": "dark", "viewport": PHONE}],
    ids=["light and wide", "dark and narrow"],
)
def test_pack_with_stories_is_accessible(look_at: Open, look: dict[str, object]) -> None:
    """As the page is when it has been filled, also where it came with its address."""
    page = look_at(address(FIRST, SECOND, THIRD), **look)
    titles(page)

    assert violations(page) == []


def test_pack_fits_the_smallest_screen(look_at: Open) -> None:
    """At 320 pixels nobody scrolls sideways."""
    page = look_at(address(FIRST, THIRD), viewport={"width": 320, "height": 640})
    titles(page)

    assert page.evaluate("[document.scrollingElement.scrollWidth, document.body.scrollWidth]") == [320, 320]
