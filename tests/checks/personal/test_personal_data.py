"""All kinds of personal data in one text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cx_stories.checks.personal.denied_names import DeniedNames, denied_names
from cx_stories.checks.personal.found import Found
from cx_stories.checks.personal.personal_data import Kind, personal_data


def _found(text: str) -> list[tuple[str, str]]:
    return [(kind.value, found.text) for kind, found in personal_data(text)]


def test_every_kind_is_found_in_the_order_of_the_text() -> None:
    """A writer can work from the top to the bottom."""
    text = (
        "Mina, Dorpsstraat 12, called 06-12345678 and wrote to mina@example.org. "
        + "Nothing happened. " * 20
        + "Her number, 123456782, and NL91 ABNA 0417 1643 00 were in the answer."
    )

    assert _found(text) == [
        ("address", "Dorpsstraat 12"),
        ("phone", "06-12345678"),
        ("email", "mina@example.org"),
        ("citizen", "123456782"),
        ("bank", "NL91 ABNA 0417 1643 00"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NL91ABNA0612345678", []),
        ("BE68 5390 0754 7034", [("bank", "BE68 5390 0754 7034")]),
        ("4111111111111111", [("bank", "4111111111111111")]),
        ("0612345678@example.org", [("email", "0612345678@example.org")]),
        ("020123401", [("citizen", "020123401")]),
    ],
)
def test_number_is_of_one_kind(text: str, found: list[tuple[str, str]]) -> None:
    """One number gives one message, about the worst that it can be."""
    assert _found(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://example.org/0612345678/123456782", []),
        ("[a](http://example.org/123456782) 123456782", [("citizen", "123456782")]),
        ("WWW.example.org/~0612345678", []),
        ("~0612345678", [("phone", "0612345678")]),
        ("mailto:mina@example.org", [("email", "mina@example.org")]),
        ("https://example.org/mina@example.org", [("email", "mina@example.org")]),
    ],
)
def test_only_mail_is_sought_in_web_addresses(text: str, found: list[tuple[str, str]]) -> None:
    """An address of a page is full of numbers that mean nothing."""
    assert _found(text) == found


def test_ordinary_numbers_are_left_alone() -> None:
    """A story about a shop is full of them."""
    text = (
        "Op 01-03-2024 om 12:30 kostte bestelling 2024-000123 € 1.234,56, 12,5% korting; 978-0-306-40615-7, "
        "9780306406157, van 2019-2023, 10.000.000 mensen, versie 1.2.3, 52.370216, 4-5 keer, 16:30-17:45."
    )

    assert _found(text) == []


def test_place_counts_from_the_start_of_the_text() -> None:
    """However far the number is from it."""
    text = "ß" * 1000 + " 123456782"

    assert list(personal_data(text)) == [(Kind.CITIZEN, Found(1001, 1010, "123456782"))]


SIGNS = st.sampled_from("0612@.,-/()€%#_'\u0301\xa0\u0663 \n")
WORDS = st.sampled_from(
    "06-12345678 +31 (0) NL91 ABNA 4111~1111 123456782 mina@example.org Dorpsstraat 12 High~Street 1234~AB "
    "Utrecht SW1A~1AA https:// Mina Jansen ß 2024-03-01 0417~1643".replace("~", "\xa0").split(" ")
)
PIECES = SIGNS | WORDS
TEXTS = st.text() | st.lists(PIECES).map("".join) | st.lists(PIECES).map(" ".join)


@given(TEXTS)
def test_any_text_can_be_searched(text: str) -> None:
    """Whatever was typed, each place is exact, and places follow each other without overlap."""
    found = [one for _, one in personal_data(text)]
    names = list(denied_names(text, DeniedNames.of(["Mina Jansen", "Jansen", "ß"])))

    for places in (found, names):
        assert [one.text for one in places] == [text[one.start : one.end] for one in places]
        ends = [0, *(one.end for one in places)]
        assert all(end <= one.start < one.end for end, one in zip(ends, places, strict=False))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("date: 2024-03-01", []),
        ("date: 2024-03-01 06 12345678", [("phone", "06 12345678")]),
        ("She lives at 2024-03-01, Dorpsstraat 12.", [("address", "Dorpsstraat 12")]),
        ("+20 2024-03-01 is no day of ours, 123456782 is a number.", [("citizen", "123456782")]),
    ],
)
def test_day_hides_nothing_that_stands_beside_it(text: str, found: list[tuple[str, str]]) -> None:
    """Every story has a day: it is passed over quickly, and what follows is looked at all the same."""
    assert _found(text) == found
