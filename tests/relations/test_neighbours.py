"""Every story knows the one published before it and the one published after it."""

from __future__ import annotations

from cx_stories.relations.neighbours import Neighbour, Neighbours, neighbours
from tests.conftest import Site


def test_stories_follow_each_other_by_date_and_id(site: Site) -> None:
    """A reader can go on to the older story, or back to the newer."""
    site.story("b", "date: 2024-01-02\n")
    site.story("a", "date: 2024-01-02\n")
    site.story("c", "date: 2023-12-31\n")
    library = site.library()
    a, b, c = (Neighbour(story) for story in library.stories)

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


def test_stories_of_a_series_follow_each_other_there(site: Site) -> None:
    """Whoever reads a column goes on to its next part; where it ends, the collection goes on."""
    site.file("series/columns.md", "---\ntitle: Columns\n---\n")
    site.story("before", "date: 2024-01-01\n")
    site.story("first", "date: 2024-01-02\nseries: columns\n")
    site.story("between", "date: 2024-01-03\n")
    site.story("second", "date: 2024-01-04\nseries: columns\n")
    library = site.library()
    second, _, first, before = library.stories

    assert neighbours(library) == {
        "second": Neighbours(previous=Neighbour(first, "columns"), next=None),
        "between": Neighbours(previous=Neighbour(first), next=Neighbour(second)),
        "first": Neighbours(previous=Neighbour(before), next=Neighbour(second, "columns")),
        "before": Neighbours(previous=None, next=Neighbour(first)),
    }
