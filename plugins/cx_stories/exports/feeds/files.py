"""The files of all feeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from cx_stories.exports.feeds import atom, json_feed
from cx_stories.exports.feeds.feed import Feed, Planned, feeds_of
from cx_stories.exports.publication import Publication, SiteFile

_FORMATS = ((atom.FILE, atom.atom), (json_feed.FILE, json_feed.json_feed))


def feed_files(publication: Publication) -> Iterator[SiteFile]:
    """Give every feed of a site as Atom and as JSON Feed."""
    whereabouts = publication.editions[0].whereabouts
    for feed in feeds_of(publication):
        for name, write in _FORMATS:
            path = feed.folder + name
            yield SiteFile(path, partial(_written, feed, write, whereabouts.file(path)), feed.made_of)


def _written(feed: Planned, write: Callable[[Feed, str], bytes], address: str) -> bytes:
    return write(feed.make(), address)
