"""Readers of feeds get each new story once, as it was typed, with addresses that lead back from anywhere."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import feedparser
import pytest
from jsonschema import Draft202012Validator

from cx_stories.exports.feeds.feed import MOST
from cx_stories.exports.feeds.files import feed_files
from cx_stories.exports.feeds.links import FeedLink, feed_links
from cx_stories.exports.publication import Offers, Publication
from cx_stories.pipeline.publication import publication_of
from cx_stories.views.prose import Converted
from cx_stories.views.registry import pages_of
from tests.conftest import Site
from tests.exports.feeds.json_feed_schema import SCHEMA

AT = "https://stories.example/cases/"
HOSTILE = 'AT&T "x" <y> ]]> &amp; =1+1 \u202eabc \U0001f3ad'


def published(site: Site, url: str = AT, **offers: bool) -> Publication:
    """Give what a drawn site publishes, with each text as one paragraph of itself."""
    collection = site.collect()
    tellings = (told for story in collection.library.stories for told in story.tellings.values())
    prose = {told.body: Converted((f"<p>{told.title[:1]}</p>",)) for told in tellings}
    made = publication_of(collection, name="Casebook", url=url, offers=Offers(**offers))
    return replace(made, prose=prose)


def files(publication: Publication) -> Mapping[str, bytes]:
    """Give every file of the feeds by its path."""
    return {one.path: one.content for one in feed_files(publication)}


def read(content: bytes) -> Any:
    """Read a feed as a program for feeds does; it must have nothing to complain of."""
    feed = feedparser.parse(content)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def test_there_is_a_feed_of_all_and_of_each_element_and_series_in_both_languages(site: Site) -> None:
    """Whoever trains on one element follows that; what has no stories has no feed."""
    site.file("series/columns.md", "---\ntitle: Columns\n---\n")
    site.file("series/empty.md", "---\ntitle: Empty\n---\n")
    site.story("lamp", "elements: [surprising]\nmissed: [unique]\nseries: columns\n")

    about = ("", "elements/surprising/", "elements/unique/", "series/columns/")
    expected = {
        f"{language}{one}feed.{kind}" for language in ("", "nl/") for one in about for kind in ("json", "xml")
    }
    assert set(files(published(site))) == expected


@pytest.mark.parametrize(("url", "feeds"), [("", True), (AT, False)], ids=["no address", "switched off"])
def test_without_an_address_or_by_choice_there_are_none(site: Site, url: str, feeds: bool) -> None:
    """A feed names whole addresses; a site that has none has no feeds, and no page promises one."""
    site.story("lamp")
    publication = published(site, url, feeds=feeds)

    links = [
        list(feed_links(publication, one, page)) for one in publication.editions for page in pages_of(one)
    ]
    assert (files(publication), [one for one in links if one]) == ({}, [])


def test_a_site_without_stories_has_no_feed(site: Site) -> None:
    """Nothing has happened yet, and a feed says when something did."""
    site.story("draft", "status: draft\n")
    site.show_drafts()

    assert files(published(site)) == {}


def test_everything_of_an_entry_reads_as_it_was_typed(site: Site) -> None:
    """Ampersands, quotes, brackets, a drawing and letters from the right."""
    site.file("people/mina.md", f"---\ntitle: '{HOSTILE}'\n---\n")
    site.story("lamp", f"title: '{HOSTILE}'\nsummary: '{HOSTILE}'\nteller: mina\ndate: 2024-03-01\n")
    (entry,) = read(files(published(site))["feed.xml"]).entries

    assert (entry.title, entry.title_detail.type, entry.authors) == (
        HOSTILE,
        "text/plain",
        [{"name": HOSTILE}],
    )
    assert (entry.id, entry.link) == (f"{AT}stories/lamp/", f"{AT}stories/lamp/")
    assert (entry.published, entry.updated) == ("2024-03-01T00:00:00+00:00", "2024-03-01T00:00:00+00:00")
    assert {"term": "surprising", "scheme": None, "label": "Surprising"} in entry.tags
    assert "&lt;y&gt;" in entry.summary


def test_json_feeds_say_the_same_and_are_what_they_say_they_are(site: Site) -> None:
    """Every one keeps to the words of JSON Feed 1.1."""
    typed = f"title: '{HOSTILE}'\nsummary: '{HOSTILE}'\ndate: 2024-03-01\n"
    site.story("lamp", f"{typed}elements: [unique]\nmissed: [surprising]\n")
    found = {path: json.loads(one) for path, one in files(published(site)).items() if path.endswith("json")}
    judge = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)

    assert [fault.message for feed in found.values() for fault in judge.iter_errors(feed)] == []
    item, other = (found[path]["items"][0] for path in ("feed.json", "nl/feed.json"))
    assert (item["title"], item["summary"]) == (HOSTILE, HOSTILE)
    assert item["tags"] == ["Positive", "Unique", "Surprising (missed)"]
    assert ("language" in item, other["language"]) == (False, "en")
    assert (item["url"], other["url"]) == (f"{AT}stories/lamp/", f"{AT}nl/stories/lamp/")


def test_a_text_that_is_not_converted_leaves_its_summary(site: Site) -> None:
    """A reader gets one sentence and the way to the rest, and the feed is still one."""
    site.story("lamp", "summary: In one sentence.\n")
    publication = replace(published(site), prose={})
    item = json.loads(files(publication)["feed.json"])["items"][0]
    (entry,) = read(files(publication)["feed.xml"]).entries

    assert ("content_html" in item, item["content_text"]) == (False, "In one sentence.")
    assert ("content" in entry, entry.summary) == (False, "In one sentence.")


def test_a_feed_has_the_newest_stories_and_says_when_the_last_one_changed(site: Site) -> None:
    """Thirty of them, the newest first; what was reworded later moves the date of the feed."""
    for number in range(MOST + 2):
        site.story(f"story-{number:02}", f"title: Story {number}\ndate: 2024-01-{number % 28 + 1:02}\n")
    publication = published(site)
    edition = replace(publication.editions[0], history={"stories/story-27.md": [date(2025, 6, 1)]})
    feed = read(files(replace(publication, editions=(edition,)))["feed.xml"])

    assert (len(feed.entries), feed.entries[0].title) == (MOST, "Story 27")
    assert feed.feed.updated == feed.entries[0].updated == "2025-06-01T00:00:00+00:00"
    assert feed.entries[0].published == "2024-01-28T00:00:00+00:00"


def test_what_xml_cannot_write_is_left_out(site: Site) -> None:
    """One odd sign in a title does not cost everybody the feed."""
    site.story("lamp", "title: Odd\n")
    publication = published(site)
    edition = publication.editions[0]
    story = edition.library.stories[0]
    odd = story.model_copy(
        update={"tellings": {"en": story.tellings["en"].model_copy(update={"title": "A\x0b\ufffe\x00B"})}}
    )
    library = replace(edition.library, stories=(odd,))
    publication = replace(publication, editions=(replace(edition, library=library),))

    assert read(files(publication)["feed.xml"]).entries[0].title == "AB"


def test_pages_name_the_feeds_that_go_with_them(site: Site) -> None:
    """Whoever gives the address of a page to a program for feeds is offered what the page is about."""
    site.file("series/columns.md", "---\ntitle: Columns\n---\n")
    site.story("lamp", "elements: [surprising]\nseries: columns\naliases: [bulb]\n")
    publication = published(site)
    edition = publication.editions[1]
    pages = {page.path: page for page in pages_of(edition)}

    offered = {
        path: list(feed_links(publication, edition, pages[path]))
        for path in (
            "stories/lamp",
            "elements/surprising",
            "elements/unique",
            "series/columns",
            "stories/bulb",
        )
    }
    everything = [
        FeedLink("nl/feed.xml", "application/atom+xml", "Casebook"),
        FeedLink("nl/feed.json", "application/feed+json", "Casebook"),
    ]

    def about(folder: str, title: str) -> list[FeedLink]:
        return [
            FeedLink(f"nl/{folder}/feed.xml", "application/atom+xml", f"{title} · Casebook"),
            FeedLink(f"nl/{folder}/feed.json", "application/feed+json", f"{title} · Casebook"),
            *everything,
        ]

    assert offered == {
        "stories/lamp": everything,
        "elements/surprising": about("elements/surprising", "Verrassend"),
        "elements/unique": everything,
        "series/columns": about("series/columns", "Columns"),
        "stories/bulb": [],
    }
