"""Names from a private list in text."""

from __future__ import annotations

import pickle

import pytest

from cx_stories.checks.personal.denied_names import NO_NAMES, DeniedNames, denied_names
from cx_stories.checks.personal.found import Found

NAMES = DeniedNames.of(
    [
        "# customers",
        "",
        "Mina Jansen",
        "Mina Jansen-de Vries",
        "  Jansen  ",
        "O'Neill",
        "José Straße",
        "van der Berg",
    ]
)


def _texts(text: str) -> list[str]:
    return [one.text for one in denied_names(text, NAMES)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then Mina Jansen came.", ["Mina Jansen"]),
        ("MINA\n  jansen", ["MINA\n  jansen"]),
        ("_Mina Jansen_ and **Jansen**", ["Mina Jansen", "Jansen"]),
        ("Mina Jansen-de Vries", ["Mina Jansen-de Vries"]),
        ("Jansen's, Jansen’s", ["Jansen", "Jansen"]),
        ("at the Jansens' house", ["Jansens"]),
        ("Mina Jansens winkel", ["Mina Jansens"]),
        ("O’NEILL", ["O’NEILL"]),
        ("Jose\u0301 STRASSE, josé straße", ["Jose\u0301 STRASSE", "josé straße"]),
        ("Van der\tBerg", ["Van der\tBerg"]),
        ("Mina Mina Jansen", ["Mina Jansen"]),
        ("Ｍｉｎａ Ｊａｎｓｅｎ", ["Ｍｉｎａ Ｊａｎｓｅｎ"]),
    ],
)
def test_name_is_found_as_people_write_it(text: str, found: list[str]) -> None:
    """In any case and with any white space, also where something is theirs; the longest of those that fit."""
    assert _texts(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Janssen",
        "Jansens",
        "aJansen",
        "Jansenstraat",
        "Mina",
        "Mina, Janse",
        "Jose Straße",
        "van Berg",
        "customers",
        "",
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    """A part of a name is another name, and remarks in the list are no names."""
    assert _texts(text) == []


def test_place_is_exact_and_nothing_is_shown() -> None:
    """A writer is led to the name without reading it in the message."""
    (found,) = denied_names("STRAẞE, Jose\u0301: Mina  Jansen!", NAMES)

    assert (found, found.masked) == (Found(15, 27, "Mina  Jansen", secret=True), "…")


def test_names_cannot_be_read_from_the_list() -> None:
    """Neither in a log nor in a key; and other names have another key."""
    keys = {NO_NAMES.key, NAMES.key, DeniedNames.of(["Mina"]).key}

    assert (repr(NAMES), len(keys), DeniedNames.of(["MINA "]).key in keys) == ("DeniedNames()", 3, True)


def test_list_can_be_handed_to_another_process() -> None:
    """Many files are checked side by side."""
    assert pickle.loads(pickle.dumps(NAMES)) == NAMES  # noqa: S301


def test_without_a_list_no_name_is_denied() -> None:
    """Most sites have none."""
    assert list(denied_names("Mina Jansen", NO_NAMES)) == []
