"""Numbers that a state gives its citizens: the Dutch BSN and the Belgian rijksregisternummer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cx_stories.checks.personal.found import Found
from cx_stories.checks.personal.surroundings import ENDS, STARTS, is_called_otherwise

_DUTCH_LENGTH = 9
_NUMBER = re.compile(
    rf"{STARTS}(?:[0-9]{{9}}|[0-9]{{11}}"
    r"|[0-9]{3}(?P<three>[.-])[0-9]{3}(?P=three)[0-9]{3}"
    r"|(?<![0-9][ \xa0])[0-9]{3}[ \xa0][0-9]{3}[ \xa0][0-9]{3}(?![ \xa0][0-9])"
    r"|[0-9]{4}\.[0-9]{2}\.[0-9]{3}|[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{3}"
    r"|(?<![0-9][ \xa0])[0-9]{4}[ \xa0][0-9]{2}[ \xa0][0-9]{3}(?![ \xa0][0-9])"
    r"|[0-9]{2}\.[0-9]{2}\.[0-9]{2}[ \xa0-][0-9]{3}[. -][0-9]{2}"
    r"|[0-9]{6}[ \xa0-][0-9]{3}[. -]?[0-9]{2}"
    r"|(?<![0-9][ \xa0])[0-9]{2}[ \xa0][0-9]{2}[ \xa0][0-9]{2}[ \xa0][0-9]{3}[ \xa0][0-9]{2}(?![ \xa0][0-9])"
    rf"){ENDS}"
)


def citizen_numbers(text: str) -> Iterator[Found]:
    """Find citizens' numbers whose check digits are right, in order.

    One in eleven numbers of nine digits looks like a BSN by chance. Such a number is reported, for a real one
    must not slip through, unless the words before it say that it is an order, article or book number or the
    like, or it is an amount or a part of something longer.
    """
    for number in _NUMBER.finditer(text):
        digits = "".join(filter(str.isdigit, number.group()))
        is_right = _is_dutch if len(digits) == _DUTCH_LENGTH else _is_belgian
        if is_right(digits) and not is_called_otherwise(text, number.start()):
            yield Found(number.start(), number.end(), number.group())


def _is_dutch(digits: str) -> bool:
    """Source: https://nl.wikipedia.org/wiki/Burgerservicenummer#11-proef ."""
    weighed = sum(
        weight * int(digit) for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True)
    )
    return weighed % 11 == 0 and len(set(digits)) > 1


def _is_belgian(digits: str) -> bool:
    """Whether it starts with a birthday and ends with the right check digits.

    The month may be 0 if unknown, and is raised by 20 or 40 for people who do not live in Belgium. For those
    born since 2000 a 2 is put first to check it.
    Source: https://nl.wikipedia.org/wiki/Rijksregisternummer
    """
    month, day, order, check = int(digits[2:4]), int(digits[4:6]), int(digits[6:9]), int(digits[9:])
    if month % 20 > 12 or month > 52 or day > 31 or order == 0:
        return False
    return check in (97 - int(digits[:9]) % 97, 97 - int("2" + digits[:9]) % 97)
