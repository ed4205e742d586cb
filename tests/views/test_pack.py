"""The page that a reader's stories come together on."""

from __future__ import annotations

from cx_stories.views.pack import pack_page
from tests.conftest import Site


def test_page_has_the_script_and_what_that_needs(site: Site) -> None:
    """The stories themselves are fetched by the reader's browser; the page is the same for all."""
    [page] = pack_page(site.edition("nl"))

    assert (page.path, page.template, page.scripts, page.listed) == (
        "reading-pack",
        "pack.html",
        ("pack.js",),
        True,
    )
    assert page.context == {"site_name": "CX Stories", "most": 30, "undated": page.context["undated"]}


def test_site_may_say_in_its_own_words_what_a_pack_is_for(site: Site) -> None:
    """As on every other page."""
    site.file("reading-pack.md", "---\ntitle: For the train\n---\nTake five.\n")
    [page] = pack_page(site.edition())

    assert (page.title, page.prose.text if page.prose else "") == ("For the train", "Take five.")
