"""A day is recognised in the ways people write it, and never guessed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cx_stories.checks.days import days_meant


@pytest.mark.parametrize(
    "typed",
    [
        *("2024-3-1", "2024/03/01", "2024.3.1.", "2024 03 01", "20240301", "1 March 2024", "1 maart 2024"),
        *("1 Mar. 2024", "1st March, 2024", "1e mrt 2024", "March 1, 2024", "MAR 1 2024", "1-mrt-2024"),
    ],
)
def test_day_written_another_way_is_recognised(typed: str) -> None:
    """Digits in another order or the name of a month leave no doubt."""
    assert days_meant(typed, ("en", "nl")) == ["2024-03-01"]


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("1/2/2024", ["2024-01-02", "2024-02-01"]),
        ("25-12-2024", ["2024-12-25"]),
        ("12.25.2024", ["2024-12-25"]),
        ("5-5-2024", ["2024-05-05"]),
        ("2024-13-01", []),
        ("30 February 2024", []),
        ("1-2/2024", []),
        ("2024111", []),
        ("1 March 24", []),
        ("2024-03-01T10:00", []),
        ("yesterday", []),
    ],
)
def test_every_day_that_may_be_meant_is_given(typed: str, days: Sequence[str]) -> None:
    """Of day and month in digits, either may come first."""
    assert days_meant(typed, ("en", "nl")) == days


def test_months_are_known_in_the_languages_of_the_site() -> None:
    """A French site reads French months, and English ones."""
    found = [days_meant(typed, ("fr",)) for typed in ("1 août 2024", "1 August 2024", "1 augustus 2024")]

    assert found == [["2024-08-01"], ["2024-08-01"], []]
