"""Pages are printed with everything a writer typed as text, and links from where they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from jinja2 import Environment, UndefinedError
from markupsafe import escape

from cx_stories.exports.head import Head, Link, Meta
from cx_stories.views import rendering, templating
from cx_stories.views.addresses import standing
from cx_stories.views.page import Later, Page
from cx_stories.views.registry import pages_of
from cx_stories.views.rendering import Renderer
from cx_stories.views.story.workshop import PAUSE
from cx_stories.vocabulary.loading import load
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


@pytest.mark.parametrize("most", [1, 20_000])
def test_signs_of_html_in_an_address_end_no_link(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address with an ampersand or a quotation mark leads there each time, from pages of any depth."""
    monkeypatch.setattr(rendering, "_MOST_KEPT", most)
    page = _shelf(entries=[("Mina", "", path, 0, "") for path in ('a"b', "c&d", 'a"b')])
    renderer = Renderer("en", str)
    links = [re.findall(r'href="([^"]+)"', renderer.render(page, "", (), root)) for root in ("", "../", "")]

    assert links == [
        ["a&#34;b", "c&amp;d", "a&#34;b"],
        ["../a&#34;b", "../c&amp;d", "../a&#34;b"],
        ["a&#34;b", "c&amp;d", "a&#34;b"],
    ]


def test_head_of_a_page_says_to_programs_what_it_is_about() -> None:
    """What somebody typed stays in its attribute; what belongs to the page is linked from where it stands."""
    head = Head(
        (Meta("property", "og:title", NASTY), Meta("name", "twitter:card", "summary")),
        (Link("alternate", "feed.xml", "application/atom+xml", NASTY, "nl"), Link("license", "by.html")),
        '{"name":"<\\/x"}',
    )
    values = {"head": head, "located": "../{}".format}

    assert Renderer("en", str).part("head.html", values, "../") == (
        f'<meta property="og:title" content="{escape(NASTY)}">\n'
        '<meta name="twitter:card" content="summary">\n'
        f'<link rel="alternate" href="../feed.xml" type="application/atom+xml" title="{escape(NASTY)}" '
        'hreflang="nl">\n'
        '<link rel="license" href="../by.html">\n'
        '<script type="application/ld+json">{"name":"<\\/x"}</script>\n'
    )
    assert Renderer("en", str).part("head.html", {**values, "head": Head()}, "") == ""


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
    html = Renderer("en", str).found(story, f"<p>She rang.</p>{PAUSE}<p>They paid.</p>")

    *words, terms = re.findall(r">([^<>\n]+)<", html)
    assert words == [story.title, "Soon put right.", "She rang.", "They paid.", "Trust the caller.", "·"]
    assert terms.split(" · ")[0] == "Positive"


def test_index_is_told_what_a_result_shows_exactly_as_it_is(site: Site) -> None:
    """The card is whole, escaped once more; a page that shows another language says so; no date, no day."""
    site.languages("nl", "en")
    site.show_drafts()
    site.story("refund.en", "title: 'AT&T \"x\" <y>'\nsummary: Soon 'put' right.\nstatus: draft\ndate:\n")
    edition = site.edition("nl")
    (story,) = (page for page in pages_of(edition) if page.path == "stories/refund")
    renderer = Renderer("nl", str)
    html = renderer.found(story, "")

    told: dict[str, list[str]] = {}
    for name, value in re.findall(
        r'data-pagefind-(?:filter|meta)="(\w+)\[content\]" content="([^"]*)"', html
    ):
        told.setdefault(name, []).append(unescape(value))
    card = edition.card(edition.library.stories[0])
    assert {name: told.get(name) for name in ("kind", "lang", "id", "card", "summary", "day")} == {
        "kind": ["story"],
        "lang": ["en"],
        "id": ["refund"],
        "card": [str(escape(renderer.part("card.html", {"story": card, "level": 3}, "")))],
        "summary": ["Soon 'put' right."],
        "day": None,
    }


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

    printed = {language: sorted(_printed(site, language)) for language in ("en", "nl", "pt-BR")}
    expected = sorted((*standing(load()), "about", "stories/refund"))

    assert printed == dict.fromkeys(("en", "nl", "pt-BR"), expected)


def test_what_many_pages_say_alike_leads_on_from_each(site: Site) -> None:
    """It is printed once for all of them, and its links are still those of the page it stands on."""
    site.story("refund")
    page = next(page for page in pages_of(site.edition()) if page.path == "stories/refund")
    renderer = Renderer("en", str)
    printed = [renderer.render(page, "", (), root) for root in ("../../", "../", "../../")]

    links = [re.findall(r'class="longer"><a href="([^"]+)"', html) for html in printed]
    assert links == [["../../workshop"], ["../workshop"], ["../../workshop"]]


def test_whatever_stories_share_leads_on_from_the_page_it_stands_on(site: Site) -> None:
    """Verdicts, terms, titles and cards are printed once, for pages of any depth; only the way up differs."""
    told = "stages: [use, service]\nchannels: [phone]\nemotions: [content]\nelements: {unique: Yes.}\n"
    site.story("coat", f"pair: lamp\n{told}")
    site.story("lamp", f"pair: coat\npolarity: negative\n{told}")
    site.story("hat", f"related: [coat]\n{told}")
    renderer = Renderer("en", "{}/".format)
    pages = {page.path: page for page in pages_of(site.edition())}
    paths = ("stories/coat", "stories/hat", "pairs/coat/lamp", "stories")
    deep, shallow, again = (
        [renderer.render(pages[path], "", (), root) for path in paths] for root in ("../../", "./", "../../")
    )

    assert all("../../stories/coat/" in html for html in deep)
    assert (again, [html.replace("../../", "./") for html in deep]) == (deep, shallow)


def test_values_that_are_made_for_a_page_are_not_kept_when_it_is_printed() -> None:
    """A site of fifty thousand stories fits into memory; whoever asks again has them made again."""
    made: list[str] = []

    def make() -> Mapping[str, object]:
        made.append("values")
        return {"entries": ()}

    renderer, page = Renderer("en", str), replace(_shelf(), context=Later(make))
    printed = [renderer.render(page, "", (), "./") for _ in range(2)]

    assert (len(made), printed[0] == printed[1]) == (2, True)


def test_story_on_one_line_says_what_matters_and_links_from_where_it_stands(site: Site) -> None:
    """Verdict, title, lights and day, also for who listens; printed once for lists of any depth."""
    stories = ["title: Put right\nelements: [unique]\ndate: 2024-03-01\nchannels: [phone]\n"] * 13
    for number, story in enumerate(stories):
        site.story(f"refund-{number:02}", story)
    pages = {page.path: page for page in pages_of(site.edition())}
    renderer = Renderer("en", "{}/".format)
    lines = [
        re.findall(r"<li>(.*refund-12.*)</li>", renderer.render(pages["terms/channels/phone"], "", (), root))
        for root in ("../../../", "./")
    ]

    assert lines == [
        [
            '<span class="line"><svg class="icon positive" role="img" aria-label="Positive">'
            f'<use href="#mask-positive"/></svg><a href="{root}stories/refund-12/">Put right</a>'
            '<span class="score" role="img" aria-label="1 of 5 lights">1/5</span>'
            '<time datetime="2024-03-01">1 March 2024</time></span>'
        ]
        for root in ("../../../", "./")
    ]


def test_what_has_been_compiled_ahead_is_compiled_by_nobody_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The processes that print pages have what their parent had when they were forked."""
    templating._compiled.cache_clear()
    renderer = Renderer("en", str)
    renderer.compile()
    monkeypatch.delattr(Environment, "compile")

    assert "Not here" in renderer.part("trail.html", {"trail": [("stories", "Not here")]}, "")


def test_boxes_of_a_list_of_tasks_say_whether_they_are_ticked(site: Site) -> None:
    """Those who do not see a list hear how far it is; a box that has a name keeps it."""
    box = '<input type="checkbox"{}disabled=""{}>'
    prose = box.format(" ", "") + box.format(" ", ' checked=""') + box.format(' aria-label="Ask" ', "")
    (page,) = (page for page in pages_of(site.edition()) if page.path == "reading-pack")

    printed = Renderer("en", "{}/".format).render(page, prose, (), "")

    assert re.findall('type="checkbox" aria-label="([^"]*)"', printed) == ["To do", "Done", "Ask"]
