"""Explore: all stories, narrowed down by whatever they have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from cx_stories.views import addresses
from cx_stories.views.edition import Edition, Unwritten
from cx_stories.views.inviting import invitation
from cx_stories.views.page import Later, Page
from cx_stories.views.searching.facets import facets_of

FIRST = 12
"""How many stories stand on a page of results; the script shows as many."""


def explore_page(edition: Edition) -> Iterator[Page]:
    """Give the page on which a reader narrows the stories down."""
    words = edition.words
    unwritten = Unwritten(
        words.gettext("Explore the stories"),
        menu=words.gettext("Explore"),
        summary=words.gettext("Every story, narrowed down to the ones you need."),
    )
    page = edition.page(addresses.EXPLORE, "explore.html", Later(partial(_context, edition)), unwritten)
    yield replace(page, group="", scripts=("explore.js",))


def _context(edition: Edition) -> Mapping[str, object]:
    """Give the filters, and the newest stories, which stand there until the reader has chosen."""
    stories = edition.library.stories
    return {
        "facets": facets_of(edition),
        "cards": edition.cards(stories[:FIRST]),
        "count": len(stories),
        "size": FIRST,
        "contribute": invitation(edition),
    }
