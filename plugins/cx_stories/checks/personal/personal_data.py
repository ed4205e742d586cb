"""All kinds of personal data in one go, each stretch of text under one kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from cx_stories.checks.personal.bank_and_card_numbers import bank_and_card_numbers
from cx_stories.checks.personal.citizen_numbers import citizen_numbers
from cx_stories.checks.personal.email_addresses import email_addresses
from cx_stories.checks.personal.found import Found
from cx_stories.checks.personal.phone_numbers import phone_numbers
from cx_stories.checks.personal.street_addresses import street_addresses


class Kind(StrEnum):
    """What sort of personal data it is."""

    EMAIL = "email"
    PHONE = "phone"
    BANK = "bank"
    CITIZEN = "citizen"
    ADDRESS = "address"


Find = Callable[[str], Iterator[Found]]

_NUMBER = re.compile(r"[0-9]++")
_LONG_NUMBER = re.compile(r"[0-9](?:[^\w\n]{0,3}+[0-9]){6,}+")
_NEAR, _FAR = 60, 100
"""How far around a number a remark or a street may stand. Only there is looked, for most text is words."""
_WEB_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>)\]|\"]+", re.IGNORECASE)


def personal_data(text: str) -> Iterator[tuple[Kind, Found]]:
    """Find personal data of every kind, in order and without overlaps. In web addresses only e-mail counts.

    Where one stretch could be of two kinds, it is, in this order, of a bank, a citizen, e-mail, a phone or an
    address; of one kind the longer counts.
    """
    taken = bytearray()
    kept: list[tuple[Found, Kind]] = []
    for kind, found in _candidates(text):
        taken = taken or bytearray(len(text))
        if taken.find(1, found.start, found.end) < 0:
            taken[found.start : found.end] = b"\1" * (found.end - found.start)
            kept.append((found, kind))
    for found, kind in sorted(kept):
        yield kind, found


def _candidates(text: str) -> Iterator[tuple[Kind, Found]]:
    """Give what could be personal data, that which counts first."""
    outside = _without_web_addresses(text)
    parts = _around(_NUMBER, _FAR, outside)
    long = _around(_LONG_NUMBER, _NEAR, outside) if parts else []
    yield from _each(Kind.BANK, bank_and_card_numbers, long)
    yield from _each(Kind.CITIZEN, citizen_numbers, long)
    yield from _each(Kind.EMAIL, email_addresses, [(0, text)])
    yield from _each(Kind.PHONE, phone_numbers, long)
    yield from _each(Kind.ADDRESS, street_addresses, parts)


def _around(pattern: re.Pattern[str], reach: int, text: str) -> list[tuple[int, str]]:
    """Give the stretches of a text with numbers in them, each with its start."""
    spans: list[tuple[int, int]] = []
    for number in pattern.finditer(text):
        start, end = max(0, number.start() - reach), number.end() + reach
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return [(start, text[start:end]) for start, end in spans]


def _each(kind: Kind, find: Find, parts: Sequence[tuple[int, str]]) -> Iterator[tuple[Kind, Found]]:
    for offset, part in parts:
        for found in find(part):
            yield kind, Found(found.start + offset, found.end + offset, found.text)


def _without_web_addresses(text: str) -> str:
    """Give a text with blanks for web addresses, so that everything else stands where it stood."""
    if "://" not in text and "www." not in text.lower():
        return text
    return _WEB_ADDRESS.sub(lambda address: " " * len(address.group()), text)
