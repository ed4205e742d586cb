"""The guide to the collection, and every other page of prose."""

from __future__ import annotations

from cx_stories.views.articles import article_pages, reading_page
from cx_stories.views.backlinks import Pointing
from cx_stories.views.bands import BandCount
from cx_stories.views.page import Markdown, Page
from tests.conftest import Site


def test_guide_counts_the_stories_of_each_band(site: Site) -> None:
    """The distribution stands beside the author's claim, in the reader's language."""
    for name, elements in (
        ("a", ""),
        ("b", "unique"),
        ("c", "unique, surprising"),
        ("d", "unique, surprising, engaging, personalized, repeatable"),
    ):
        site.story(name, f"elements: [{elements}]\n")
    edition = site.edition("nl")
    most, some, few, very_few = (band.labels["nl"] for band in edition.library.vocabularies["elements"].bands)
    (page,) = reading_page(edition)

    assert (page.path, page.context["count"], page.context["bands"]) == (
        "how-to-read",
        4,
        (
            BandCount("0", most, 1, 25.0, ("0",)),
            BandCount("1–2", some, 2, 50.0, ("1", "2")),
            BandCount("3–4", few, 0, 0.0, ("3", "4")),
            BandCount("5", very_few, 1, 25.0, ("5",)),
        ),
    )


def test_guide_to_an_empty_collection_divides_by_nothing(site: Site) -> None:
    """A new site has no distribution yet."""
    (page,) = reading_page(site.edition())

    assert {(band.count, band.share) for band in page.context["bands"]} == {(0, 0.0)}  # type: ignore[attr-defined]


def test_every_article_is_a_page(site: Site) -> None:
    """In each language, translated or not."""
    site.file("about.md", "---\ntitle: About\nsummary: Who we are.\nlink: https://example.org\n---\nText.\n")
    site.file("contribute/index.nl.md", "# Doe mee\n\nTekst.\n")

    assert list(article_pages(site.edition("nl"))) == [
        Page(
            path="about",
            language="nl",
            title="About",
            template="article.html",
            context={"link": "https://example.org", "backlinks": Pointing(), "previews": ()},
            summary="Who we are.",
            prose=Markdown("about.md", "en", "Text.", 6),
            listed=False,
            foreign="en",
        ),
        Page(
            path="contribute",
            language="nl",
            title="Doe mee",
            template="article.html",
            context={"link": "", "backlinks": Pointing(), "previews": ()},
            prose=Markdown("contribute/index.nl.md", "nl", "\nTekst.\n", 2),
        ),
    ]
