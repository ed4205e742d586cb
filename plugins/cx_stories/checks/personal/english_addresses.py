"""English streets with a number, and postcodes of the United Kingdom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cx_stories.checks.personal.counting import is_counted, is_plural, is_year, next_word
from cx_stories.checks.personal.found import Found, in_order

_ORDINAL = r"[0-9]{1,3}(?:st|nd|rd|th)"
_STREET = re.compile(
    r"(?P<number>[1-9](?<![^\W_][1-9])(?<![.,:/€$£#-][1-9])(?<![€$£] [1-9])[0-9]{0,3}[A-Za-z]?)"
    r"(?:[-–/][0-9]{1,4}[A-Za-z]?)?,?\s"
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\s)"
    rf"(?:(?:[A-Z][\w'’.-]*|{_ORDINAL})\s(?:of\s|the\s)?){{1,3}}?"
    r"(?:(?:Street|Road|Avenue|Lane|Drive|Crescent|Terrace|Gardens|Close|Court|Square|Place|Boulevard|Mews|Grove"
    r"|Way)|(?:St|Rd|Ave|Blvd)(?!\.?\s[A-Z]))(?![^\W_]|['’-][^\W_])"
)
_NUMBERED = re.compile(
    r"(?<![^\W_])(?:platform|route|line|bus|tram|gate|chapter|page|top|version|phase|level|hoofdstuk|spoor|perron|lijn|"
    r"halte|pagina|fase|in|since|sinds|by|until|tot)\s\Z",
    re.IGNORECASE,
)
_REACH = 20

_INWARD = re.compile(r"[0-9](?!GB|TB|HD)[ABD-HJLNP-UW-Z]{2}(?![^\W_])(?!-[^\W_])")
"""The second part of a postcode; `5GB` is rather a size."""
_OUTWARD = re.compile(
    r"(?<![^\W_])(?<![^\W_]-)(?:"
    "AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|B|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|E|"
    "FK|FY|GL|GU|GY|G|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|L|ME|MK|ML|M|NE|"
    "NG|NN|NP|NR|NW|N|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|S|TA|TD|TF|TN|"
    r"TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|W|YO|ZE)(?:[1-9][0-9A-Z]?|0)[ \xa0]?\Z"
)
"""The first part: an area and a district.

Source: https://en.wikipedia.org/wiki/List_of_postcode_areas_in_the_United_Kingdom
"""
_LONGEST_OUTWARD = 7


def english_addresses(text: str) -> Iterator[Found]:
    """Find streets with a number in front, and postcodes of the United Kingdom, in order."""
    return in_order(_streets(text), _postcodes(text))


def _streets(text: str) -> Iterator[Found]:
    for street in _STREET.finditer(text):
        following = next_word(text, street.end())
        before = text[max(0, street.start() - _REACH) : street.start()]
        counting = is_counted(following) or is_plural(following) or _NUMBERED.search(before)
        if not counting and not is_year(street["number"]):
            yield Found(street.start(), street.end(), street.group())


def _postcodes(text: str) -> Iterator[Found]:
    for inward in _INWARD.finditer(text):
        before = text[max(0, inward.start() - _LONGEST_OUTWARD) : inward.start()]
        if outward := _OUTWARD.search(before):
            start = inward.start() - len(outward.group())
            yield Found(start, inward.end(), text[start : inward.end()])
