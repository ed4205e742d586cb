"""Pages are printed with everything a writer typed as text, and links from where they stand."""

from __future__ import annotations

import re
from datetime import date

import pytest
from jinja2 import UndefinedError

from cx_stories.views.page import Page
from cx_stories.views.registry import pages_of
from cx_stories.views.rendering import Renderer
from tests.conftest import Site

NASTY = "<script>alert(\"1\")</script> & 'x' {{ 7 * 7 }}"


def _shelf(**context: object) -> Page:
    return Page("people", "en", "People", "shelf.html", context)


def _printed(site: Site, language: str) -> dict[str, str]:
    renderer = Renderer(language, "to/{}/".format)
    return {page.path: renderer.render(page, "", (), "/") for page in pages_of(site.edition(language))}


def test_what_a_writer_typed_is_printed_as_text(site: Site) -> None:
    """No field of any file can put markup on any page."""
    quoted = "'" + NASTY.replace("'", "''") + "'"
    site.file("people/mina.md", f"---\ntitle: {quoted}\nsummary: {quoted}\n---\n")
    site.story(
        "refund",
        f"title: {quoted}\nsummary: {quoted}\nlessons: [{quoted}]\nquestions: [{quoted}]\nteller: mina\n"
        f"organisation: {quoted}\nelements:\n  surprising: {quoted}\nmissed:\n  unique: {quoted}\n"
        f"theatre:\n  cast: {quoted}\n"
        f"source:\n  title: {quoted}\n  author: {quoted}\n  publication: {quoted}\n",
    )
    printed = _printed(site, "en")

    assert [path for path, html in printed.items() if "<script" in html or "49" in html] == []
    assert printed["stories/refund"].count("&lt;script&gt;") >= 10


@pytest.mark.parametrize(("language", "day"), [("en", "1 March 2024"), ("nl", "1 maart 2024")])
def test_day_is_written_out_in_the_language_of_the_page(site: Site, language: str, day: str) -> None:
    """A reader need not guess which number is the month."""
    site.story("refund", f"date: {date(2024, 3, 1)}\n")

    assert re.findall(r"<time[^>]*>([^<]+)</time>", _printed(site, language)["stories/refund"]) == [day]


def test_links_are_those_of_the_page_being_printed() -> None:
    """One page links up, another down; no link outlives its page."""
    renderer, page = Renderer("en", str), _shelf(entries=(("Mina", "", "people/mina", 0, ""),))
    links = [re.findall(r'href="([^"]+)"', renderer.render(page, "", (), root)) for root in ("../", "./")]

    assert links == [["../people/mina"], ["./people/mina"]]


def test_card_links_from_the_page_it_stands_on(site: Site) -> None:
    """A card is printed once and shown on pages of any depth; only the way to the top differs."""
    site.story("refund")
    renderer = Renderer("en", "{}/".format)
    (home,) = (page for page in pages_of(site.edition()) if page.path == "")
    links = [
        re.findall(r'href="([^"]*stories/refund/)"', renderer.render(home, "", (), root))
        for root in ("./", "../")
    ]

    assert links == [["./stories/refund/"], ["../stories/refund/"]]


def test_search_is_given_what_the_story_says(site: Site) -> None:
    """The summary, the prose and the lessons; no menus, no lists of other stories."""
    site.story("refund", "summary: Soon put right.\nlessons: [Trust the caller.]\n")
    (story,) = (page for page in pages_of(site.edition()) if page.path == "stories/refund")
    html = Renderer("en", str).searchable(story, "<p>She rang.</p>")

    assert re.findall(r">([^<>\n]+)<", html) == [
        "Soon put right.",
        "She rang.",
        "What we learn",
        "Trust the caller.",
    ]


def test_link_to_nowhere_is_an_error() -> None:
    """A page that asks for an address that nobody has is not printed."""

    def nowhere(address: str) -> str:
        raise LookupError(address)

    with pytest.raises(LookupError, match="people/mina"):
        Renderer("en", nowhere).render(_shelf(entries=(("Mina", "", "people/mina", 0, ""),)), "", (), "./")


def test_value_that_a_view_forgot_is_an_error() -> None:
    """Nothing is left empty without a word."""
    with pytest.raises(UndefinedError, match="entries"):
        Renderer("en", str).render(_shelf(), "", (), "./")


def test_every_page_of_a_small_site_can_be_printed_in_every_language(site: Site) -> None:
    """Templates and views agree on the values, also where there is little to show."""
    site.languages("en", "nl", "pt-BR")
    site.story("refund")
    site.file("about.md", "Text.\n")

    assert {language: len(_printed(site, language)) for language in ("en", "nl", "pt-BR")} == {
        "en": 18,
        "nl": 18,
        "pt-BR": 18,
    }
