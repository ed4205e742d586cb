"""Lists of a hundred stories come in pages of forty-eight."""

from __future__ import annotations

import re

import pytest

from tests.site.html_reading import BuiltSite, HtmlPage
from tests.site.made_site import Stage

NAMES = [f"night-{number:03}" for number in range(1, 101)]
"""A hundred stories of one day, so that their names are their order."""

LISTS = ("stories/", "elements/surprising/", "people/mina/", "series/nights/")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Give a site of a hundred stories that have everything in common."""
    stage = Stage(tmp_path_factory.mktemp("long"))
    stage.write("people/mina.md", "---\ntitle: Mina\n---\nAbout Mina.\n")
    stage.write("series/nights.md", "---\ntitle: Nights\n---\nAbout the nights.\n")
    for name in NAMES:
        stage.story(name, teller="mina", series="nights", elements="[surprising]")
    return stage.published()


def stories_on(page: HtmlPage) -> list[str]:
    """Give the names of the stories that a page links to, in order, each once."""
    found = (re.fullmatch(r"stories/(night-\d+)/", link) for link in page.links("main"))
    return list(dict.fromkeys(match.group(1) for match in found if match))


def steps(page: HtmlPage) -> dict[str, list[str]]:
    """Give where the links to the page before, the page after and the numbers lead."""
    relations = {
        rel: [page.resolved(one.attributes["href"]) for one in page.all("a", rel=rel)]
        for rel in ("prev", "next")
    }
    numbers = [one for one in page.all("a") if re.fullmatch(r"\d+", one.text) and one.within("nav")]
    return {**relations, "numbers": [page.resolved(one.attributes["href"]) for one in numbers]}


@pytest.mark.parametrize("address", LISTS)
def test_a_list_is_cut_into_pages_of_forty_eight(site: BuiltSite, address: str) -> None:
    """No page takes long to load, no story is lost between two, and their order goes on."""
    pages = [address, f"{address}page/2/", f"{address}page/3/"]

    assert [stories_on(site[page]) for page in pages] == [NAMES[:48], NAMES[48:96], NAMES[96:]]
    assert f"{address}page/4/" not in site.pages


@pytest.mark.parametrize("address", LISTS)
def test_the_pages_of_a_list_lead_to_one_another(site: BuiltSite, address: str) -> None:
    """A reader goes on, back, or straight to a page."""
    first, second, third = address, f"{address}page/2/", f"{address}page/3/"

    assert {page: steps(site[page]) for page in (first, second, third)} == {
        first: {"prev": [], "next": [second], "numbers": [second, third]},
        second: {"prev": [first], "next": [third], "numbers": [first, third]},
        third: {"prev": [second], "next": [], "numbers": [first, second]},
    }


def test_further_pages_of_a_list_are_not_for_search_engines(site: BuiltSite) -> None:
    """A search engine sends readers to a story or to the start of a list."""
    hidden = {
        address for address, page in site.pages.items() if page.all("meta", name="robots", content="noindex")
    }

    assert hidden == {"404.html", "random/"} | {
        f"{address}page/{number}/" for address in LISTS for number in (2, 3)
    }


def test_every_page_of_a_long_site_can_be_reached_and_leads_on(site: BuiltSite) -> None:
    """Page 3 of a list is as much part of the site as page 1."""
    assert set(site.pages) - site.reachable() == {"404.html"}
    assert site.broken_references() == []


def test_a_list_of_exactly_one_page_has_no_pager(stage: Stage) -> None:
    """Forty-eight stories fit."""
    for name in NAMES[:48]:
        stage.story(name)
    site = stage.published()

    assert len(stories_on(site["stories/"])) == 48
    assert [address for address in site.pages if "/page/" in address] == []
    assert steps(site["stories/"]) == {"prev": [], "next": [], "numbers": []}
