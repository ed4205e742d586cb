"""Small sites of other people: what the plugin gives without being asked."""

from __future__ import annotations

import pytest

from cx_stories.views.addresses import standing
from cx_stories.vocabulary.loading import load
from tests.site.html_reading import BuiltSite
from tests.site.made_site import BODY, TWO_LANGUAGES, Stage

GENERATED = {"404.html", *(f"{path}/" if path else "" for path in standing(load()))}
"""The pages that every site has, whether anybody wrote them or not."""


def test_a_name_a_folder_and_the_plugin_are_enough(stage: Stage) -> None:
    """One story makes a whole site: home, lists, elements, a guide and "not found"."""
    stage.story("lamp")

    site = stage.published()

    assert set(site.pages) == GENERATED | {"stories/lamp/"}
    assert site.broken_references() == []
    assert set(site.pages) - site.reachable() == {"404.html"}


@pytest.mark.parametrize("home", ["", "# Welcome\n\nCome in.\n"], ids=["nothing", "a home page"])
def test_a_site_without_stories_is_a_site(stage: Stage, home: str) -> None:
    """Whoever has just set up a site can look at it before the first story is there."""
    if home:
        stage.write("index.md", home)

    site = stage.published()

    assert (set(site.pages), site.broken_references()) == (GENERATED, [])


def test_elements_explain_themselves_until_somebody_does(stage: Stage) -> None:
    """The page of an element says what it is and how one knows, even if nobody wrote it."""
    stage.story("lamp", elements="{surprising: The lamp cost her nothing.}")

    words = stage.published()["elements/surprising/"].main

    said = (
        "It holds at least one welcome thing the customer did not expect",
        "The teller says or shows that it was both unexpected and welcome.",
        "A promised or obvious surprise fell flat",
        "The lamp cost her nothing.",
    )
    assert [sentence for sentence in said if sentence not in words] == []


def test_prose_for_a_generated_page_is_shown_on_it(stage: Stage) -> None:
    """A site says in its own words what a page of ours is about, and the lists stay."""
    stage.story("lamp")
    stage.write("index.md", "# Our stage\n\nWelcome in.\n")
    stage.write("elements/surprising.md", "# A surprise\n\nAbout [the lamp](../stories/lamp.md).\n")
    stage.write("stories/index.md", "---\ntitle: Everything we have\n---\nRead on.\n")

    site = stage.published()

    said = {
        address: (site[address].texts("h1"), site[address].main)
        for address in ("", "elements/surprising/", "stories/")
    }
    assert [heading for heading, _ in said.values()] == [
        ["Our stage"],
        ["A surprise"],
        ["Everything we have"],
    ]
    assert "Welcome in." in said[""][1]
    assert "About the lamp." in said["elements/surprising/"][1]
    assert "Read on." in said["stories/"][1]
    assert all("The story of lamp" in words for _, words in said.values())


def test_flat_addresses_work_as_well(stage: Stage) -> None:
    """A site can be read from a folder without a server that knows about index.html."""
    stage.configure(TWO_LANGUAGES.format("en, nl") + "theme: material\nuse_directory_urls: false\n")
    stage.story("lamp", body=f"{BODY}\nSee [the element](../elements/surprising.md).\n")

    site = stage.published()

    assert {"stories/lamp.html", "nl/stories/lamp.html", "elements/surprising.html"} <= set(site.pages)
    assert site.broken_references() == []
    assert "elements/surprising.html" in site["stories/lamp.html"].links("main")


def test_a_theme_written_out_gives_the_same_site(stage: Stage) -> None:
    """Naming the theme and its language, as most sites do, changes nothing."""
    stage.story("lamp")
    plain = set(stage.published().pages)
    stage.configure(
        "site_name: Small stage\ndocs_dir: content\nplugins: [search, cx-stories]\n"
        "theme: {name: material, language: en}\n"
    )

    site = stage.published()

    assert (set(site.pages), site.broken_references()) == (plain, [])


def test_the_menu_is_what_the_site_says(stage: Stage) -> None:
    """Pages in the order of `nav`, by the names given there, else by their own; no others."""
    stage.configure(
        TWO_LANGUAGES.format("en, nl")
        + "nav: [about.md, {Tales: stories/index.md}, {More: [elements/index.md, {Odd: gone.md}]}]\n"
    )
    stage.story("lamp")
    stage.write("about.md", "---\ntitle: About this place\nmenu: About us\n---\nHere.\n")
    stage.write("about.nl.md", "---\ntitle: Over deze plek\nmenu: Over ons\n---\nHier.\n")

    stage.build(strict=False)

    site = BuiltSite(stage.site)
    menus = {}
    for address in ("", "nl/"):
        links = [one for one in site[address].all("a") if one.within("nav") and one.within("header")]
        menus[address] = list(
            dict.fromkeys((one.text, site[address].resolved(one.attributes["href"])) for one in links)
        )
    assert menus == {
        "": [("About us", "about/"), ("Tales", "stories/"), ("Elements", "elements/")],
        "nl/": [("Over ons", "nl/about/"), ("Verhalen", "nl/stories/"), ("Elementen", "nl/elements/")],
    }
