"""On how many stories a figure rests, and the middle of some numbers."""

from __future__ import annotations

import pytest

from cx_stories.views.insights.figure import basis, median
from tests.conftest import Site


@pytest.mark.parametrize(
    ("numbers", "middle"), [([], 0), ([3], 3), ([5, 1], 3), ([1, 2], 1.5), ([9, 0, 1], 1), ([0, 0, 4, 5], 2)]
)
def test_the_middle_of_some_numbers(numbers: list[int], middle: float) -> None:
    """Between the two in the middle where there is no one."""
    assert median(numbers) == middle


def test_a_figure_says_how_many_stories_say_something(site: Site) -> None:
    """Who reads it knows how much weight it bears."""
    edition = site.edition()

    assert [basis(1, 1, edition), basis(7, 7, edition), basis(3, 7, edition)] == [
        "Rests on 1 story.",
        "Rests on 7 stories.",
        "Rests on 3 of 7 stories; the others say nothing about it.",
    ]
