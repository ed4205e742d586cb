"""Names as people write them, and as reference lists want them."""

from __future__ import annotations

import pytest

from cx_stories.views.story.credit import Name, name_of


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Doug Stephens", "Stephens, D."),
        ("Karolien van der Ouderaa", "van der Ouderaa, K."),
        ("K. van der Ouderaa", "van der Ouderaa, K."),
        ("J.R.R. Tolkien", "Tolkien, J. R. R."),
        ("John F. Kennedy", "Kennedy, J. F."),
        ("Pieter Jan de Vries", "de Vries, P. J."),
        ("Jean-Paul Sartre", "Sartre, J.-P."),
        ("Jan van ’t Hoff", "van ’t Hoff, J."),
        ("Sinéad  O'Connor", "O'Connor, S."),
        ("Émile Zola", "Zola, É."),
        ("Anna de Vries-Bakker", "de Vries-Bakker, A."),
    ],
)
def test_name_of_a_person_is_listed_by_family_name(written: str, listed: str) -> None:
    """The form that a reader copies is the one their reference list wants."""
    assert name_of(written).listed == listed


@pytest.mark.parametrize(
    "written",
    [
        "The editors",
        "De redactie",
        "Team Klantenservice",
        "Mina",
        "Gabriel García Márquez",
        "IBM Research",
        "AT&T Wireless",
        "Doe, Jane",
        "Jane Doe and John Smith",
        "李 明",
        "Jan de",
        "",
    ],
)
def test_what_may_be_no_name_of_one_person_stays_as_it_is(written: str) -> None:
    """Better in full than wrongly turned round."""
    assert name_of(written) == Name(written)
