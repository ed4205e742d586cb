"""Which telephone numbers exist. It takes a while to load, so it is imported where the first candidate is."""

from __future__ import annotations

from functools import lru_cache

import phonenumbers


@lru_cache(maxsize=10_000)
def exists(country: str, digits: str) -> bool:
    """Whether a number is valid in a country, given by its code; without it, the digits start with the code.

    The 0 that is dialled only within a country may stand after a code, for many people write it there.
    What was asked before is remembered: every text is searched twice.
    Source:  the numbering plans in https://github.com/google/libphonenumber
    """
    if not country:
        country, digits = _split(digits)
    return bool(country) and any(
        _is_valid(country, dialled) for dialled in {digits, digits.removeprefix("0")}
    )


def _split(digits: str) -> tuple[str, str]:
    """Cut off the country code, which is never the beginning of another one."""
    for length in (1, 2, 3):
        if int(digits[:length]) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE:
            return digits[:length], digits[length:]
    return "", digits


def _is_valid(country: str, digits: str) -> bool:
    zeros = len(digits) - len(digits.lstrip("0"))
    number = phonenumbers.PhoneNumber(
        country_code=int(country),
        national_number=int(digits or "0"),
        italian_leading_zero=zeros > 0,
        number_of_leading_zeros=zeros or None,
    )
    return phonenumbers.is_valid_number(number)
