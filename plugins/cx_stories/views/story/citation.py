"""A story in a reference list: formatted as APA 7 has it, and for programs as BibTeX and CSL-JSON.

Source:  https://apastyle.apa.org/style-grammar-guidelines/references/examples,
         https://docs.citationstyles.org/en/stable/specification.html
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from babel.dates import format_skeleton

from cx_stories.views.story.credit import Name


@dataclass(frozen=True, slots=True)
class Work:
    """What is cited.

    key:       what a bibliography calls it: letters, digits and hyphens
    author:    who wrote it down; None if nobody is named, and the site stands for them
    language:  the code of the language it is told in
    genre:     what sort of work it is where a reader might mistake it, such as a fictional case
    note:      what it goes back to
    """

    key: str
    title: str
    summary: str
    author: Name | None
    day: date | None
    site: str
    language: str
    genre: str = ""
    note: str = ""


class Split(NamedTuple):
    """A text before and after the address in it, which a reader's browser may know better."""

    before: str
    after: str


class Reference(NamedTuple):
    """A line of a reference list, in parts; the address stands between `middle` and `after`."""

    before: str
    title: str
    middle: str
    after: str


def apa(work: Work, day: str) -> Reference:
    """Give the reference in the style of APA 7.

    day:  the date as that style writes it, in the language of the page
    """
    author = work.author.listed if work.author else work.site
    genre = f" [{work.genre}]" if work.genre else ""
    stop = "" if not genre and work.title.endswith(_ENDS) else "."
    place = f" {work.site}." if work.author and work.site else ""
    after = f" ({work.note})" if work.note else ""
    return Reference(f"{_ended(author)} ({day}). ", work.title, f"{genre}{stop}{place} ", after)


_ENDS = (".", "?", "!", "…")


def _ended(words: str) -> str:
    return words if words.endswith(_ENDS) else f"{words}."


@lru_cache(maxsize=4096)
def apa_day(day: date, locale: str) -> str:
    """Give a date as APA 7 writes it: the year, then month and day as the language has them."""
    return f"{day.year}, {format_skeleton('MMMMd', day, locale=locale)}"


def bibtex(work: Work) -> Split:
    """Give the entry for BibTeX and BibLaTeX; accents stay as they are, capitals are kept."""
    fields = {
        "author": _bibtex_author(work),
        "title": f"{{{tex(work.title)}}}",
        "howpublished": tex(work.site) if work.author else "",
        "year": str(work.day.year) if work.day else "",
        "month": _MONTHS[work.day.month - 1] if work.day else "",
        "day": str(work.day.day) if work.day else "",
        "note": tex(". ".join(filter(None, (work.genre, work.note)))),
        "language": work.language,
    }
    known = ((name, value) for name, value in fields.items() if value)
    lines = "".join(
        f"  {name} = {value},\n" if name == "month" else f"  {name} = {{{value}}},\n" for name, value in known
    )
    return Split(f"@misc{{{work.key},\n{lines}  url = {{", "}\n}")


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _bibtex_author(work: Work) -> str:
    if work.author and work.author.family:
        return f"{tex(work.author.surname)}, {tex(work.author.given)}"
    return f"{{{tex(work.author.whole if work.author else work.site)}}}"


def tex(text: str) -> str:
    """Write text so that TeX prints it as it stands; braces always balance."""
    return " ".join(text.split()).translate(_TEX)


_TEX = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_"}
    | {
        "\\": "\\textbackslash{}",
        "{": "\\textbraceleft{}",
        "}": "\\textbraceright{}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
    }
)


def csl_json(work: Work) -> Split:
    """Give the item for Zotero and other programs that know the Citation Style Language."""
    item: dict[str, Any] = {
        "id": work.key,
        "type": "webpage",
        "title": work.title,
        "author": [_csl_name(work)],
        "container-title": work.site,
        "genre": work.genre,
        "issued": {"date-parts": [[work.day.year, work.day.month, work.day.day]]} if work.day else None,
        "abstract": work.summary,
        "note": work.note,
        "language": work.language,
    }
    lines = "".join(f'  "{name}": {_json(value)},\n' for name, value in item.items() if value)
    return Split(f'[{{\n{lines}  "URL": "', '"\n}]')


_json = json.JSONEncoder(ensure_ascii=False).encode


def _csl_name(work: Work) -> Mapping[str, str]:
    if work.author is None or not work.author.family:
        return {"literal": work.author.whole if work.author else work.site}
    parts = {
        "family": work.author.family,
        "given": work.author.given,
        "non-dropping-particle": work.author.particle,
    }
    return {name: value for name, value in parts.items() if value}
