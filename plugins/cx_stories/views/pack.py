"""The reading pack: stories that a reader has picked, on one page to read, print and hand on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cx_stories.views import addresses
from cx_stories.views.edition import Edition, Unwritten
from cx_stories.views.page import Page, of_no_story

MOST = 30
"""How many stories a pack holds; the scripts that fill it know the same number."""


def pack_page(edition: Edition) -> Iterator[Page]:
    """Give the page that a script fills with the stories its address names."""
    words = edition.words
    context = {
        "site_name": edition.site_name,
        "most": MOST,
        "undated": words.gettext("n.d."),
    }
    summary = words.gettext("Stories of your choice on one page: to read, to print, to hand on.")
    unwritten = Unwritten(words.gettext("Reading pack"), summary=summary)
    page = edition.page(addresses.PACK, "pack.html", context, unwritten)
    yield replace(page, made_of=of_no_story, scripts=("pack.js",))
