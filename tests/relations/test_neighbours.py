"""Every story knows the one published before it and the one published after it."""

from __future__ import annotations

from cx_stories.relations.neighbours import Neighbours, neighbours
from tests.conftest import Site


def test_stories_follow_each_other_by_date_and_id(site: Site) -> None:
    """A reader can go on to the older story, or back to the newer."""
    site.story("b", "date: 2024-01-02\n")
    site.story("a", "date: 2024-01-02\n")
    site.story("c", "date: 2023-12-31\n")
    library = site.library()
    a, b, c = (library.story(identity) for identity in ("a", "b", "c"))

    assert neighbours(library) == {
        "a": Neighbours(previous=b, next=None),
        "b": Neighbours(previous=c, next=a),
        "c": Neighbours(previous=None, next=b),
    }


def test_only_story_stands_alone(site: Site) -> None:
    """A collection begins with one."""
    site.story("a")

    assert neighbours(site.library()) == {"a": Neighbours(previous=None, next=None)}


def test_no_stories_have_no_neighbours(site: Site) -> None:
    """An empty collection is a collection."""
    assert neighbours(site.library()) == {}
