"""Every kind of file that is published besides the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cx_stories.exports.publication import Publication, SiteFile

EXPORTS: tuple[Callable[[Publication], Iterator[SiteFile]], ...] = ()


def files_of(publication: Publication) -> Iterator[SiteFile]:
    """Give every file that is published besides the pages, those of a kind by their path."""
    for export in EXPORTS:
        yield from export(publication)
