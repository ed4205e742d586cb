"""Who wrote a column and where, who tells of it, and when: as far as it says so itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cx_stories.pipeline.importing.pieces import Block, Read

_PARTICLE = r"(?:van|von|de|den|der|ten|ter|te|het|'t|’t|la|le|du|di|da|af|zu|zum|al|el|bin|ibn|y|e)"
_NAMED = r"(?:[^\W\d_a-z]\.(?:[ ]?[^\W\d_a-z]\.)*|[^\W\d_a-z][\w’'-]{1,30})"
_NAME = rf"{_NAMED}(?:[ ](?:{_PARTICLE}[ ]){{0,3}}{_NAMED}){{0,4}}"
_BY = re.compile(
    r"(?i:(?:geschreven |opgetekend |written )?(?:door|by)|tekst|text|auteur|author|columnist)"
    rf"\s*:?\s+(?P<name>{_NAME})(?=\s*(?:$|[|•·,–—(]|\s[-/]\s))",
)
_TOLD = re.compile(
    rf"(?i:verteller|teller|verteld door|told by|aan het woord|speaking)\s*:?\s*(?:is\s)?(?P<name>{_NAME})",
)
_THIS_TIME = re.compile(
    r"(?i:ditmaal|deze keer|dit keer|deze maand|deze week|this time|this month|this week)"
    rf"[^.!?\n]{{0,120}}?\b(?i:van|aan|met|by|of|from|with|to|is|vertelt)\s+(?P<name>{_NAME})(?=\s*(?:[.,;:!?(]|$))",
)
_PUBLISHED = re.compile(
    r"(?i:gepubliceerd|verschenen|verscheen|published|appeared)\s+"
    r"(?i:eerder |eerst |earlier |first )?(?i:in|op|bij|by|on)\s+"
    r"(?P<name>[^\W\d_a-z][^.;,()\n|]{1,60}?)(?=\s*(?:[.;,()|]|$|\s(?:op|on|van|of|nr|no|nummer|jaargang)\s))",
)
_SOURCE = re.compile(r"(?i:bron|source|publicatie|publication)\s*:\s*(?P<name>[^.;()\n|]{2,60})")
_ADDRESS = re.compile(r"https?://[^\s<>\"()]{3,500}[^\s<>\"().,;:!?]")
_MONTHS = """january januari jan|february februari feb|march maart mrt mar|april apr|may mei|june juni jun|
july juli jul|august augustus aug|september sept sep|october oktober okt oct|november nov|december dec"""
_MONTH = {name: number for number, names in enumerate(_MONTHS.split("|"), start=1) for name in names.split()}
_MONTH_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
_WORDED = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|e)?\.?\s+({_MONTH_NAMES})\.?,?\s+(\d{{4}})\b", re.IGNORECASE
)
_AMERICAN = re.compile(rf"\b({_MONTH_NAMES})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE)
_IN_MONTH = re.compile(rf"\b({_MONTH_NAMES})\.?,?\s+(\d{{4}})\b", re.IGNORECASE)
_MAGAZINE = re.compile(
    r"(?P<name>[^\W\d_a-z][^.;:,()\n|]{1,60}?)\s*[,|•·–—-]\s*"
    rf"(?:(?:nr|no|nummer|number|jaargang|volume)\.?\s\d{{1,4}}\s*[,|•·–—-]\s*)?"
    rf"(?:\d{{1,2}}\s+)?(?i:{_MONTH_NAMES})\.?\s+\d{{4}}\W*"
)
"""A line below a title: the name of a magazine, and its month."""
_ISO = re.compile(r"(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_EUROPEAN = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_SHORT = 100


@dataclass(frozen=True, slots=True)
class Credits:
    """What is known of a column; what nobody said is empty.

    date:  as YYYY-MM-DD, or as YYYY-MM where only the month is known
    """

    title: str = ""
    author: str = ""
    teller: str = ""
    series: str = ""
    publication: str = ""
    url: str = ""
    date: str = ""

    def beside(self, other: Credits) -> Credits:
        """Give these, and of the other what is missing here."""
        return Credits(*(getattr(self, name) or getattr(other, name) for name in self.__dataclass_fields__))


def credits_in(read: Read, lead: Sequence[Block], rest: Sequence[Block]) -> Credits:
    """Find what a column says of itself, before its stories and below them."""
    around = [block.plain[:2_000] for block in (*lead, *rest)]
    stated = Credits(
        title=_title(lead),
        author=_first(around, _BY.match, _SHORT),
        teller=_first(around, _TOLD.search) or _first(around, _THIS_TIME.search),
        publication=_first(around, _PUBLISHED.search)
        or _first(around, _SOURCE.match)
        or _first((block.plain for block in lead if not block.heading), _MAGAZINE.fullmatch, _SHORT),
        url=next(
            (found[0] for found in map(_ADDRESS.search, around) if found and _SOURCE.match(found.string)), ""
        ),
        date=next(filter(None, map(time_in, (text for text in around if len(text) <= 2 * _SHORT))), ""),
    )
    property_of = Credits(
        **{name: read.credit(name) for name in ("title", "author", "publication", "url")},
        date=time_in(read.credit("date")),
    )
    return stated.beside(property_of)


def day_in(text: str) -> str:
    """Give the first day that a text names, as YYYY-MM-DD; nothing if there is none. 3-4-2022 is in April."""
    for pattern, order in _ORDERS:
        if found := pattern.search(text[:2_000]):
            year, month, day = (found[number] for number in order)
            try:
                return date(int(year), _MONTH.get(month.lower()) or int(month), int(day)).isoformat()
            except ValueError:
                continue
    return ""


def time_in(text: str) -> str:
    """Give the first day that a text names, or else the first month, as YYYY-MM."""
    if (day := day_in(text)) or not (month := _IN_MONTH.search(text[:2_000])):
        return day
    return f"{month[2]}-{_MONTH[month[1].lower()]:02}"


def is_credit(block: Block) -> bool:
    """Whether a block says who wrote a text or where it stood, and nothing besides."""
    short = " ".join(block.plain.split())
    found = next((one for one in (_BY.match(short), _SOURCE.match(short)) if one), None)
    return bool(_MAGAZINE.fullmatch(short) or (found and not short[found.end() :].strip(" .")))


_ORDERS = ((_ISO, (1, 2, 3)), (_WORDED, (3, 2, 1)), (_AMERICAN, (3, 1, 2)), (_EUROPEAN, (3, 2, 1)))


def _title(lead: Sequence[Block]) -> str:
    """Give the heading of a column: the highest one, or else its first line if that is short."""
    headings = [block for block in lead if block.heading]
    if headings:
        return min(headings, key=lambda block: block.level).plain[:300]
    first = lead[0].plain if lead else ""
    plain_title = first and len(first) <= _SHORT and first[-1] not in ".,;:" and not _SOURCE.match(first)
    return first if plain_title and not _BY.match(first) and not day_in(first) else ""


def _first(texts: Iterable[str], find: Callable[[str], re.Match[str] | None], most: int = 2_000) -> str:
    found = (find(text) for text in texts if len(text) <= most)
    return next((" ".join(one["name"].split()).strip(" .,'’") for one in found if one), "")
