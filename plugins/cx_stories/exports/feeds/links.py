"""The feeds that go with a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cx_stories.exports.feeds import atom, json_feed
from cx_stories.exports.feeds.feed import folder_of, has_feed
from cx_stories.exports.publication import Publication
from cx_stories.views import addresses
from cx_stories.views.edition import Edition
from cx_stories.views.page import Page


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that goes with a page.

    address:  seen from the top of the site
    type:     what browsers know the format by
    title:    what it is about, and whose it is
    """

    address: str
    type: str
    title: str


def feed_folders(publication: Publication, edition: Edition, page: Page) -> Iterator[tuple[str, str]]:
    """Give folder and subject of the feeds that go with a page: what is new here, and what is new at all.

    The subject of the latter has no name.
    """
    if not (publication.offers.feeds and publication.url) or page.moved:
        return
    if page.path != addresses.HOME and has_feed(page.path, edition):
        yield folder_of(publication, edition.language, page.path), page.menu or page.title
    if has_feed(addresses.HOME, edition):
        yield folder_of(publication, edition.language, addresses.HOME), ""


def feed_links(publication: Publication, edition: Edition, page: Page) -> Iterator[FeedLink]:
    """Give the feeds that go with a page, in both formats; first those about what the page is about."""
    site = publication.name or publication.url
    for folder, subject in feed_folders(publication, edition, page):
        title = f"{subject} · {site}" if subject else site
        yield FeedLink(folder + atom.FILE, atom.TYPE, title)
        yield FeedLink(folder + json_feed.FILE, json_feed.TYPE, title)
