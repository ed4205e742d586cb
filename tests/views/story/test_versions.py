"""When a text was written down, and when it changed."""

from __future__ import annotations

from datetime import date

from cx_stories.views.story.versions import Versions, versions_of

MARCH, MAY = date(2024, 3, 2), date(2024, 5, 1)


def test_versions_of_a_day_are_counted_together() -> None:
    """The last day first, whatever order they came in."""
    versions = versions_of((MAY, MARCH, MAY))

    assert versions == Versions(3, ((MAY, 2), (MARCH, 1)))
    assert versions.last == MAY


def test_text_of_which_nobody_knows_has_no_versions() -> None:
    """Then nothing is said of them."""
    assert versions_of(()) is None
