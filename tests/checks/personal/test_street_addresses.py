"""Street addresses and postcodes in text."""

from __future__ import annotations

import pytest

from cx_stories.checks.personal.street_addresses import street_addresses


def _texts(text: str) -> list[str]:
    return [one.text for one in street_addresses(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ze woont op Dorpsstraat 12a, zei ze.", ["Dorpsstraat 12a"]),
        ("Op Prins Hendrikkade 33-2 brandde licht.", ["Prins Hendrikkade 33-2"]),
        ("aan de Dorpsstraat 12 in Utrecht", ["Dorpsstraat 12"]),
        ("Laan van Meerdervoort 12", ["Laan van Meerdervoort 12"]),
        ("Eerste van der Helststraat 4-hs", ["Eerste van der Helststraat 4-hs"]),
        ("Singel 402", ["Singel 402"]),
        ("Grote Markt 5", ["Grote Markt 5"]),
        ("Hauptstraße 5", ["Hauptstraße 5"]),
        ("Dorpsstr. 12", ["Dorpsstr. 12"]),
        ("Dorpsstraat 12, 1234 AB Utrecht", ["Dorpsstraat 12, 1234 AB"]),
        ("Dorpsstraat 12\n1234AB UTRECHT", ["Dorpsstraat 12\n1234AB"]),
        ("1234 AB Utrecht", ["1234 AB"]),
        ("Mijn postcode is 1234AB.", ["1234AB"]),
    ],
)
def test_dutch_address_is_found(text: str, found: list[str]) -> None:
    """A street with a number, with the postcode that follows, or a postcode with its place."""
    assert _texts(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She lives at 12 High Street.", ["12 High Street"]),
        ("221B Baker Street", ["221B Baker Street"]),
        ("12-14 Old Mill Lane, London", ["12-14 Old Mill Lane"]),
        ("350 5th Avenue", ["350 5th Avenue"]),
        ("10 Downing St.", ["10 Downing St"]),
        ("12 High Street is closed", ["12 High Street"]),
        ("London SW1A 1AA", ["SW1A 1AA"]),
        ("M1 1AE, EC1A1BB", ["M1 1AE", "EC1A1BB"]),
    ],
)
def test_english_address_is_found(text: str, found: list[str]) -> None:
    """A street with a number in front, and a British postcode."""
    assert _texts(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Street 4 all",
        "High Street 4 all",
        "Dorpsstraat",
        "Dorpsstraat 2024",
        "Dorpsstraat 4 jaar later",
        "in de Kalverstraat 4 winkels",
        "in de Kalverstraat 4 kramen",
        "Onderweg 3 koffie",
        "Van Dijk 3 keer",
        "Van Dijk 3",
        "Straat 4",
        "een straat 12 meter verder",
        "Supermarkt 4",
        "In 2024 AB Volvo",
        "the 2024 US Open",
        "1500 KM Rijden",
        "1234 AB",
        "€ 1234 AB Utrecht",
    ],
)
def test_number_that_counts_is_no_dutch_house(text: str) -> None:
    """A year, a distance or a number of things leads to nobody's door."""
    assert _texts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 High Street sales fell",
        "12 High Street shops",
        "on 12 May Park Lane was closed",
        "Platform 9 Baker Street",
        "Route 66",
        "Gate 4",
        "2 Park Laners",
        "£12 High Street",
        "3 King St. John",
        "a phone with S10 5GB",
        "in 2024",
        "QQ1 1AA",
        "M1 1AEX",
    ],
)
def test_number_that_counts_is_no_english_house(text: str) -> None:
    """Neither is a date before the name of a street, or the number of a platform."""
    assert _texts(text) == []
