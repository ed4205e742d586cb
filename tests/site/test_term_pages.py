"""Every term has a page: what it means, where it is met, and what to type if it is nowhere."""

from __future__ import annotations

import re

import pytest

from tests.site.conftest import Demonstration
from tests.site.html_reading import BuiltSite, HtmlPage
from tests.site.made_site import TWO_LANGUAGES, Stage, found_in

NAMES = [f"night-{number:03}" for number in range(1, 451)]
"""More stories than a page has lines; all of one day, so that their names are their order."""
LARGEST = 300_000
"""How many bytes a page may have."""


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Give a site of many stories that all happened by phone."""
    stage = Stage(tmp_path_factory.mktemp("crowded"))
    for name in NAMES:
        stage.story(name, channels="[phone]")
    return stage.published()


def stories_on(page: HtmlPage) -> list[str]:
    """Give the names of the stories that a page links to, in order, each once."""
    found = (re.match(r"(?:nl/)?stories/([^/#]+)/", link) for link in page.links("main"))
    return list(dict.fromkeys(match.group(1) for match in found if match))


def test_a_list_of_hundreds_is_split_and_stays_light(crowded: BuiltSite) -> None:
    """All stories are there, four hundred a page, and no page is too heavy for a phone."""
    first, second = crowded["terms/channels/phone/"], crowded["terms/channels/phone/page/2/"]
    sizes = {
        address: (crowded.folder / address / "index.html").stat().st_size
        for address in crowded.pages
        if address.startswith(("terms/", "polarity/"))
    }

    assert (stories_on(first), stories_on(second)) == (NAMES[:400], NAMES[400:])
    assert {address: size for address, size in sizes.items() if size > LARGEST} == {}


def test_further_lines_lead_to_one_another_and_are_not_for_search_engines(crowded: BuiltSite) -> None:
    """A reader goes on and back; a search engine sends readers to the start."""
    first, second = crowded["terms/channels/phone/"], crowded["terms/channels/phone/page/2/"]

    assert [first.resolved(one.attributes["href"]) for one in first.all("a", rel="next")] == [second.address]
    assert [second.resolved(one.attributes["href"]) for one in second.all("a", rel="prev")] == [first.address]
    assert [bool(page.all("meta", name="robots", content="noindex")) for page in (first, second)] == [
        False,
        True,
    ]


def test_every_term_can_be_reached(demonstration: Demonstration) -> None:
    """From the foot to the lists, to the terms, to the stories; nothing is linked that is not there."""
    site = demonstration.site
    terms = {address for address in site.pages if re.match(r"(nl/)?terms/", address)}

    assert len(terms) > 250
    assert terms - site.reachable() == set()
    assert [broken for broken in site.broken_references() if "terms/" in broken] == []


@pytest.mark.parametrize("prefix", ["", "nl/"], ids=["English", "Dutch"])
def test_story_is_on_the_page_of_each_of_its_terms(demonstration: Demonstration, prefix: str) -> None:
    """Who reads what happened by phone finds every story that did."""
    site = demonstration.site
    terms = (
        *("stages/service", "stages/after-purchase", "channels/post", "touchpoints/setup"),
        *("emotions/embarrassed", "emotions/fear", "sectors/garden-diy", "recovery/exceeded"),
        *("provenance/retold", "source_kind/retold", "theatre/cast"),
    )
    without = [term for term in terms if "blazing-contact" not in stories_on(site[f"{prefix}terms/{term}/"])]

    assert without == []


def test_lesson_leads_to_its_place_in_its_story(demonstration: Demonstration) -> None:
    """A reader who wants to know why a lesson holds is one click away from what happened."""
    page = demonstration.site["terms/channels/phone/"]
    links = [link for link in page.links("main") if "#lesson." in link]

    assert len(links) >= 8
    assert all(re.fullmatch(r"stories/[^/]+/#lesson\.\d+", link) for link in links)


def test_term_without_a_story_says_what_to_type(stage: Stage) -> None:
    """In the language of the page; a term that cannot be typed invites nobody."""
    stage.configure(TWO_LANGUAGES.format("en, nl"))
    stage.story("lamp")
    site = stage.published()

    typed = site["nl/terms/channels/chat/"].texts("code")
    assert (typed, site["terms/justice/procedural/"].texts("code")) == (["channels: [chat]"], [])


def test_label_definition_and_alias_are_shown_as_typed(stage: Stage) -> None:
    """A site's own term may have any sign in it."""
    stage.configure(
        "site_name: Small stage\ndocs_dir: content\nplugins: [{cx-stories: {vocabularies: [channels.yml]}}]\n"
    )
    value = """AT&T "x" <y>"""
    (stage.folder / "channels.yml").write_text(
        f"id: channels\nterms:\n  - {{id: phone, labels: {{en: '{value}'}}, definition: {{en: '{value}'}}, "
        f"aliases: {{en: ['old {value}']}}, source: '{value}'}}\n",
        encoding="utf-8",
    )
    stage.story("lamp", channels="[phone]", title=f"'{value}'")
    site = stage.published()
    term, glossary = site["terms/channels/phone/"], site["glossary/"]

    shown = {
        "heading": term.texts("h1") == [value],
        "definition and source": term.texts("p").count(value) >= 2,
        "other word": f"old {value}" in " ".join(term.texts("p")),
        "story": value in term.texts("a"),
        "list": value in site["terms/channels/"].texts("a"),
        "glossary": value in glossary.texts("a") and f"old {value}" in glossary.texts("dt"),
    }
    assert shown == dict.fromkeys(shown, True)


def test_search_finds_a_term_by_its_other_words(demonstration: Demonstration) -> None:
    """Who looks for "telephone" is led to Phone."""
    found = found_in(demonstration.site.folder)
    words = "telephone, call, phone call"

    assert [address for address in found if words in found[address]["content"]] == ["terms/channels/phone/"]
