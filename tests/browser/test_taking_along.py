"""A selection of stories can be taken along: as a table for a spreadsheet, and as a reading pack."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from playwright.sync_api import Download, Locator, Page, Route, expect
from served_site import Open


def choose(open_page: Open, query: str, language: str = "", *, interceptable: bool = False) -> Page:
    """Open Explore with filters set, and wait for what it found."""
    page = open_page(f"{language}explore/{query}", interceptable=interceptable)
    expect(page.locator(".explore-take")).to_be_visible()
    return page


def download(page: Page, name: str, sign: str, folder: Path) -> tuple[str, list[list[str]]]:
    """Press a button, and read the table that comes as a spreadsheet does: its name, and its rows."""
    with page.expect_download() as coming:
        page.get_by_role("button", name=name, exact=True).click()
    file = folder / "table.csv"
    coming.value.save_as(file)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return coming.value.suggested_filename, list(csv.reader(opened, delimiter=sign, strict=True))


def said(page: Page) -> Locator:
    """Give what is said below the buttons."""
    return page.locator(".explore-take .said")


def named(rows: list[list[str]]) -> list[dict[str, str]]:
    """Give the cells of every row by the names of their columns, in their order."""
    head, *others = rows
    return [dict(zip(head, row, strict=True)) for row in others]


def test_selection_is_downloaded_as_a_table(open_page: Open, origin: str, tmp_path: Path) -> None:
    """Everything that is known of a story stands in its row, in words; the file is named after the choice."""
    page = choose(open_page, "?polarity=positive&stage=exit")
    name, rows = download(page, "Download as a table", ",", tmp_path)
    (row,) = named(rows)

    assert name == "stories-positive-exit.csv"
    assert row == {
        "Id": "a-good-goodbye",
        "Title": "A good goodbye",
        "Summary": "After two and a half years he dares to break up with his gym, on a Sunday night, "
        "in two taps. The other side takes it suspiciously well.",
        "Address": f"{origin}stories/a-good-goodbye/",
        "Date": "2026-07-14",
        "Verdict": "Positive",
        "Number of elements there": "2",
        "Elements that were there": "Personalized | Surprising",
        "Elements that were missed": "",
        "Journey stage": "Loyalty | Exit",
        "Channel": "App | Chat",
        "Touchpoint": "Farewell",
        "Sector": "Culture and leisure",
        "Sense": "",
        "Emotion": "Valued | Embarrassed | Surprised",
        "Incident": "Response to a need",
        "Recovery": "",
        "Outcome": "Repurchase",
        "Origin": "Fictional",
        "In the series": "",
        "Teller": "",
        "Year": "2026",
    }
    expect(said(page)).to_have_text("The table has been downloaded. Any spreadsheet opens it.")


def test_dutch_table_suits_dutch_spreadsheets(open_page: Open, tmp_path: Path) -> None:
    """Titles and terms are in Dutch, and a semicolon stands between the cells."""
    page = choose(open_page, "?polarity=positive&stage=exit", "nl/")
    name, rows = download(page, page.locator("[data-do=csv]").inner_text(), ";", tmp_path)
    (row,) = named(rows)

    assert (
        name.endswith("-positive-exit.csv"),
        row["Oordeel"],
        row["Fase van de klantreis"],
        row["Emotie"],
    ) == (
        True,
        "Positief",
        "Terugkomen | Afscheid",
        "Gewaardeerd | Opgelaten | Verrast",
    )
    assert "Een goed afscheid" in row.values()


def test_table_has_the_whole_selection_in_the_order_of_the_page(open_page: Open, tmp_path: Path) -> None:
    """Those on further pages, too."""
    page = choose(open_page, "?sort=title")
    rows = named(download(page, "Download as a table", ",", tmp_path)[1])
    shown = page.locator(".explore-found h3").all_inner_texts()

    assert len(rows) == 22
    assert [row["Title"] for row in rows][: len(shown)] == shown


def test_download_can_be_stopped(open_page: Open) -> None:
    """A reader on a slow line is not made to wait; no file comes, and the button is at hand again."""
    page = choose(open_page, "", interceptable=True)
    held: list[Route] = []
    came: list[Download] = []

    def hold(route: Route) -> None:
        held.append(route)

    def note(file: Download) -> None:
        came.append(file)

    page.route("**/pagefind/fragment/*", hold)
    page.on("download", note)
    page.get_by_role("button", name="Download as a table").click()
    page.get_by_role("button", name="Stop").click()

    expect(page.get_by_role("button", name="Stop")).to_be_hidden()
    expect(page.get_by_role("button", name="Download as a table")).to_be_focused()
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    assert (len(held) > 0, said(page).inner_text(), came) == (True, "", [])


def test_selection_becomes_a_reading_pack(open_page: Open) -> None:
    """Its stories stand in the pack in the order in which they were found."""
    page = choose(open_page, "?stage=exit&sort=title")
    shown = page.locator(".explore-found h3").all_inner_texts()
    page.get_by_role("button", name="Open as a reading pack").click()

    expect(page.locator(".pack-list a")).to_have_text(shown)
    assert page.url.endswith("reading-pack/?stories=a-good-goodbye,cancel-by-letter")


def test_selection_is_added_to_the_pack_of_the_device(open_page: Open) -> None:
    """Each story once, however often somebody presses."""
    page = choose(open_page, "?stage=exit&sort=title")
    add = page.get_by_role("button", name="Add to my reading pack")
    add.click()
    expect(said(page)).to_have_text(
        "Stories added: 2. Your reading pack now holds 2. Open your reading pack (2)"
    )
    add.click()
    expect(said(page)).to_have_text("Your reading pack has them already. Open your reading pack (2)")

    assert page.evaluate("localStorage.getItem('cx-pack:/')") == '["a-good-goodbye","cancel-by-letter"]'
    page.get_by_role("link", name="Open your reading pack (2)").click()
    expect(page.locator(".pack-list a")).to_have_text(["A good goodbye", "Cancel by letter"])


def test_stories_are_picked_one_by_one(open_page: Open) -> None:
    """A trainer takes some of what was found; a second press takes a story out again."""
    page = choose(open_page, "?stage=exit&sort=title")
    first, second = page.get_by_role("button", name="In my reading pack: ").all()
    for button in (first, second, first):
        button.click()

    assert [one.get_attribute("aria-pressed") for one in (first, second)] == ["false", "true"]
    assert page.evaluate("localStorage.getItem('cx-pack:/')") == '["cancel-by-letter"]'
    page.get_by_role("link", name="Open your reading pack (1)").click()
    expect(page.locator(".pack-list a")).to_have_text(["Cancel by letter"])


def test_picked_stories_are_told_when_the_page_comes_again(open_page: Open) -> None:
    """What is in the pack is seen on the cards, also when all were added at once."""
    page = choose(open_page, "?stage=exit")
    page.get_by_role("button", name="Add to my reading pack").click()
    pressed = page.locator(".card-pack[aria-pressed=true]")
    expect(pressed).to_have_count(2)
    page.reload()

    expect(pressed).to_have_count(2)


def test_full_pack_takes_no_more(open_page: Open) -> None:
    """The card says so, and the pack is as it was."""
    page = choose(open_page, "?stage=exit")
    full = [f"story-{number}" for number in range(30)]
    page.evaluate("(ids) => localStorage.setItem('cx-pack:/', JSON.stringify(ids))", full)
    page.locator(".card-pack").first.click()

    expect(page.locator(".card-packing").first).to_contain_text("A reading pack holds 30 stories at most.")
    expect(page.locator(".card-pack").first).to_have_attribute("aria-pressed", "false")
    assert json.loads(page.evaluate("localStorage.getItem('cx-pack:/')")) == full


def test_link_to_the_selection_is_copied(open_page: Open) -> None:
    """A colleague who gets it sees the same."""
    page = choose(open_page, "?stage=exit&sort=title")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the link").click()

    expect(said(page)).to_have_text("The link has been copied.")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_link_that_cannot_be_copied_is_shown(open_page: Open) -> None:
    """Where the browser forbids it."""
    page = choose(open_page, "?stage=exit")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) }")
    page.get_by_role("button", name="Copy the link").click()

    expect(said(page)).to_have_text(f"Copy this address: {page.url}")


def test_nothing_is_taken_while_other_stories_are_fetched(open_page: Open) -> None:
    """A table never has other stories than its name says."""
    page = choose(open_page, "?stage=exit", interceptable=True)
    held: list[Route] = []
    free: list[bool] = []

    def hold(route: Route) -> None:
        if free:
            route.continue_()
        else:
            held.append(route)

    page.route("**/pagefind/fragment/*", hold)
    page.locator('.explore-chips [data-key="stage exit"]').click()
    expect(page.locator(".explore-found")).to_have_attribute("aria-busy", "true")
    waiting = [button.is_disabled() for button in page.locator(".explore-take button:visible").all()]
    free.append(True)
    for route in held:
        route.continue_()
    expect(page.locator(".explore-found")).to_have_attribute("aria-busy", "false")

    assert waiting == [True] * 4
    expect(page.locator(".explore-take button:disabled:visible")).to_have_count(0)


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("elements/surprising/", "Explore these 9 stories"),
        ("journey/use/store/", "Explore these 6 stories"),
        ("insights/", "Engaging: 5 there"),
        ("insights/", "here 6"),
    ],
)
def test_number_is_what_explore_then_shows(open_page: Open, address: str, link: str) -> None:
    """The index counts as the figures do."""
    page = open_page(address)
    page.get_by_role("link", name=link, exact=True).first.click()
    number = next(word for word in link.split() if word.isdigit())

    expect(page.locator(".explore-bar h2")).to_have_text(f"{number} stories")
