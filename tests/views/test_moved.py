"""A story can be found where it was."""

from __future__ import annotations

from cx_stories.views.moved import moved_pages
from cx_stories.views.page import Page
from cx_stories.views.registry import pages_of
from tests.conftest import Site


def test_an_earlier_address_leads_to_the_story_in_every_language(site: Site) -> None:
    """Neither the search nor a search engine offers it."""
    site.story("a", "title: Now\nsummary: So.\naliases: [once]\n")

    assert list(moved_pages(site.edition("nl"))) == [
        Page(
            path="stories/once",
            language="nl",
            title="Now",
            template="moved.html",
            context={"path": "stories/a"},
            summary="So.",
            listed=False,
            group="",
            foreign="en",
            moved="stories/a",
        )
    ]


def test_a_draft_leads_nowhere_until_it_is_published(site: Site) -> None:
    """What readers may not see has no address, and no earlier one."""
    site.story("a", "status: draft\naliases: [once]\n")

    assert [page.path for page in pages_of(site.edition()) if page.moved] == []
