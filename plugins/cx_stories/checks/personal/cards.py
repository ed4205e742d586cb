"""Numbers of payment cards in text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cx_stories.checks.personal.found import Found
from cx_stories.checks.personal.surroundings import ENDS, STARTS, is_called_otherwise

_CARD = re.compile(
    rf"{STARTS}(?:[0-9]{{13,19}}"
    r"|(?P<short>[0-9]{4}(?P<gap>[ \xa0\u202f-])[0-9]{4}(?P=gap)[0-9]{4}(?P=gap)[0-9]{4})"
    r"(?:(?P=gap)[0-9]{3})?"
    r"|[0-9]{4}(?P<wide>[ \xa0\u202f-])[0-9]{6}(?P=wide)[0-9]{4,5}"
    rf"){ENDS}"
)
_ISSUERS = (
    (range(4000, 5000), (13, 16, 19)),  # Visa
    (range(5100, 5600), (16,)),  # Mastercard
    (range(2221, 2721), (16,)),  # Mastercard
    (range(3400, 3500), (15,)),  # American Express
    (range(3700, 3800), (15,)),  # American Express
    (range(3000, 3060), (14,)),  # Diners Club
    (range(3600, 3700), (14,)),  # Diners Club
    (range(3800, 4000), (14,)),  # Diners Club
    (range(3528, 3590), (16, 17, 18, 19)),  # JCB
    (range(6011, 6012), (16, 17, 18, 19)),  # Discover
    (range(6440, 6600), (16, 17, 18, 19)),  # Discover
    (range(6200, 6300), (16, 17, 18, 19)),  # UnionPay
    *((range(first, first + 1), tuple(range(13, 20))) for first in (5018, 5020, 5038, 5893, 6304, 6759)),
    (range(6761, 6764), tuple(range(13, 20))),  # Maestro, as are the single ones above
)
"""The first four digits and the lengths of numbers. Source: the issuers' ranges under ISO/IEC 7812."""
_BAR_CODE = 13


def cards(text: str) -> Iterator[Found]:
    """Find card numbers whose check digit is right, in one piece or in the groups of a card.

    The number under a bar code, which may start and end as a card number does, is none.
    """
    for card in _CARD.finditer(text):
        for typed in (card.group(), card["short"]):
            if typed and _is_card("".join(filter(str.isdigit, typed))):
                if not is_called_otherwise(text, card.start()):
                    yield Found(card.start(), card.start() + len(typed), typed)
                break


def _is_card(digits: str) -> bool:
    if not any(int(digits[:4]) in firsts and len(digits) in lengths for firsts, lengths in _ISSUERS):
        return False
    return _luhn(digits) and not (len(digits) == _BAR_CODE and _is_bar_code(digits))


def _luhn(digits: str) -> bool:
    """Source: https://en.wikipedia.org/wiki/Luhn_algorithm ."""
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(doubled)) % 10 == 0


def _is_bar_code(digits: str) -> bool:
    """Source: https://www.gs1.org/services/how-calculate-check-digit-manually ."""
    return (sum(map(int, digits[-1::-2])) + 3 * sum(map(int, digits[-2::-2]))) % 10 == 0
