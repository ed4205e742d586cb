"""Telephone numbers in text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cx_stories.checks.personal.found import Found
from cx_stories.checks.personal.surroundings import (
    ENDS_ANYWHERE,
    STARTS_ANYWHERE,
    is_called_otherwise,
)

_SPACE = r"[ \xa0\u202f]"
_GAP = rf"(?:{_SPACE}?[-‑–/]{_SPACE}?|{_SPACE}?\(|\)(?:{_SPACE}|-)?|\.(?=[0-9]{{2}})|{_SPACE})"
_DATE = (
    r"(?:[0-9]{1,2}(?P<sign>[-./])[0-9]{1,2}(?P=sign)[0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?![0-9]|[-./][0-9])"
)
_ZIP = r"[0-9]{5}-[0-9]{4}(?![0-9])"
_HOURS = r"[0-9]{1,2}[.:][0-9]{2}[ ]?[-–][ ]?[0-9]{1,2}[.:][0-9]{2}(?![0-9])"
_AMERICAN = (
    r"(?:1[ .-])?(?:\([2-9][0-9]{2}\)[ ]?|[2-9][0-9]{2}(?P<mark>[.-]))"
    r"[2-9][0-9]{2}(?(mark)(?P=mark)|[.-])[0-9]{4}"
)
_CANDIDATE = re.compile(
    rf"(?<![0-9])(?:{_DATE}|{_HOURS}|{_ZIP})"
    rf"|{STARTS_ANYWHERE}(?:(?P<american>{_AMERICAN}{ENDS_ANYWHERE})"
    rf"|(?P<dialled>(?:\(?\+{_SPACE}?|\(?0)[0-9](?>(?:(?>{_GAP}?)[0-9]){{5,18}})))"
)
"""What may be a number, and before it the dates, hours and American postcodes that look like one."""
_END = re.compile(ENDS_ANYWHERE)
_GROUP = re.compile(r"[0-9]+")

MOST_CANDIDATES = 10_000
"""A text with more than this is a table of something else; what follows after so many is left alone."""
_PLANS = (
    ("31", range(10, 11), 2),
    ("32", range(9, 11), 2),
    ("44", range(10, 12), 3),
    ("49", range(9, 13), 3),
)
"""Country code, how many digits a number has with its first 0, and the least in its first group."""


def phone_numbers(text: str) -> Iterator[Found]:
    """Find telephone numbers that exist in the numbering plan of their country, in order.

    Those with a country code may be of any country; without it they are Dutch, Belgian, British or German
    with their first 0, or American in the form 212-555-0123 or (212) 555-0123. Short national numbers, of
    fewer than nine digits, belong to services and not to people.
    """
    position = 0
    for _ in range(MOST_CANDIDATES):
        candidate = _CANDIDATE.search(text, position)
        if not candidate:
            break
        start = candidate.start()
        length = _length(candidate)
        position = start + length if length else _first_group_end(candidate)
        if length and not is_called_otherwise(text, start):
            yield Found(start, position, text[start:position])


def _length(candidate: re.Match[str]) -> int:
    """Say how many characters of a candidate are a number; 0 if it is none."""
    if candidate["american"]:
        digits = "".join(_GROUP.findall(candidate["american"]))
        return len(candidate.group()) if _exists("1", digits[-10:]) else 0
    if not candidate["dialled"]:
        return 0
    beginnings = _beginnings(candidate)
    typed = candidate.group().lstrip("(")
    if typed.startswith("+"):
        return next((length for length, digits in beginnings if _exists("", digits)), 0)
    if typed.startswith("00"):
        return next((length for length, digits in beginnings if _exists("", digits[2:])), 0)
    first = _GROUP.search(typed)
    return _national_length(beginnings, len(first.group()) if first else 0)


def _beginnings(candidate: re.Match[str]) -> list[tuple[int, str]]:
    """Give the parts of a candidate that may be a whole number, longest first, each with its digits."""
    typed, start, digits = candidate.group(), candidate.start(), ""
    beginnings = []
    for group in _GROUP.finditer(typed):
        digits += group.group()
        end = group.end() + (typed[group.end() : group.end() + 1] == ")")
        if len(digits) >= 7 and _END.match(candidate.string, start + end):
            beginnings.append((end, digits))
    return beginnings[::-1]


def _national_length(beginnings: list[tuple[int, str]], first: int) -> int:
    for country, lengths, least in _PLANS:
        for length, digits in beginnings:
            if first >= least and len(digits) in lengths and _exists(country, digits[1:]):
                return length
    return 0


def _first_group_end(candidate: re.Match[str]) -> int:
    if not candidate["dialled"]:
        return candidate.end()
    group = _GROUP.search(candidate.string, candidate.start())
    return group.end() if group else candidate.end()


def _exists(country: str, digits: str) -> bool:
    # Imported here, for the plans take longer to load than a check takes, and most texts have no candidate.
    from cx_stories.checks.personal import numbering_plans  # noqa: PLC0415

    return numbering_plans.exists(country, digits)
