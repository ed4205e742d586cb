"""Words set in the typefaces of the site, as large as they fit."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from cx_stories.exports.pictures.faces import DISPLAY, face, font

Width = Callable[[str], float]
_NO_CHARACTER = "\uffff"
_PLAIN = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2015": "—", "\u00ad": None})
"""What the typefaces lack, and there is a sign for that looks the same."""


def settable(text: str, name: str = DISPLAY) -> str:
    """Give a text as it can be set in a typeface; nothing if that lacks a letter of it.

    Signs that are no letters, such as an emoji, are left out where the typeface lacks them.
    """
    composed = unicodedata.normalize("NFC", text).translate(_PLAIN)
    kept = []
    for sign in composed:
        if sign.isspace():
            kept.append(" ")
        elif _has(name, sign):
            kept.append(sign)
        elif unicodedata.category(sign)[0] in "LMN" and not _is_selector(sign):
            return ""
    words = " ".join("".join(kept).split())
    return words if any(sign.isalnum() for sign in words) else ""


def _is_selector(sign: str) -> bool:
    """Whether a sign says how the one before it is to be drawn, as with emoji."""
    return "\ufe00" <= sign <= "\ufe0f" or sign == "\u20e3"


@lru_cache(maxsize=4096)
def _has(name: str, sign: str) -> bool:
    return _drawn(name, sign) != _drawn(name, _NO_CHARACTER)


def _drawn(name: str, sign: str) -> tuple[tuple[int, int], bytes]:
    glyph = font(name, 40).getmask(sign)
    return glyph.size, bytes(glyph)


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines of a text in a size."""

    lines: Sequence[str]
    size: int


def set_in(text: str, name: str, wide: int, sizes: Sequence[int], most: Callable[[int], int]) -> Setting:
    """Set a text as large as it fits; what is too long in the smallest size ends in an ellipsis.

    sizes:  from large to small
    most:   how many lines there may be in a size
    """
    for size in sizes:
        width = face(name, size).width
        if all(width(word) <= wide for word in text.split()):
            lines = _lines(text, width, wide)
            if len(lines) <= most(size):
                return Setting(_balanced(text, width, wide, len(lines)), size)
    smallest = sizes[-1]
    width = face(name, smallest).width
    lines = _lines(text, width, wide)
    if len(lines) <= most(smallest):
        return Setting(lines, smallest)
    *first, last = lines[: most(smallest)]
    while last and width(f"{last}…") > wide:
        last = last[:-1]
    return Setting((*first, f"{last.rstrip(' ,;:.–—-')}…"), smallest)


def _lines(text: str, width: Width, wide: float) -> Sequence[str]:
    """Break a text into lines; a word that is wider than a line is broken too."""
    lines = [""]
    for word in _words(text, width, wide):
        longer = f"{lines[-1]} {word}".strip()
        if width(longer) <= wide:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(line for line in lines if line)


def _words(text: str, width: Width, wide: float) -> Iterator[str]:
    for word in text.split():
        part = ""
        for sign in word if width(word) > wide else ():
            if width(part + sign) > wide:
                yield part
                part = ""
            part += sign
        yield part or word


def _balanced(text: str, width: Width, wide: int, count: int) -> Sequence[str]:
    """Break a text into as many lines, about equally long; no word is broken for it."""
    narrow = max(width(text) / count, *(width(word) for word in text.split()), 1)
    for limit in range(ceil(narrow), wide, max(1, wide // 24)):
        lines = _lines(text, width, limit)
        if len(lines) <= count:
            return lines
    return _lines(text, width, wide)
