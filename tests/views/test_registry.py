"""All views together make the pages of an edition, each address once."""

from __future__ import annotations

from cx_stories.views.registry import pages_of
from tests.conftest import Site


def test_pages_are_sorted_by_address(site: Site) -> None:
    """What is emitted has one order."""
    site.story("a")
    site.file("about.md", "Text.\n")
    paths = [page.path for page in pages_of(site.edition())]

    assert paths == sorted(set(paths))


def test_page_with_a_view_of_its_own_is_not_made_twice(site: Site) -> None:
    """Prose for a list becomes part of the list, not a page in its place."""
    for path in (
        *("index.md", "stories/index.md", "elements/index.md", "elements/unique.md", "people/index.md"),
        *("people/mina.md", "series/index.md", "how-to-read.md", "polarity/positive.md", "about.md"),
    ):
        site.file(path, "---\ntitle: Written\n---\n")
    written = {page.path: page.template for page in pages_of(site.edition()) if page.title == "Written"}

    assert written == {
        "": "home.html",
        "about": "article.html",
        "elements": "elements.html",
        "elements/unique": "element.html",
        "how-to-read": "reading.html",
        "people": "shelf.html",
        "people/mina": "shelved.html",
        "polarity/positive": "terms/term.html",
        "series": "shelf.html",
        "stories": "stories.html",
    }
