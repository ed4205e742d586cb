"""When the stories were published: by quarter at first, by year in the long run."""

from __future__ import annotations

from typing import Any

from cx_stories.relations.tallies import Tally
from cx_stories.views.insights.over_time import YEARS, over_time_figure
from tests.conftest import Site


def _figure(site: Site) -> Any:
    edition = site.edition()
    (figure,) = over_time_figure(edition.library.stories, edition)
    return figure


def _rows(site: Site) -> list[tuple[str, Tally]]:
    return [(bar.label.text, bar.tally) for bar in _figure(site).chart.rows]


def test_stories_of_two_years_are_counted_by_quarter(site: Site) -> None:
    """A quarter in between without a story is shown."""
    site.story("a", "date: 2023-12-31\n")
    site.story("b", "date: 2024-04-01\npolarity: negative\n")

    assert _rows(site) == [
        ("quarter 4 of 2023", Tally(1)),
        ("quarter 1 of 2024", Tally()),
        ("quarter 2 of 2024", Tally(0, 1)),
    ]


def test_stories_of_more_years_are_counted_by_year(site: Site) -> None:
    """Eight quarters are two years; the ninth begins another."""
    site.story("a", "date: 2022-01-01\n")
    site.story("b", "date: 2023-12-31\n")
    eight = len(_rows(site))
    site.story("c", "date: 2024-01-01\n")

    assert (eight, _rows(site)) == (8, [("2022", Tally(1)), ("2023", Tally(1)), ("2024", Tally(1))])


def test_of_a_very_long_time_only_years_with_a_story_are_shown(site: Site) -> None:
    """A story from the archive does not bring a century of empty rows along."""
    site.story("old", f"date: {2024 - YEARS}-01-01\n")
    site.story("new", "date: 2024-01-01\n")

    assert [year for year, _ in _rows(site)] == [str(2024 - YEARS), "2024"]


def test_the_figure_warns_that_it_is_about_writing(site: Site) -> None:
    """Nobody should take it for a trend in service."""
    site.story("a", "date: 2022-01-01\n")
    site.story("b", "date: 2022-02-01\n")
    site.story("c", "date: 2022-05-01\n")

    assert _figure(site).findings == (
        "The period with most stories is quarter 1 of 2022: 2 of 3.",
        "That says when somebody wrote, not when things went well or badly.",
    )
