"""Dutch and Belgian citizens' numbers in text."""

from __future__ import annotations

import pytest

from cx_stories.checks.personal.citizen_numbers import citizen_numbers


def _texts(text: str) -> list[str]:
    return [one.text for one in citizen_numbers(text)]


@pytest.mark.parametrize(
    "number",
    [
        "111222333",
        "123456782",
        "123.456.782",
        "1234.56.782",
        "12.34.56.782",
        "123-456-782",
        "123 456 782",
        "1234 56 782",
        "85073003328",
        "85.07.30-033.28",
        "850730-033.28",
        "85 07 30 033 28",
    ],
)
def test_number_that_passes_its_test_is_found(number: str) -> None:
    """As it stands on a card or in a letter, with or without a word that says what it is."""
    assert _texts(f"My number is {number}, I said.") == [number]


def test_belgian_number_of_somebody_born_since_2000_is_found() -> None:
    """Their check digits are reckoned with a 2 in front."""
    assert _texts("00.01.01-001.05") == ["00.01.01-001.05"]


@pytest.mark.parametrize(
    "text",
    [
        "111222334",
        "000000000",
        "1234567820",
        "0123456782",
        "A123456782",
        "NL123456782B01",
        "123456782.pdf",
        "IMG_20240301_123456782.jpg",
        "12-123456782",
        "0,123456782",
        "123456782,50",
        "123456782%",
        "€ 123.456.782",
        "123456782 euro",
        "10 123 456 782",
        "123 456 782 000",
        "Order number: 123456782",
        "bestelnummer 123456782",
        "**Artikelnummer:** 123456782",
        "85073003329",
        "85.13.30-033.70",
        "00000000097",
        "1 2 3 4 5 6 7 8 2",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    """Amounts, codes, parts of longer numbers, and what is called a number of something else."""
    assert _texts(text) == []


def test_bare_number_that_passes_by_chance_is_reported() -> None:
    """One in eleven does; a real one that slips through does more harm than a look at it."""
    assert _texts("Then the screen said 123456782.") == ["123456782"]
