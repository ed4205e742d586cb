"""What is found can be spoken of without repeating it."""

from __future__ import annotations

import pytest

from cx_stories.checks.personal.found import Found


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("0612345678", "0612…"),
        ("+31 6 12345678", "+31…"),
        ("12 High\nStreet", "12 H…"),
        ("1234AB", "12…"),
        ("M1 1AE", "M1…"),
        ("A1", "…"),
        ("mina@example.org", "m…@…"),
    ],
)
def test_no_more_than_the_beginning_is_shown(text: str, masked: str) -> None:
    """A writer recognises the place, a reader of the messages learns nothing."""
    assert Found(0, len(text), text).masked == masked


def test_nothing_of_a_secret_is_shown() -> None:
    """A name is known from its first letters already."""
    assert Found(0, 11, "Mina Jansen", secret=True).masked == "…"


def test_repr_does_not_show_what_was_found() -> None:
    """Nor does a log or a traceback."""
    assert repr(Found(3, 14, "06-12345678")) == "Found(start=3, end=14)"
