"""Where in a story an emotion is felt."""

from __future__ import annotations

from cx_stories.relations.feelings import Felt, felt
from cx_stories.relations.terms import terms
from tests.conftest import Site


def test_emotions_are_counted_by_where_they_are_felt(site: Site) -> None:
    """First, last, in between or alone; a story that has one twice in between counts once."""
    site.story("a", "emotions: [curious, angry, angry, relieved]\n")
    site.story("b", "emotions: [angry, relieved, angry]\n")
    site.story("c", "emotions: [angry]\n")
    site.story("d", "")
    library = site.library()

    assert felt(library, terms(library)) == {
        "anger": Felt(first=1, last=1, between=1, only=1),
        "angry": Felt(first=1, last=1, between=1, only=1),
        "anticipation": Felt(first=1),
        "curious": Felt(first=1),
        "joy": Felt(last=1, between=1),
        "relieved": Felt(last=1, between=1),
    }


def test_group_counts_a_story_once_for_each_place(site: Site) -> None:
    """Two joys in between are one story with joy in between."""
    site.story("a", "emotions: [curious, delighted, content, relieved]\n")
    library = site.library()

    assert felt(library, terms(library))["joy"] == Felt(last=1, between=1)
