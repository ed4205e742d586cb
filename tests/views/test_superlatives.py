"""What a count says in a sentence."""

from __future__ import annotations

import pytest

from cx_stories.views.edition import Label
from cx_stories.views.superlatives import first_place, in_a_row, most
from tests.conftest import Site

ONE, SEVERAL = "%(name)s leads with %(count)s of %(total)s", "%(names)s lead with %(count)s of %(total)s"


def _counted(**counts: int) -> list[tuple[Label, int]]:
    return [(Label(name.lower(), name), count) for name, count in counts.items()]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"Web": 3, "App": 1}, "Web leads with 3 of 9"),
        ({"Web": 3, "App": 3, "Post": 1}, "Web and app lead with 3 of 9"),
        ({"Web": 3, "App": 3, "Post": 3}, "Web, app and post lead with 3 of 9"),
        (
            {"Web": 1, "App": 1, "Post": 1, "Chat": 1},
            "Nothing stands out: 4 share the first place, with 1 each.",
        ),
        ({"Web": 0, "App": 0}, ""),
        ({}, ""),
    ],
    ids=["a winner", "two", "three", "too many", "nothing counted", "nothing to count"],
)
def test_the_first_place_is_put_in_words(site: Site, counts: dict[str, int], said: str) -> None:
    """Who shares the place is named; of many nothing is made."""
    assert most(_counted(**counts), ONE, SEVERAL, site.edition(), total=9) == said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"Web": 3, "App and chat": 3}, "Two lead: Web; App and chat"),
        ({"Web": 3, "App": 3, "Post": 3}, "Three lead: Web; App; Post"),
    ],
)
def test_those_who_share_the_place_may_be_listed_by_their_own_names(
    site: Site, counts: dict[str, int], said: str
) -> None:
    """Where an "and" between them would be taken for one within a name."""
    assert most(_counted(**counts), ONE, "%(tied)s lead: %(listed)s", site.edition()) == said


def test_where_one_sentence_follows_another_a_draw_of_many_is_passed_over(site: Site) -> None:
    """It would not be clear what does not stand out."""
    counts = _counted(Web=1, App=1, Post=1, Chat=1)

    assert most(counts, ONE, SEVERAL, site.edition(), flat=False, total=4) == ""


def test_first_place_gives_all_who_have_it() -> None:
    """In the order in which they were counted."""
    winners, count = first_place(_counted(Web=1, App=2, Post=2))

    assert ([label.text for label in winners], count) == (["App", "Post"], 2)


def test_names_in_a_row_lose_their_capital_but_not_abbreviations(site: Site) -> None:
    """A sentence begins with one capital only."""
    labels = [Label(name, name) for name in ("Web", "App", "NPS")]

    assert in_a_row(labels, site.edition()) == "Web, app and NPS"
