"""Pages of prose: how to read the collection, and whatever else somebody wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from cx_stories.model.article import Article
from cx_stories.views import addresses
from cx_stories.views.backlinks import pointing_made_of, pointing_of, with_previews
from cx_stories.views.bands import bands_of, claim_source
from cx_stories.views.edition import Edition, Unwritten
from cx_stories.views.page import Page


def reading_page(edition: Edition) -> Iterator[Page]:
    """Give the guide to the collection, with its distribution of scores beside the author's claim."""
    unwritten = Unwritten(edition.words.gettext("How to read this collection"))
    page = edition.page(addresses.READING, "reading.html", partial(_of_reading, edition), unwritten)
    yield with_previews(page, edition)


def article_pages(edition: Edition) -> Iterator[Page]:
    """Give the pages of prose that no other view has made."""
    for path, article in sorted(edition.library.articles.items()):
        page = edition.page(path, "article.html", partial(_of_article, path, article, edition))
        yield with_previews(replace(page, made_of=partial(pointing_made_of, path, edition)), edition)


def _of_reading(edition: Edition) -> Mapping[str, object]:
    return {
        "bands": bands_of(edition.library.stories, edition),
        "count": len(edition.library.stories),
        "claim_source": claim_source(edition),
        **pointing_of(addresses.READING, edition),
    }


def _of_article(path: str, article: Article, edition: Edition) -> Mapping[str, object]:
    return {"link": article.link, **pointing_of(path, edition)}
