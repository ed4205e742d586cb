"""Numbers of bank accounts in text, as IBAN."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cx_stories.checks.personal.found import Found

_COUNTRIES = {
    15: "NO",
    16: "BE",
    18: "DK FI FK FO GL NL",
    19: "MK SI",
    20: "AT BA EE KZ LT LU MN XK",
    21: "CH HR LI LV",
    22: "BG BH CR DE GB GE IE ME RS VA",
    23: "AE GI IL IQ OM SO TL",
    24: "AD CZ DZ ES MD PK RO SA SE SK TN VG",
    25: "LY PT ST",
    26: "IS TR",
    27: "BI DJ FR GR IT MC MR SM",
    28: "AL AZ BY CY DO GT HN HU LB NI PL SV",
    29: "BR EG PS QA UA",
    30: "JO KW MU YE",
    31: "MT SC",
    32: "LC",
    33: "RU",
}
"""The letters and digits of an IBAN in each country. Source: the IBAN registry of SWIFT (ISO 13616)."""

_GAP = r"[ \xa0\u202f.-]?"
_SHAPES = {
    country: re.compile(rf"(?<![^\W_])[A-Za-z]{{2}}[0-9]{{2}}(?:{_GAP}[A-Za-z0-9]){{{length - 4}}}(?![^\W_])")
    for length, countries in _COUNTRIES.items()
    for country in countries.split()
}
_CHECK_DIGITS = re.compile(rf"[0-9](?<=[A-Za-z]{{2}}[0-9])[0-9](?={_GAP}[A-Za-z0-9]{{2}})")
_FEWEST_DIGITS = 8


def accounts(text: str) -> Iterator[Found]:
    """Find IBANs, written in one piece or with gaps, whose check digits are right."""
    end = 0
    for digits in _CHECK_DIGITS.finditer(text):
        start = digits.start() - 2
        shape = _SHAPES.get(text[start : start + 2].upper()) if start >= end else None
        account = shape.match(text, start) if shape else None
        if account and _is_right(account.group()):
            end = account.end()
            yield Found(start, end, account.group())


def _is_right(typed: str) -> bool:
    """Whether moved around and read as one number, with A for 10, it leaves 1 when divided by 97."""
    signs = [sign for sign in typed.upper() if sign.isalnum()]
    if sum(sign.isdigit() for sign in signs) < _FEWEST_DIGITS:
        return False
    return int("".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])) % 97 == 1
