"""The demonstration site as a reader, a search engine and a careful maintainer meet it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tests.site.conftest import Demonstration
from tests.site.html_reading import BuiltSite, HtmlPage, css_addresses
from tests.site.made_site import Outcome, found_in
from tests.site.written_stories import PREFIXES, WrittenStory, published_stories

ELEMENTS = ("engaging", "unique", "personalized", "surprising", "repeatable")
MANUAL_WORDS = (
    r"\b[Dd]ocumentation\b",
    r"\bMkDocs\b",
    r"\bEdit this page\b",
    r"\bMade with\b",
    r"\bTable of contents\b",
)
FICTIONAL = {"en": "Fictional", "nl": "Fictief"}


@pytest.fixture(scope="module")
def site(demonstration: Demonstration) -> BuiltSite:
    """Give the pages of the demonstration site."""
    return demonstration.site


@pytest.fixture(scope="module")
def stories() -> list[WrittenStory]:
    """Give the stories as they were written, newest first."""
    return published_stories()


def language_of(address: str) -> str:
    """Give the language in which a page must be."""
    return "nl" if address.startswith("nl/") else "en"


def story_links(page: HtmlPage, prefix: str) -> list[str]:
    """Give the names of the stories that the main part of a page links to, in order, each once."""
    found = (re.fullmatch(rf"{prefix}stories/([^/]+)/", link) for link in page.links("main"))
    return list(dict.fromkeys(match.group(1) for match in found if match))


def test_it_builds_without_a_warning_or_a_deprecation(demonstration: Demonstration) -> None:
    """A maintainer who sees a message may be sure that it is about their own change."""
    assert demonstration.outcome == Outcome(0, (), "", demonstration.site.folder)


def test_every_story_is_told_in_both_languages(site: BuiltSite, stories: list[WrittenStory]) -> None:
    """The demonstration has at least 22 stories, and neither language has less of them."""
    expected = {
        f"{prefix}stories/{story.name}/": " ".join(story.tellings[language]["title"].split())
        for story in stories
        for language, prefix in PREFIXES.items()
    }
    told = {address: page.texts("h1")[0] for address, page in site.pages.items() if address in expected}

    assert len(stories) >= 22
    assert told == expected


def test_every_link_leads_to_a_page_a_file_or_a_place(site: BuiltSite) -> None:
    """No click, picture, style or script ends nowhere."""
    assert site.broken_references() == []


def test_every_label_names_something_on_its_page(site: BuiltSite) -> None:
    """What a screen reader is told to read out is there."""
    assert {
        address: page.dangling_pointers() for address, page in site.pages.items() if page.dangling_pointers()
    } == {}


def test_no_id_stands_twice_on_a_page(site: BuiltSite) -> None:
    """A link to a place on a page can mean one place only."""
    twice = {
        address: sorted({one for one in page.ids if page.ids.count(one) > 1})
        for address, page in site.pages.items()
        if len(page.ids) != len(set(page.ids))
    }

    assert twice == {}


def test_every_page_can_be_reached_from_the_home_page(site: BuiltSite) -> None:
    """Nothing was written for nobody; only "not found" has no link to it."""
    assert set(site.pages) - site.reachable() == {"404.html"}


def test_every_page_has_one_first_heading(site: BuiltSite) -> None:
    """A page is about one thing."""
    assert {
        address: page.texts("h1") for address, page in site.pages.items() if len(page.all("h1")) != 1
    } == {}


def test_no_heading_level_is_left_out(site: BuiltSite) -> None:
    """Who jumps from heading to heading never wonders what was missed."""
    jumps = []
    for address, page in site.pages.items():
        headings = [one for one in page.elements if re.fullmatch("h[1-6]", one.tag) and one.within("main")]
        jumps += [f"{address}: {b.text}" for a, b in pairwise(headings) if int(b.tag[1]) > int(a.tag[1]) + 1]

    assert jumps == []


def test_every_page_says_its_language(site: BuiltSite) -> None:
    """Screen readers and translators know: English at the root, Dutch below nl/."""
    spoken = {address: page.language for address, page in site.pages.items()}

    assert spoken == {address: language_of(address) for address in site.pages}


def test_titles_tell_the_pages_of_a_language_apart(site: BuiltSite) -> None:
    """A row of tabs or bookmarks makes sense."""
    titles = [(page.language, page.title) for page in site.pages.values()]

    assert [title for title in titles if titles.count(title) > 1 or not title[1]] == []


def test_every_page_has_a_description(site: BuiltSite) -> None:
    """A search engine has a sentence to show."""
    assert [address for address, page in site.pages.items() if not page.description.strip()] == []


def test_the_language_switch_leads_to_the_same_page(site: BuiltSite) -> None:
    """Nobody is thrown back to the home page for wanting to read in the other language."""
    switched, expected = {}, {}
    for address, page in site.pages.items():
        if address != "404.html":
            other = {"en": "nl", "nl": "en"}[page.language]
            links = [one for one in page.all("a", hreflang=other) if one.within("header")]
            switched[address] = [page.resolved(one.attributes["href"]) for one in links]
            expected[address] = [address.removeprefix("nl/") if other == "en" else f"nl/{address}"]

    assert switched == expected


def test_not_found_leads_home_and_to_all_stories_in_both_languages(site: BuiltSite) -> None:
    """Who is lost may choose a language too, and look for the story that was promised."""
    ways = [
        (one.attributes["hreflang"], one.attributes["href"])
        for one in site["404.html"].all("a")
        if one.within("main")
    ]

    assert ways == [("en", "/"), ("en", "/explore/"), ("nl", "/nl/"), ("nl", "/nl/explore/")]


def test_nothing_is_loaded_from_elsewhere(site: BuiltSite) -> None:
    """Reading a story tells no other server about it, and works without them."""
    asked = {address for page in site.pages.values() for address in page.resources()}
    sheets = site.folder.rglob("*.css")
    asked |= {address for sheet in sheets for address in css_addresses(sheet.read_text(encoding="utf-8"))}

    assert [address for address in sorted(asked) if re.match(r"(?:https?:)?//", address)] == []


def test_no_script_or_style_stands_in_a_page(site: BuiltSite) -> None:
    """The site works where the server forbids inline scripts and styles."""
    inline = {
        address
        for address, page in site.pages.items()
        for one in page.elements
        if one.tag == "style"
        or (
            one.tag == "script"
            and "src" not in one.attributes
            and one.attributes.get("type") not in ("application/json", "application/ld+json")
        )
        or "style" in one.attributes
        or any(name.startswith("on") for name in one.attributes)
    }

    assert inline == set()


def test_nothing_looks_like_a_software_manual(site: BuiltSite) -> None:
    """These are stories; the words of a documentation theme are not among them."""
    left = [
        f"{address}: {found.group()}"
        for address, page in site.pages.items()
        for found in re.finditer("|".join(MANUAL_WORDS), f"{page.title} {page.words}")
    ]

    assert left == []


def test_fictional_stories_say_so(site: BuiltSite, stories: list[WrittenStory]) -> None:
    """Nobody takes an invented shop for a real one."""
    silent = [
        f"{prefix}stories/{story.name}/"
        for story in stories
        for language, prefix in PREFIXES.items()
        if (FICTIONAL[language] in site[f"{prefix}stories/{story.name}/"].main)
        != (story.facts["provenance"] == "fictional")
    ]

    assert silent == []


def test_evidence_stands_on_the_page_of_its_element(site: BuiltSite, stories: list[WrittenStory]) -> None:
    """An element is learned from what happened in stories, in their own words."""
    shown = {
        (element, language): site[f"{prefix}elements/{element}/"].main
        for element in ELEMENTS
        for language, prefix in PREFIXES.items()
    }
    claimed = [
        (element, language, sentence)
        for story in stories
        for language in PREFIXES
        for element, sentence in story.evidence(language).items()
    ]

    assert len(claimed) > 100
    assert [claim for claim in claimed if claim[2] not in shown[claim[:2]]] == []


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_the_index_has_the_newest_first(site: BuiltSite, stories: list[WrittenStory], prefix: str) -> None:
    """A regular reader finds what is new at the top."""
    assert story_links(site[f"{prefix}stories/"], prefix) == [story.name for story in stories]


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
@pytest.mark.parametrize("polarity", ["positive", "negative"])
def test_a_polarity_has_its_stories(
    site: BuiltSite, stories: list[WrittenStory], polarity: str, prefix: str
) -> None:
    """The good and the bad can be read apart."""
    expected = [story.name for story in stories if story.facts["polarity"] == polarity]

    assert story_links(site[f"{prefix}polarity/{polarity}/"], prefix) == expected


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_before_and_after_go_through_all_stories(
    site: BuiltSite, stories: list[WrittenStory], prefix: str
) -> None:
    """Who keeps clicking "published before" reads the whole collection, from new to old."""
    walked = {}
    for story in stories:
        page = site[f"{prefix}stories/{story.name}/"]
        walked[story.name] = [
            [page.resolved(one.attributes["href"]) for one in page.all("a", rel=rel)]
            for rel in ("prev", "next")
        ]
    addresses = [f"{prefix}stories/{story.name}/" for story in stories]
    expected = {
        story.name: [addresses[place + 1 : place + 2], addresses[place - 1 : place] if place else []]
        for place, story in enumerate(stories)
    }

    assert walked == expected


def test_search_knows_every_story_and_leads_to_it(site: BuiltSite, stories: list[WrittenStory]) -> None:
    """What can be read can be found, and what is found can be read."""
    found = set(found_in(site.folder))
    wanted = {f"{prefix}stories/{story.name}/" for story in stories for prefix in PREFIXES.values()}
    lost = [one for one in sorted(found) if site.broken(HtmlPage(f'<a href="../{one}">', "search/"))]

    assert (wanted - found, lost) == (set(), [])
