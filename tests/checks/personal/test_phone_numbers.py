"""Telephone numbers in text."""

from __future__ import annotations

import subprocess
import sys

import pytest

from cx_stories.checks.personal import phone_numbers as module
from cx_stories.checks.personal.phone_numbers import phone_numbers


def _texts(text: str) -> list[str]:
    return [one.text for one in phone_numbers(text)]


@pytest.mark.parametrize(
    "number",
    [
        "0612345678",
        "06-12345678",
        "06 12 34 56 78",
        "020-5551234",
        "(020) 555 12 34",
        "+31 6 12345678",
        "+31 (0)6 12 34 56 78",
        "+31 06 12345678",
        "0031612345678",
        "02 203 20 24",
        "0470 12 34 56",
        "02/203.20.24",
        "+32 2 203 20 24",
        "020 7946 0958",
        "07700 900123",
        "+44 20 7946 0958",
        "(212) 555-0123",
        "212-555-0123",
        "+1 212 555 0123",
        "030 123456",
        "030/12345678",
        "+49 30 123456",
        "+39 06 1234 5678",
    ],
)
def test_number_is_found_as_people_write_it(number: str) -> None:
    """Dutch, Belgian, British, American and German, and with a country code those of anywhere."""
    assert _texts(f"Call {number}, or come by.") == [number]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("06-12345678/06-87654321", ["06-12345678", "06-87654321"]),
        ("06 12 34 56 78 06 87 65 43 21", ["06 12 34 56 78", "06 87 65 43 21"]),
        ("room 12 0612345678", ["0612345678"]),
        ("00012345 0612345678", ["0612345678"]),
        ("[call](tel:+31612345678)", ["+31612345678"]),
        ("**06-12345678**", ["06-12345678"]),
        ("on 01-03-2024 0612345678", ["0612345678"]),
    ],
)
def test_number_is_found_beside_others(text: str, found: list[str]) -> None:
    """Each stands for itself, whatever stands next to it."""
    assert _texts(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-01",
        "01-03-2024",
        "01-03-2024 1230 5678",
        "01/03/2024 1030",
        "09.00-12.00 13.00-17.00",
        "07.00-07.00 07 08.00",
        "0900-1730",
        "112",
        "0800-1234",
        "€ 0612345678",
        "1.234,56",
        "2024-000123",
        "2024000123",
        "2019-2020-2021-2022",
        "978-0-306-40615-7",
        "0-306-40615-2",
        "ISBN 0306406152",
        "Order number: 0612345678",
        "bestelnummer is 0612345678",
        "A0612345678",
        "photo-0612345678.jpg",
        "02111-1307",
        "+35236450.6",
        "192.168.100.100",
        "252.227-7014",
        "+999 12345678",
        "0000000000",
        "0 6 1 2 3 4 5 6 7 8",
        "02 11 23 34 41",
        "٠٦١٢٣٤٥٦٧٨",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    """Dates, hours, amounts and numbers of orders and books do not ring at anybody's home."""
    assert _texts(text) == []


def test_endless_row_of_numbers_is_not_searched_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check of a table does not take minutes."""
    monkeypatch.setattr(module, "MOST_CANDIDATES", 2)

    assert _texts("0612345678, 0687654321, 020-5551234") == ["0612345678", "0687654321"]


def test_numbering_plans_are_loaded_for_a_candidate_only() -> None:
    """A site without telephone numbers does not wait for those of the whole world."""
    code = (
        "import sys; from cx_stories.checks.personal.phone_numbers import phone_numbers as find;"
        "print(list(find('On 2024-03-01 it was 1.234,56')), 'phonenumbers' in sys.modules,"
        "len(list(find('06-12345678'))), 'phonenumbers' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout == "[] False 1 True\n"
