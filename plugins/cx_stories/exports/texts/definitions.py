"""Definitions of references that nothing in a text uses: no reader of its page sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cx_stories.reading.links import Found
from cx_stories.reading.masking import Range, blank

_BRACKETS = re.compile(r"\[([^\[\]]*+)\]")
_DEFINITION = r"""\[[^\[\]]*+\]:[ ]*(?:\n[{0}]*)?[^\s]+[ ]*(?:\n[{0}]*)?(?:(["']).*\1[ ]*|\(.*\)[ ]*)?$"""
_DEFINED, _QUOTED = (re.compile(_DEFINITION.format(before), re.MULTILINE) for before in (r" \t", r" \t>"))
"""What is taken for a definition, elsewhere and in a quotation; a line with more words is one to be read."""
_MEANT = re.compile(r"^ {0,3}\*\[([^\[\]\n]++)\][ ]?:[^\n]*", re.MULTILINE)
"""What an abbreviation means."""


def unused(body: str, signs: str, found: Sequence[Found]) -> Iterator[Range]:
    """Give where definitions stand that nothing uses, so the remarks that are hidden in one as well.

    signs:  the body without its code and without what a backslash makes plain
    found:  its links and definitions
    """
    yield from _unmet(signs)
    defined = [(one, whole) for one in found if one.defines and (whole := _whole(body, one))]
    if defined:
        outside = blank(signs, [whole for _, whole in defined])
        used = {_folded(body[slice(*label.span(1))]) for label in _BRACKETS.finditer(outside)}
        yield from (whole for one, whole in defined if _folded(one.link.text) not in used)


def _unmet(signs: str) -> Iterator[Range]:
    """Give where the meanings of abbreviations stand that the text does not have."""
    meant = list(_MEANT.finditer(signs)) if "*[" in signs else []
    outside = blank(signs, [one.span() for one in meant]) if meant else ""
    yield from (one.span() for one in meant if one[1] not in outside)


def _whole(body: str, one: Found) -> Range | None:
    """Give a definition with its title, which may stand on the next line."""
    start = one.whole[0]
    quoted = ">" in body[body.rfind("\n", 0, start) + 1 : start]
    whole = (_QUOTED if quoted else _DEFINED).match(body, start)
    return whole.span() if whole else None


def _folded(label: str) -> str:
    return " ".join(label.split()).lower()
