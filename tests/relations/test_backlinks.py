"""Every page knows the texts that link to it, with the sentence in which they do."""

from __future__ import annotations

import pytest

from cx_stories.checks.examples import BODY
from cx_stories.pipeline.collecting import editions_of
from cx_stories.relations import backlinks as module
from cx_stories.relations.backlinks import Link, backlinks, links, links_out
from tests.conftest import Site

DUTCH = (
    "---\ntitle: Geld terug\nsummary: Ze had het meteen.\nelements:\n  surprising: Ze had het meteen.\n"
    "lessons: [Geef het terug.]\n---\n"
)


def _draw(site: Site) -> None:
    """Draw a story in two languages, one in a folder of its own, a person and a page."""
    site.story(
        "refund",
        f"title: Refund in one call\ndate: 2024-03-02\nteller: mina\n---\n{BODY}\n"
        "It was *[[element:Verrassend|no]]* dream. Then see [[coat]], which [[Person:mina]] told. "
        "And [[coat]].\n",
    )
    site.file("stories/refund.nl.md", f"{DUTCH}Ze belde. Lees ook [[coat]] eens! En [[kanaal:telefoon]].\n")
    site.story("2024/coat", "title: The *blue* coat\ndate: 2024-03-01\n")
    site.file("people/mina.md", "---\ntitle: Mina\n---\nShe told [two](../stories/2024/coat.md) of them.\n")
    site.file("about.md", "# About\n\nSee [all][x] and [Mina](people/mina.md).\n\n[x]: stories/refund.md\n")
    site.file("about.nl.md", "# Over\n\nZie [Geld terug](nl/stories/refund.md) en <https://example.org>.\n")


def _link(source: str, language: str, page: str, *sentence: str) -> Link:
    before, words, after = sentence
    return Link(source, language, page, before, words, after)


def test_links_of_both_kinds_are_found_in_every_text(site: Site) -> None:
    """Titles stand in the place of names, in the language of the text; a page counts once in each text."""
    _draw(site)

    assert links(site.library()) == (
        _link("stories/refund", "en", "elements/surprising", "It was ", "no", " dream."),
        _link("stories/refund", "en", "stories/coat", "Then see ", "The *blue* coat", ", which Mina told."),
        _link("stories/refund", "en", "people/mina", "Then see The *blue* coat, which ", "Mina", " told."),
        _link("stories/refund", "nl", "stories/coat", "Lees ook ", "The *blue* coat", " eens!"),
        _link("stories/refund", "nl", "terms/channels/phone", "En ", "Telefoon", "."),
        _link("about", "en", "stories/refund", "See ", "all", " and Mina."),
        _link("about", "en", "people/mina", "See all and ", "Mina", "."),
        _link("about", "nl", "stories/refund", "Zie ", "Geld terug", " en https://example.org."),
        _link("people/mina", "en", "stories/coat", "She told ", "two", " of them."),
    )


def test_pages_know_who_links_to_them(site: Site) -> None:
    """Stories come first, then other pages, each in the languages it is written in."""
    _draw(site)
    found = backlinks(links(site.library()))

    assert {page: [(one.source, one.language) for one in to] for page, to in found.items()} == {
        "elements/surprising": [("stories/refund", "en")],
        "stories/coat": [("stories/refund", "en"), ("stories/refund", "nl"), ("people/mina", "en")],
        "people/mina": [("stories/refund", "en"), ("about", "en")],
        "terms/channels/phone": [("stories/refund", "nl")],
        "stories/refund": [("about", "en"), ("about", "nl")],
    }


def test_texts_know_where_they_lead(site: Site) -> None:
    """A page can show beforehand what is behind its links."""
    _draw(site)

    assert links_out(links(site.library()))[("stories/refund", "en")] == [
        "elements/surprising",
        "stories/coat",
        "people/mina",
    ]


def test_text_that_leads_nowhere_else_has_no_links(site: Site) -> None:
    """Its own page, the web, files and what stands in code are no other page of the site."""
    site.file("price.pdf")
    site.story(
        "refund",
        f"title: Refund\n---\n{BODY}\n## Top\n\n[[refund]] [up](#top) [r](refund.md) `[[coat]]` "
        "[web](https://example.org/a.md) [p](../price.pdf)\n",
    )
    site.story("coat", f"title: Coat\n---\n{BODY.replace('coat', 'lamp')}")

    assert links(site.library()) == ()


def test_story_that_is_not_shown_points_nowhere_and_is_not_pointed_at(site: Site) -> None:
    """A draft says nothing about others before it is read."""
    site.story("coat")
    site.story("plan", f"title: Plan\nstatus: draft\n---\n{BODY.replace('coat', 'lamp')}\n[[coat]]\n")

    assert links(site.library()) == ()


def test_empty_collection_has_no_links(site: Site) -> None:
    """A collection begins with nothing."""
    assert links(site.library()) == ()


def test_text_whose_links_somebody_has_read_is_not_read_again(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build that remembers its stories has their links, and every page the same texts that point at it."""
    _draw(site)
    collection = site.collect()
    right = links(collection.library)
    monkeypatch.delattr(module, "linkings")

    assert links(collection.library, collection.links) == right
    assert [one.relations.links for one in editions_of(collection)] == [right, right]
