"""Pages of prose: how to read the collection, and whatever else somebody wrote."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.views import addresses
from cx_stories.views.backlinks import pointing_of, with_previews
from cx_stories.views.bands import bands_of, claim_source
from cx_stories.views.edition import Edition, Unwritten
from cx_stories.views.page import Page


def reading_page(edition: Edition) -> Iterator[Page]:
    """Give the guide to the collection, with its distribution of scores beside the author's claim."""
    context = {
        "bands": bands_of(edition.library.stories, edition),
        "count": len(edition.library.stories),
        "claim_source": claim_source(edition),
        **pointing_of(addresses.READING, edition),
    }
    unwritten = Unwritten(edition.words.gettext("How to read this collection"))
    yield with_previews(edition.page(addresses.READING, "reading.html", context, unwritten))


def article_pages(edition: Edition) -> Iterator[Page]:
    """Give the pages of prose that no other view has made."""
    for path, article in sorted(edition.library.articles.items()):
        context = {"link": article.link, **pointing_of(path, edition)}
        yield with_previews(edition.page(path, "article.html", context))
