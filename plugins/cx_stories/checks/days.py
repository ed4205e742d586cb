"""Days as people write them, and the one day that such a writing can mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from babel import Locale

from cx_stories.model.shape import Day

_GAP = r"[-/. –]"
_YEAR_FIRST = re.compile(rf"(\d{{4}})({_GAP})(\d{{1,2}})\2(\d{{1,2}})|(\d{{4}})()(\d\d)(\d\d)")
_YEAR_LAST = re.compile(rf"(\d{{1,2}})({_GAP})(\d{{1,2}})\2(\d{{4}})")
_DAY_NAME = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th|e|ste|de)?{_GAP}([^\W\d_]+)\.?,?{_GAP}(\d{{4}})", re.I)
_NAME_DAY = re.compile(r"([^\W\d_]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.I)


def days_meant(typed: str, languages: Sequence[str]) -> Sequence[str]:
    """Give every day that a writing may mean, as YYYY-MM-DD, sorted: of `1-2-2024` there are two.

    languages:  in which the names of months are known, English besides
    """
    text = " ".join(typed.split()).rstrip(".")
    return sorted({day for day in _readings(text, tuple(languages)) if Day.read(day)})


def _readings(text: str, languages: tuple[str, ...]) -> Iterator[str]:
    if found := _YEAR_FIRST.fullmatch(text):
        year, _, month, day = filter(lambda part: part is not None, found.groups())
        yield _iso(year, int(month), day)
    if found := _YEAR_LAST.fullmatch(text):
        one, _, other, year = found.groups()
        yield _iso(year, int(other), one)
        yield _iso(year, int(one), other)
    if found := _DAY_NAME.fullmatch(text):
        day, name, year = found.groups()
        yield from (_iso(year, month, day) for month in _months(languages).get(name.casefold(), ()))
    if found := _NAME_DAY.fullmatch(text):
        name, day, year = found.groups()
        yield from (_iso(year, month, day) for month in _months(languages).get(name.casefold(), ()))


def _iso(year: str, month: int, day: str) -> str:
    return f"{year}-{month:02}-{int(day):02}"


@cache
def _months(languages: tuple[str, ...]) -> Mapping[str, frozenset[int]]:
    """Give the numbers of the months that have a name, whole or shortened, in any of the languages."""
    months: dict[str, frozenset[int]] = {}
    for language in (*languages, "en"):
        names = Locale.parse(language, sep="-").months["format"]
        for number, name in chain(names["wide"].items(), names["abbreviated"].items()):
            key = name.casefold().rstrip(".")
            months[key] = months.get(key, frozenset()) | {number}
    return months
