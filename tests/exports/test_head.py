"""A link to a page shows what it is about wherever somebody pastes it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cx_stories.exports.head import Head, Heads
from cx_stories.exports.pictures.picture import picture_of, picture_of_site
from cx_stories.exports.publication import Publication
from cx_stories.exports.sharing import locale_of
from cx_stories.views.page import Page
from tests.conftest import Site
from tests.exports.publishing import AT, HOSTILE, page_at, published

SUMMARY = "A wrong size is put right before the customer has finished her sentence."


def head(publication: Publication, page: Page) -> Head:
    """Give the head of a page."""
    edition = next(one for one in publication.editions if one.language == page.language)
    return Heads(publication, edition).of(page)


def lines(publication: Publication, page: Page) -> list[tuple[str, str]]:
    """Give what a page tells those who show a card of it."""
    return [(meta.key, meta.content) for meta in head(publication, page).metas]


def test_story_shows_its_picture_its_words_and_what_it_is_about(site: Site) -> None:
    """Whoever gets the link sees the title, what it is about and the lights before opening it."""
    site.story("refund", "channels: [phone]\nmissed: [unique]\n")
    publication = published(site)
    story, edition = publication.library.stories[0], publication.editions[0]

    assert lines(publication, page_at(publication, "stories/refund")) == [
        ("og:type", "article"),
        ("og:title", "Refund in one call"),
        ("og:description", SUMMARY),
        ("og:url", f"{AT}stories/refund/"),
        ("og:site_name", "Casebook"),
        ("og:locale", "en_GB"),
        ("og:image", AT + picture_of(story, edition).path),
        ("og:image:type", "image/png"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", "Refund in one call (Positive). There: Surprising. Missed: Unique."),
        ("article:published_time", "2024-03-01"),
        ("article:section", "Positive"),
        ("article:tag", "Surprising"),
        ("article:tag", "Phone"),
        ("twitter:card", "summary_large_image"),
        ("twitter:image:alt", "Refund in one call (Positive). There: Surprising. Missed: Unique."),
    ]


def test_other_pages_show_the_picture_of_the_site(site: Site) -> None:
    """Also in Dutch, with the words of the site where the page has no summary of its own."""
    site.file("index.md", "---\ntitle: Casebook\nsummary: Cases.\n---\nText.\n")
    site.file("index.nl.md", "---\ntitle: Zaken\nsummary: Gevallen.\n---\nTekst.\n")
    publication = published(site)

    found = dict(lines(publication, page_at(publication, "stories", "nl")))
    assert found["og:image"] == AT + picture_of_site(publication, publication.editions[1]).path
    assert [found[key] for key in ("og:type", "og:url", "og:description", "og:locale")] == [
        "website",
        f"{AT}nl/stories/",
        "Gevallen.",
        "nl_NL",
    ]
    assert found["og:locale:alternate"] == "en_GB"


def test_translated_story_names_its_other_language(site: Site) -> None:
    """A page in a language that the story is not told in says in which one it is."""
    site.story("both")
    site.file("stories/both.nl.md", "---\ntitle: Beide\nsummary: s\nlessons: [l]\n---\nTekst.\n")
    site.story("alone")
    publication = published(site)

    found = {
        address: [
            line[1] for line in lines(publication, page_at(publication, address, "nl")) if "locale" in line[0]
        ]
        for address in ("stories/both", "stories/alone")
    }
    assert found == {"stories/both": ["nl_NL", "en_GB"], "stories/alone": ["en_GB"]}


def test_site_without_an_address_names_none(site: Site) -> None:
    """Nothing points to where nobody knows what is; words are there all the same."""
    site.story("refund")
    publication = published(site, url="")

    found = head(publication, page_at(publication, "stories/refund"))
    keys = {meta.key for meta in found.metas}
    assert keys & {"og:url", "og:image", "og:image:alt", "twitter:image:alt"} == set()
    assert ("twitter:card", "summary") in [(meta.key, meta.content) for meta in found.metas]
    assert "http" not in found.data.replace("https://schema.org", "")


def test_picture_is_not_promised_where_there_is_none(site: Site) -> None:
    """A site that has switched pictures off has a small card."""
    site.story("refund")
    found = dict(lines(*_page(published(site, images=False))))
    assert (found["twitter:card"], "og:image" in found) == ("summary", False)


def _page(publication: Publication) -> tuple[Publication, Page]:
    return publication, page_at(publication, "stories/refund")


def test_copy_of_a_story_is_named_where_there_is_one(site: Site) -> None:
    """A program that reads the page finds the text without its markup."""
    site.story("refund")
    assert [_copies(published(site, texts=texts)) for texts in (True, False)] == [["stories/refund.md"], []]


def _copies(publication: Publication) -> list[str]:
    links = head(*_page(publication)).links
    return [link.address for link in links if link.type == "text/markdown"]


def test_title_is_told_as_typed(site: Site) -> None:
    """What somebody types ends no element and is nobody's tag."""
    site.story("refund", f"title: '{HOSTILE}'\n")
    found = head(*_page(published(site)))

    assert {meta.key: meta.content for meta in found.metas}["og:title"] == HOSTILE
    assert not set("<>&") & set(found.data)


def test_page_that_sends_its_readers_on_says_nothing(site: Site) -> None:
    """What has moved is shown by its new address only."""
    site.story("refund")
    publication, page = _page(published(site))
    assert head(publication, replace(page, moved="stories/new")) == Head()


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "en_GB"), ("nl", "nl_NL"), ("pt-BR", "pt_BR"), ("de", "de_DE"), ("ja", "ja_JP")],
)
def test_language_gets_the_region_that_open_graph_wants(language: str, expected: str) -> None:
    """A site in any language says so in the form that is read."""
    assert locale_of(language) == expected
