"""The files of all feeds."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.exports.feeds import atom, json_feed
from cx_stories.exports.feeds.feed import feeds_of
from cx_stories.exports.publication import Publication, SiteFile


def feed_files(publication: Publication) -> Iterator[SiteFile]:
    """Give every feed of a site as Atom and as JSON Feed."""
    whereabouts = publication.editions[0].whereabouts
    for feed in feeds_of(publication):
        for name, write in ((atom.FILE, atom.atom), (json_feed.FILE, json_feed.json_feed)):
            path = feed.folder + name
            yield SiteFile(path, write(feed, whereabouts.file(path)))
