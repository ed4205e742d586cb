"""Texts that are small to store and endless to read: refused before anything takes its time over them."""

from __future__ import annotations

import re

from cx_stories.pipeline.importing.pieces import UnfitError

MAX_OPENED, MAX_KEPT, MAX_DEEP, MAX_ODD = 25_000, 100_000, 1_000, 50
"""How many elements a page may open, how many may be left of it, how deep, and how many marks may be odd.

A page that took a second to read has about as many; a long article has a tenth of it.
"""
MAX_PARTS = 20_000
"""How many paragraphs, cells and runs a Word document may have: a book has fewer."""
TOO_MUCH = "{} is too long, or too full of signs, to be a story. Give its stories as files of their own."
_OPENS = re.compile(r"<[a-zA-Z]")
_FORMAT = r"<(b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)"
_MARK = re.compile(
    _FORMAT
    + r"""(?>(?:\s+[\w@:][\w@:.-]*+(?>(?:\s*+=\s*+(?:"[^"<>]*+"|'[^'<>]*+'|[^\s"'<>=`]++))?))*)\s*+/?>""",
    re.IGNORECASE,
)
_ODD = re.compile(_FORMAT + r"[\s/]", re.IGNORECASE)
_TAG = re.compile(r"<(/?)(?!br\b|hr\b)[a-z]")
_WORD_PART = re.compile(rb"<(?:[^\s<>/:]{1,100}:)?(?:p|r|t|tc|tr)[\s/>]")


def tamed(html: str, name: str) -> str:
    """Give a page with bare marks: unclosed ones are put again into every paragraph, each that differs.

    Raises:  UnfitError if it opens more than any story does
    """
    if _more(_OPENS, html, MAX_OPENED):
        raise UnfitError(TOO_MUCH.format(name))
    bare = _MARK.sub(r"<\1>", html)
    if _more(_ODD, bare, MAX_ODD):
        raise UnfitError(TOO_MUCH.format(name))
    return bare


def shallow(washed: str, name: str) -> str:
    """Give well-formed HTML as it is.

    Raises:  UnfitError if it has more elements within each other, or at all, than any story has
    """
    opened = deep = 0
    for tag in _TAG.finditer(washed):
        deep += -1 if tag[1] else 1
        opened += not tag[1]
        if deep > MAX_DEEP or opened > MAX_KEPT:
            raise UnfitError(TOO_MUCH.format(name))
    return washed


def crowded(part: bytes) -> bool:
    """Whether a part of a Word document has more paragraphs, cells and runs than any story needs."""
    found = _WORD_PART.finditer(part)
    return any(number > MAX_PARTS for number, _ in enumerate(found, 1))


def _more(sign: re.Pattern[str], text: str, most: int) -> bool:
    return any(number > most for number, _ in enumerate(sign.finditer(text), 1))
