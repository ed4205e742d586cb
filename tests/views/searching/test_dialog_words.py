"""What the search in the header says."""

from __future__ import annotations

from cx_stories.views.searching.dialog_words import dialog_words
from tests.conftest import Site

WITH_A_NUMBER = {"result", "results", "see_one", "see_all"}
WITH_WORDS = {"filed", "meant", "nothing"}


def test_numbers_and_words_have_their_place_in_what_is_said(site: Site) -> None:
    """A script fills in `#` and `@`; a translation that loses them would lose the number or the word."""
    for language in ("en", "nl"):
        words = dialog_words(site.edition(language))

        assert {name for name, text in words.items() if "#" in text} == WITH_A_NUMBER
        assert {name for name, text in words.items() if "@" in text} == WITH_WORDS


def test_one_and_several_are_said_apart(site: Site) -> None:
    """Nobody reads "1 results"."""
    words = dialog_words(site.edition())

    assert [words[name] for name in ("result", "results", "see_one", "see_all")] == [
        "# result",
        "# results",
        "See # story in Explore",
        "See all # stories in Explore",
    ]
