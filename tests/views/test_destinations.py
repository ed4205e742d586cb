"""A link in a text leads from a feed or a copy to where it leads on its page."""

from __future__ import annotations

import pytest

from cx_stories.views.destinations import Ahead, Destinations
from tests.conftest import Site


@pytest.mark.parametrize(
    ("typed", "ahead"),
    [
        ("coat.md#lesson.1", Ahead("stories/coat", is_page=True, rest="#lesson.1")),
        ("../people/mina.md", Ahead("people/mina", is_page=True, rest="")),
        ("../nl/stories/2024/coat.md", Ahead("stories/coat", is_page=True, rest="")),
        ("../index.md", Ahead("", is_page=True, rest="")),
        ("#after", Ahead("stories/lamp", is_page=True, rest="#after")),
        ("../a%20b.pdf?x=1", Ahead("a b.pdf", is_page=False, rest="?x=1")),
        ("/a.pdf", Ahead("a.pdf", is_page=False, rest="", from_top=True)),
        ("https://elsewhere.example/", None),
    ],
)
def test_what_was_typed_for_a_file_becomes_a_page_or_a_file(
    site: Site, typed: str, ahead: Ahead | None
) -> None:
    """A story is at the address of its id, whatever folder its file is in."""
    site.story("2024/coat")
    site.story("lamp")
    site.file("people/mina.md", "---\ntitle: Mina\n---\n")
    edition = site.edition()
    story = edition.library.story("lamp")
    assert story

    assert Destinations(edition).of(typed, story, story.told_in("en")) == ahead
