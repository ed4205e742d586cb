"""Words set in the typefaces of the site, as large as they fit."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from math import ceil

from PIL import ImageFont

from cx_stories.errors import CxStoriesError

DISPLAY, INTERFACE, READING = "fraunces-600.woff2", "figtree-600.woff2", "source-serif-400.woff2"
Width = Callable[[str], float]
_NO_CHARACTER = "\uffff"
_PLAIN = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2015": "—", "\u00ad": None})
"""What the typefaces lack, and there is a sign for that looks the same."""


class TypefaceError(CxStoriesError):
    """The pictures cannot be set: the Pillow of this machine does not read our typefaces."""

    def __init__(self) -> None:
        super().__init__(
            "No picture can be drawn: this Pillow was built without WOFF2, and cannot read the typefaces. "
            "Type `pip install --force-reinstall --only-binary=:all: pillow`, or set `images: false`."
        )


@lru_cache(maxsize=64)
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """Give a typeface of the site. The layout is the plain one, which is the same on all machines.

    Raises:  TypefaceError
    """
    try:
        return ImageFont.truetype(BytesIO(font_bytes(name)), size, layout_engine=ImageFont.Layout.BASIC)
    except OSError as error:
        raise TypefaceError from error


@lru_cache(maxsize=8)
def font_bytes(name: str) -> bytes:
    """Give the file of a typeface."""
    return (files("cx_stories") / "assets" / "fonts" / name).read_bytes()


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
        width = font(name, size).getlength
        if all(width(word) <= wide for word in text.split()):
            lines = _lines(text, width, wide)
            if len(lines) <= most(size):
                return Setting(_balanced(text, width, wide, len(lines)), size)
    smallest = sizes[-1]
    width = font(name, smallest).getlength
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
