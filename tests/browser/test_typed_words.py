# ruff: noqa: E501
"""What a writer types reads exactly so wherever a script shows it: results, cards, previews, packs, tables."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from rooms import Room, Window
from served_site import PATIENCE, serving
from tests.hostile.case import PNG
from tests.site.made_site import Stage, quoted

WORDS = "Lamp AT&T \"x\" <y> & 'z' {{ 7*7 }} &amp; <img src=x onerror=alert(1)> \u202ex\u202c"
"""What means something to HTML, templates, JavaScript and the order of letters."""
FORMULA = '=HYPERLINK("https://elsewhere.invalid","Zebra")'
"""What a spreadsheet would reckon with."""
OWN = """\
id: channels
terms:
  - id: kiosk
    labels: {en: 'Kiosk <y> & "x"'}
    definition: {en: A kiosk of our own.}
    source: ours
"""


@pytest.fixture(scope="module")
def window(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """Draw a site around these words, and open a window on it that may complain of nothing."""
    stage = Stage(tmp_path_factory.mktemp("words"))
    stage.configure("site_name: S\ndocs_dir: content\nplugins: [cx-stories: {vocabularies: [own.yml]}]\n")
    stage.write("../own.yml", OWN)
    value = quoted(WORDS)
    stage.write("people/mina.md", f"---\ntitle: {value}\nsummary: {value}\n---\nMina.\n")
    stage.write("stories/lamp.png", PNG)
    stage.story(
        "lamp",
        title=value,
        summary=value,
        elements=f"{{surprising: {value}}}",
        lessons=f"[{value}]",
        questions=f"[{value}]",
        teller="mina",
        pair="dark",
        channels="[kiosk]",
        image=f"{{file: lamp.png, alt: {value}, credit: {value}}}",
    )
    stage.story(
        "dark",
        polarity="negative",
        pair="lamp",
        body="She came by [[lamp]] at night.\n" + "It was dark. " * 30,
    )
    stage.story("zebra", title=quoted(FORMULA), summary=quoted(f"@SUM({FORMULA})"))
    outcome = stage.build(strict=False)
    assert outcome.exit_code == 0
    with serving(stage.site) as origin:
        opened = Window(Room(chromium, origin, {}))
        yield opened
        complaints = list(opened.complaints.heard)
        opened.close()
    assert complaints == []


def _search(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.get_by_role("textbox", name="Search the stories").fill(words)
    expect(page.get_by_role("dialog").get_by_role("article").first).to_be_visible(timeout=PATIENCE)


def test_words_read_as_typed_wherever_a_script_shows_them(window: Window) -> None:
    """In results and Explore, beside a link, in a pack, on cards: signs for signs, and no element of them."""
    shown: dict[str, object] = {}

    page = window.show("")
    _search(page, "lamp")
    dialog = page.get_by_role("dialog")
    shown["results"] = (
        WORDS in dialog.get_by_role("article").first.get_by_role("link").first.text_content().strip()
    )
    shown["summary in the results"] = WORDS in dialog.get_by_role("article").first.text_content()
    shown["lesson in the results"] = WORDS in dialog.get_by_role("region", name="Lessons").text_content()
    shown["elements in the results"] = page.locator("dialog img, dialog y").count()

    page = window.show("explore/?q=lamp")
    card = page.get_by_role("main").get_by_role("article").first
    expect(card).to_be_visible()
    shown["Explore"] = WORDS in card.text_content()
    shown["term in Explore"] = 'Kiosk <y> & "x"' in page.get_by_role("main").text_content()

    page = window.show("explore/?q=" + "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%22%27")
    box = page.get_by_role("main").locator("input[name=q]")
    expect(box).to_have_value("<img src=x onerror=alert(1)>\"'")
    shown["question"] = page.locator("main img[src=x]").count()

    page = window.show("stories/dark/")
    page.locator(".prose a.ref").first.hover()
    expect(page.locator(".preview")).to_be_visible()
    shown["preview"] = WORDS in page.locator(".preview").text_content()

    page = window.show("stories/lamp/#cx:cards")
    expect(page.locator(".leaf").first).to_be_visible()
    shown["cards"] = WORDS in page.locator(".leaf").first.text_content()

    page = window.show("reading-pack/?stories=lamp,dark")
    expect(page.locator(".pack-stories")).to_have_attribute("aria-busy", "false")
    shown["pack"] = page.locator(".pack-story h2").first.text_content().strip()
    names = page.locator("button[data-do]").evaluate_all(
        "all => all.map((one) => one.getAttribute('aria-label'))"
    )
    shown["name of a button"] = any(WORDS in name for name in names if name)

    assert shown == {
        **dict.fromkeys(shown, True),
        "elements in the results": 0,
        "question": 0,
        "pack": WORDS,
    }


def test_what_was_looked_for_is_remembered_as_words(window: Window) -> None:
    """What a reader has typed, or what somebody has put where it is remembered, is shown and not made HTML of."""
    page = window.show("")
    asked = "<img src=x onerror=alert(1)> lamp"
    _search(page, "lamp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/explore/**")
    kept = page.evaluate(
        """asked => {
            const key = Object.keys(localStorage).find((one) => one.startsWith("cx-searches:"));
            localStorage.setItem(key, JSON.stringify([asked]));
            return key !== undefined;
        }""",
        asked,
    )
    page.goto(page.url.partition("explore/")[0])
    page.keyboard.press("/")

    expect(page.get_by_role("dialog")).to_contain_text(asked)
    assert (kept, page.locator("dialog img[src=x]").count()) == (True, 0)


def test_a_spreadsheet_shows_words_and_reckons_with_none(window: Window, tmp_path: Path) -> None:
    """A title that begins as a formula does stands behind a quotation mark in the table; others as typed."""
    page = window.show("explore/")
    expect(page.locator(".explore-take")).to_be_visible()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Download as a table", exact=True).click()
    coming.value.save_as(tmp_path / "table.csv")
    with (tmp_path / "table.csv").open(encoding="utf-8-sig", newline="") as opened:
        rows = {row["Id"]: (row["Title"], row["Summary"]) for row in csv.DictReader(opened, strict=True)}

    assert rows == {
        "lamp": (WORDS, WORDS),
        "dark": ("The story of dark", rows["dark"][1]),
        "zebra": (f"'{FORMULA}", f"'@SUM({FORMULA})"),
    }
