"""Every kind of file that is published besides the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cx_stories.exports.data.files import data_files
from cx_stories.exports.feeds.files import feed_files
from cx_stories.exports.publication import Publication, SiteFile
from cx_stories.exports.texts.copy import story_copies
from cx_stories.exports.texts.overview import overviews

EXPORTS: tuple[Callable[[Publication], Iterator[SiteFile]], ...] = (
    data_files,
    feed_files,
    story_copies,
    overviews,
)


def files_of(publication: Publication) -> Iterator[SiteFile]:
    """Give every file that is published besides the pages, those of a kind by their path."""
    for export in EXPORTS:
        yield from export(publication)
