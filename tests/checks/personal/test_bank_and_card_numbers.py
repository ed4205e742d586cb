"""Bank accounts and payment cards in text."""

from __future__ import annotations

import pytest

from cx_stories.checks.personal.bank_and_card_numbers import bank_and_card_numbers


def _texts(text: str) -> list[str]:
    return [one.text for one in bank_and_card_numbers(text)]


@pytest.mark.parametrize(
    "number",
    [
        "NL91ABNA0417164300",
        "NL91 ABNA 0417 1643 00",
        "nl91.abna.0417.1643.00",
        "BE68 5390 0754 7034",
        "DE89370400440532013000",
        "GB29 NWBK 6016 1331 9268 19",
        "FR14 2004 1010 0505 0001 3M02 606",
        "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
        "4111 1111 1111 1111",
        "4111111111111111",
        "4111-1111-1111-1111",
        "5555555555554444",
        "2223003122003222",
        "378282246310005",
        "3782 822463 10005",
        "30569309025904",
        "6011111111111117",
        "3530111333300000",
    ],
)
def test_number_with_the_right_check_digits_is_found(number: str) -> None:
    """In one piece or in groups, wherever it stands in a sentence."""
    assert _texts(f"It went to {number}, she said.") == [number]


def test_every_number_is_found_in_order() -> None:
    """What is written behind a card does not hide it."""
    text = "4111 1111 1111 1111 123, NL91ABNA0417164300 and 378282246310005"

    assert _texts(text) == ["4111 1111 1111 1111", "NL91ABNA0417164300", "378282246310005"]


@pytest.mark.parametrize(
    "text",
    [
        "NL92ABNA0417164300",
        "NL91ABNA04171643001",
        "XNL91ABNA0417164300",
        "XX91ABNA0417164300",
        "in 20 days or less than that",
        "4111 1111 1111 1112",
        "9111 1111 1111 1111",
        "41111111111111111",
        "4111.1111.1111.1111",
        "550e8400-e29b-41d4-a716-4111111111111111",
        "Ordernummer 4111111111111111",
        "9780306406157",
        "4006381333931",
        "2024-03-01 12:30",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    """A number of an order or a book is no money."""
    assert _texts(text) == []


def test_bar_code_that_could_be_a_card_is_a_bar_code() -> None:
    """Shops write about goods; cards with thirteen digits are no longer made."""
    assert [_texts("4222222222222"), _texts("4000000000006")] == [["4222222222222"], []]
