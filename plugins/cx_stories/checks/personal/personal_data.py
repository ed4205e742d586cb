"""All kinds of personal data in one go, each stretch of text under one kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
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
_Range = tuple[int, int]

_DIGITS = "0123456789"
_FEWEST_DIGITS = 7
_LONG_NUMBER = re.compile(r"[0-9](?>(?:[^\w\n]{0,3}+[0-9]){6,})")
_DAY = re.compile(r"(?<!\+)(?<!\+[ \xa0\u202f])[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
"""The day of a story, which stands in each: without a plus before it, it is no number of a person."""
_NEAR, _FAR = 60, 100
"""How far around a number a remark or a street may stand. Only there is looked, for most text is words."""
_WEB_ADDRESS = re.compile(r"[hHwW](?i:(?<=h)ttps?://|(?<=w)ww\.)[^\s<>)\]|\"]+")
"""It begins with a set of signs, for which `re` searches the fastest, and that it cannot do without case."""


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
    digits = _digits(outside)
    far = _around(digits, _FAR)
    numbers = list(_long_numbers(outside, far)) if len(digits) >= _FEWEST_DIGITS else []
    long = _parts(_around(numbers, _NEAR), outside)
    others = [number for number in numbers if not _DAY.fullmatch(outside, *number)]
    undated = _parts(_around(others, _NEAR), outside)
    yield from _each(Kind.BANK, bank_and_card_numbers, long)
    yield from _each(Kind.CITIZEN, citizen_numbers, undated)
    yield from _each(Kind.EMAIL, email_addresses, [(0, text)])
    yield from _each(Kind.PHONE, phone_numbers, undated)
    yield from _each(Kind.ADDRESS, street_addresses, _parts(far, outside))


def _digits(text: str) -> Sequence[_Range]:
    """Give where digits stand. Most texts have few: to look for each of the ten leaps over all else."""
    found: list[int] = []
    for digit in _DIGITS:
        at = text.find(digit)
        while at >= 0:
            found.append(at)
            at = text.find(digit, at + 1)
    return [(at, at + 1) for at in sorted(found)]


def _long_numbers(text: str, places: Iterable[_Range]) -> Iterator[_Range]:
    """Give where digits stand together that are enough for a number of a bank, a state or a telephone.

    places:  where there are digits at all
    """
    for place in places:
        yield from (number.span() for number in _LONG_NUMBER.finditer(text, *place))


def _around(places: Iterable[_Range], reach: int) -> Sequence[_Range]:
    """Give the stretches of a text around some places, those that touch as one."""
    spans: list[_Range] = []
    for first, last in places:
        start, end = max(0, first - reach), last + reach
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _parts(places: Iterable[_Range], text: str) -> Sequence[tuple[int, str]]:
    """Give stretches of a text, each with its start."""
    return [(start, text[start:end]) for start, end in places]


def _each(kind: Kind, find: Find, parts: Sequence[tuple[int, str]]) -> Iterator[tuple[Kind, Found]]:
    for offset, part in parts:
        for found in find(part):
            yield kind, Found(found.start + offset, found.end + offset, found.text)


def _without_web_addresses(text: str) -> str:
    """Give a text with blanks for web addresses, so that everything else stands where it stood."""
    if "://" not in text and "www." not in text.lower():
        return text
    return _WEB_ADDRESS.sub(lambda address: " " * len(address.group()), text)
