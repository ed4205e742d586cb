"""Dutch and Flemish streets with a number, and Dutch postcodes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cx_stories.checks.personal.counting import is_counted, is_year, next_word
from cx_stories.checks.personal.found import Found, in_order

_STREET = re.compile(
    r"(?!(?:snel|auto|autosnel|onder|spoor|uit|om)weg|(?:fiets|voet|i)pad|gerechtshof"
    r"|(?:super|bouw|rommel|vlooien|kerst|week|arbeids|woning|huizen)markt)"
    r"(?:.{2,}(?:straat|straatje|str\.|laan|weg|plein|kade|gracht|singel|dreef|hof|pad|steeg|dijk|plantsoen|markt"
    r"|burgwal|boulevard|brink|straße|strasse)|markt|brink|singel)",
    re.IGNORECASE,
)
"""The last word of the name of a street, and words that only look like one."""
_ARTICLES = re.compile(r"(?<![^\W_])(?:de|het|een|deze|die|onze|the)\s+\Z", re.IGNORECASE)
_LINKING = re.compile("en|of|te|in|op|is|was|bij|and|or|at|woont|woonde|wonen|woonden|staat|stond")

_REACH = 80
_NUMBER = re.compile(
    r"(?P<number>[1-9](?<=[^\W\d_]\s[1-9]|\.\s[1-9])[0-9]{0,3}(?:-?[A-Za-z](?![^\W_]))?)"
    r"(?:[ -](?:bis|hs)(?![^\W_])|[-/][0-9]{1,4}[A-Za-z]?|-[IVX]{1,4})?"
    r"(?![^\W_]|[-–:/][^\W_]|[.,][0-9]|[ \xa0]?[%€°])"
)
_PARTICLES = r"(?:(?:van|der|den|de|het|ter|ten|la)\s){0,3}"
_NAME = re.compile(
    rf"(?<![^\W_])(?:(?:Laan|Plein|Weg|Straat|Kade|Hof)\s{_PARTICLES}(?:[A-Z][^\W\d_]*\s){{0,2}}"
    r"|(?:(?!(?:Op|In|Aan|Naar|Van|Bij|De|Het|Een|Onze|At|On|From|The|En|Uit|Voor|Door|Langs|Tot)\s)"
    rf"[A-Z][\w.'’-]*\s{_PARTICLES}){{0,3}})[A-Z][\w'’-]*\.?\s\Z"
)
_NAMED_AFTER = re.compile(r"(?<![^\W_])(?:Laan|Plein|Weg|Straat|Kade|Hof)\s(?:van|der|de|den)\s")

_POSTCODE = re.compile(
    r"(?<![^\W_])(?<![€$£.,-])(?<![€$£] )(?P<digits>[1-9][0-9]{3})[ \xa0]?"
    r"(?!SA|SD|SS)(?P<letters>[A-Z]{2})(?![^\W_])(?!-[^\W_])"
)
_AFTER_STREET = re.compile(rf",?\s{{1,3}}{_POSTCODE.pattern}")
_PLACE = re.compile(r",?[ \xa0]{1,2}(?:['’][st][ -])?[A-Z][^\W\d_]{2,}")
_SAID_SO = re.compile(r"post ?code(?: (?:is|was))?\W{0,4}\Z", re.IGNORECASE)
_ON_ITS_OWN = re.compile(r"(?:\A|[\n,|\d])[ \xa0]*\Z")
_NO_LETTERS = re.compile("AD|AI|BC|CE|EK|EU|GB|HD|HR|IT|KB|KG|KM|MB|MM|PK|TB|TV|UK|US|VN|VS|WK")
"""Units, eras and short words that stand in capitals after a number."""


def dutch_addresses(text: str) -> Iterator[Found]:
    """Find streets with a number, with the postcode if it follows, and postcodes of a place, in order."""
    return in_order(_streets(text), _postcodes(text))


def _streets(text: str) -> Iterator[Found]:
    for number in _NUMBER.finditer(text):
        before = text[max(0, number.start() - _REACH) : number.start()]
        name = _street_name(before)
        if name and not _is_something_else(text, number, before[: -len(name)]):
            postcode = _AFTER_STREET.match(text, number.end())
            start, end = number.start() - len(name), (postcode or number).end()
            yield Found(start, end, text[start:end])


def _street_name(before: str) -> str:
    """Give the name of a street at the end of a text, with the space after it."""
    last = before[:-1].rsplit(maxsplit=1)[-1:]
    if not last or not last[0][0].isupper():
        return ""
    is_street = _STREET.fullmatch(last[0])
    if not is_street and not _NAMED_AFTER.search(before):
        return ""
    name = _NAME.search(before)
    return name.group() if name and (is_street or _NAMED_AFTER.match(name.group())) else ""


def _is_something_else(text: str, number: re.Match[str], before: str) -> bool:
    """Whether the number counts what follows, as in "in de Kalverstraat 4 winkels", or is a year."""
    following = next_word(text, number.end())
    if is_year(number["number"]) or is_counted(following):
        return True
    return bool(_ARTICLES.search(before)) and following.islower() and not _LINKING.fullmatch(following)


def _postcodes(text: str) -> Iterator[Found]:
    for postcode in _POSTCODE.finditer(text):
        before = text[max(0, postcode.start() - _REACH) : postcode.start()]
        if _SAID_SO.search(before) or _is_of_a_place(text, postcode, before):
            yield Found(postcode.start(), postcode.end(), postcode.group())


def _is_of_a_place(text: str, postcode: re.Match[str], before: str) -> bool:
    """Whether the name of a place follows; "In 2024 AB Volvo" has a year and a name instead."""
    if _NO_LETTERS.fullmatch(postcode["letters"]) or not _PLACE.match(text, postcode.end()):
        return False
    alone = postcode.start() == 0 or _ON_ITS_OWN.search(before)
    return bool(alone) or not is_year(postcode["digits"])
