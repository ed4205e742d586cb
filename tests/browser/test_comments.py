"""Comments are fetched from another site by whoever asks for them, and by nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect
from rooms import House, Window
from served_site import PHONE, serving
from test_every_kind_of_page import violations
from tests.site.made_site import TWO_LANGUAGES, Stage

CONFIG = TWO_LANGUAGES.format("en, nl") + (
    "      images: false\n"
    "      comments: {giscus: {repo: acme/stories, repo_id: R_1, category: Talk, category_id: DIC_1}}\n"
)
GISCUS = "https://giscus.app"
STORY, DUTCH, OLD = "stories/lamp/", "nl/stories/lamp/", "stories/bulb/"
HEIGHT = 611
COMMENTS = f"""\
<!doctype html><html lang="en"><title>giscus</title><link rel="icon" href="data:,"><h1>Two comments</h1>
<a href="https://github.com/">Sign in</a><p id="told"></p><script>
const tell = (giscus) => parent.postMessage({{ giscus }}, "*");
tell({{ resizeHeight: {HEIGHT - 0.5} }});
const told = document.getElementById("told");
addEventListener("message", ({{ data }}) => {{ told.textContent = JSON.stringify(data); }});
</script></html>
"""
"""Stands in for giscus: says how tall it is, and shows what it is told."""


@dataclass
class Reader:
    """A reader at the site: the page that is open, and what was asked of giscus."""

    window: Window
    origin: str
    asked: list[str] = field(default_factory=list)
    answered: bool = False

    def open(self, address: str) -> Page:
        """Open a page; what it asks of giscus is answered here."""
        page = self.window.show(address)
        if not self.answered:
            page.route(f"{GISCUS}/**", self._answer)
            self.answered = True
        return page

    def _answer(self, route: Route) -> None:
        self.asked.append(route.request.url)
        route.fulfill(body=COMMENTS, content_type="text/html")

    @property
    def wanted(self) -> dict[str, str]:
        """What the last question to giscus was about."""
        return {name: one for name, (one,) in parse_qs(urlsplit(self.asked[-1]).query).items()}

    @property
    def complaints(self) -> list[str]:
        """Everything that went wrong, and everything else that was asked of another site."""
        return [one for one in self.window.complaints.heard if not one.startswith(f"elsewhere: {GISCUS}/")]


@pytest.fixture(scope="module")
def talking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a small site with comments, and give the address of its home page."""
    stage = Stage(tmp_path_factory.mktemp("talking"))
    stage.configure(CONFIG)
    stage.story("lamp", title="A lamp", aliases="[bulb]")
    stage.translation("lamp", title="Een lamp")
    assert stage.build(strict=True).said == ()
    with serving(stage.site) as origin:
        yield origin


@pytest.fixture
def reader(house: House, talking: str) -> Iterator[Reader]:
    """Give a new reader; the test fails if anything is complained of."""
    window = Window(house.room(talking, {}), interceptable=True)
    reader = Reader(window, talking)
    yield reader
    heard = reader.complaints
    window.close()
    assert heard == []


def test_nobody_is_told_of_a_reader_who_does_not_ask(reader: Reader) -> None:
    """Not by a request, not by a connection made ahead; not in print."""
    page = reader.open(STORY)
    page.wait_for_load_state("networkidle")
    page.emulate_media(media="print")

    assert (reader.asked, reader.window.complaints.heard) == ([], [])
    assert page.locator("iframe, [rel=preconnect], [rel=dns-prefetch]").count() == 0
    expect(page.get_by_role("button", name="Show the comments")).to_be_hidden()


def test_a_press_of_a_key_fetches_them(reader: Reader) -> None:
    """One page of giscus, in the reader's language, as tall as it is; it has the focus."""
    page = reader.open(DUTCH)
    page.locator("[data-comments] button").focus()
    page.keyboard.press("Enter")
    frame = page.locator("[data-comments] iframe")

    expect(frame).to_have_attribute("height", str(HEIGHT))
    assert page.evaluate("document.activeElement.localName") == "iframe"
    assert frame.get_attribute("title")
    assert [urlsplit(one).path for one in reader.asked] == ["/nl/widget"]
    assert reader.wanted == {
        "repo": "acme/stories",
        "repoId": "R_1",
        "category": "Talk",
        "categoryId": "DIC_1",
        "term": "stories/lamp",
        "description": reader.wanted["description"],
        "strict": "1",
        "reactionsEnabled": "1",
        "emitMetadata": "0",
        "inputPosition": "bottom",
        "origin": f"{reader.origin}{DUTCH}#cx:comments",
        "backLink": f"{reader.origin}{DUTCH}",
        "theme": "light",
    }


def test_they_are_as_light_or_dark_as_the_page(reader: Reader) -> None:
    """From the beginning, and when the reader changes it."""
    page = reader.open(STORY)
    page.locator("[data-scheme-toggle]").click()
    page.locator("[data-comments] button").click()
    told = page.frame_locator("[data-comments] iframe").locator("#told")
    expect(told).to_be_attached()
    page.locator("[data-scheme-toggle]").click()

    assert (urlsplit(reader.asked[0]).path, reader.wanted["theme"]) == ("/en/widget", "dark")
    expect(told).to_have_text('{"giscus":{"setConfig":{"theme":"light"}}}')


def test_who_comes_back_from_signing_in_goes_on_where_they_were(reader: Reader) -> None:
    """The comments open again, for them, and the address is clean."""
    page = reader.open(STORY)
    page.locator("[data-comments] button").click()
    expect(page.locator("[data-comments] iframe")).to_have_attribute("height", str(HEIGHT))
    page = reader.open(f"{STORY}?giscus=secret#cx:comments")
    expect(page.locator("[data-comments] iframe")).to_have_attribute("height", str(HEIGHT))

    assert (page.url, reader.wanted["session"]) == (reader.origin + STORY, "secret")


def test_a_session_that_is_over_is_forgotten(reader: Reader) -> None:
    """Whoever signs out is signed out; giscus is asked once more, without a session."""
    page = reader.open(STORY)
    page.evaluate("localStorage.setItem('cx-giscus', 'secret')")
    page.locator("[data-comments] button").click()
    expect(page.locator("[data-comments] iframe")).to_have_attribute("height", str(HEIGHT))
    before = reader.wanted["session"]
    with page.expect_request(f"{GISCUS}/**"):
        page.frame_locator("[data-comments] iframe").locator("body").evaluate("tell({ signOut: true })")

    assert page.evaluate("localStorage.getItem('cx-giscus')") is None
    expect(page.frame_locator("[data-comments] iframe").locator("#told")).to_be_attached()
    assert (before, "session" in reader.wanted, len(reader.asked)) == ("secret", False, 2)


def test_a_link_that_somebody_has_sent_does_not_ask_in_a_readers_name(reader: Reader) -> None:
    """A session of somebody else in it is neither used nor kept."""
    page = reader.open(f"{STORY}?giscus=theirs")
    page.wait_for_load_state("networkidle")

    assert (reader.asked, page.url) == ([], reader.origin + STORY)
    assert page.evaluate("localStorage.getItem('cx-giscus')") is None


def test_a_message_from_elsewhere_changes_nothing(reader: Reader) -> None:
    """Only giscus says how tall the comments are."""
    page = reader.open(STORY)
    page.locator("[data-comments] button").click()
    frame = page.locator("[data-comments] iframe")
    expect(frame).to_have_attribute("height", str(HEIGHT))
    page.evaluate(
        """new Promise((heard) => {
          addEventListener("message", heard, { once: true });
          postMessage({ giscus: { resizeHeight: 9 } }, "*");
        })"""
    )

    assert frame.get_attribute("height") == str(HEIGHT)


@pytest.mark.parametrize(("address", "scheme"), [(STORY, "light"), (DUTCH, "dark")])
def test_the_way_to_comment_is_accessible_and_fits(
    house: House, talking: str, address: str, scheme: str
) -> None:
    """axe-core finds nothing, before and after; a phone need not scroll sideways."""
    window = Window(house.room(talking, {"viewport": PHONE, "color_scheme": scheme}), interceptable=True)
    reader = Reader(window, talking)
    page = reader.open(address)
    found = violations(page)
    page.locator("[data-comments] button").click()
    expect(page.locator("[data-comments] iframe")).to_have_attribute("height", str(HEIGHT))
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    heard = reader.complaints
    window.close()

    assert (found, wide, heard) == ([], 0, [])


def test_an_earlier_address_leads_on_by_itself(reader: Reader) -> None:
    """A bookmark of years ago opens the story."""
    page = reader.open(STORY)
    page.goto(reader.origin + OLD, wait_until="commit")
    page.wait_for_url(reader.origin + STORY)

    expect(page.get_by_role("heading", level=1)).to_have_text("A lamp")


def test_where_browsers_do_not_lead_on_a_reader_can(reader: Reader) -> None:
    """For the moment it is seen, the page at an earlier address is like any other."""
    page = reader.open(STORY)

    def waiting(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('http-equiv="refresh"', 'name="x"'))

    page.route(reader.origin + OLD, waiting)
    page.goto(reader.origin + OLD)
    found = violations(page)
    page.get_by_role("link", name="Read the story").click()

    assert found == []
    assert page.url == reader.origin + STORY
