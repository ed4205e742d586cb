"""Text as a reader reads it: without the signs of Markdown that could break a name or a number in two."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

_CODES = (
    r"(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<encoded>(?:%[0-9a-fA-F]{2})+)"
)
_UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
"""Signs that no reader sees, such as the soft hyphen: of Unicode's category Cf, those used in Europe."""
_HIDDEN = re.compile(f"[{_UNSEEN}]+")
_CODE = re.compile(rf"{_CODES}|[{_UNSEEN}]+")
_FIRST = re.compile(rf"[&%\n<\\!\[\]*~`{_UNSEEN}]")
"""What each sign of Markdown begins with: a search for one character is much faster than one for them all."""
_SIGN = re.compile(
    rf"(?:{_CODES}"
    r"|(?P<space>(?<!\n)\n[ \t]*(?:>[ \t]?)*(?![0-9]{1,9}[.)][ \t])(?=[^\W_]|[(+*]+[^\W_]))"
    r"|(?P<nothing>"
    r"</?(?:a|abbr|b|bdi|cite|code|em|i|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)(?=[\s/>])[^<>]*>|<!--[^<>]*-->"
    r"|\\(?=[\\`*_{}\[\]()>#+.!-])"
    r"|\[\[(?:[^\[\]|\n]*\|)?(?=[^\[\]\n]*\]\])|\]\]"
    r"|!?\[(?=[^\[\]\n]*\][(\[])|\](?:\([^()\s]*\)|\[[^\[\]\n]*\])"
    r"|(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\w*])|~~|`+"
    rf"|[{_UNSEEN}]+))"
)


@dataclass(frozen=True, slots=True)
class AsRead:
    """A text without signs, and the way back to what was typed.

    starts:  where its pieces start
    pieces:  for each the start and end of what was typed, and whether it was typed just so
    """

    text: str
    starts: tuple[int, ...]
    pieces: tuple[tuple[int, int, bool], ...]

    def typed(self, start: int, end: int) -> tuple[int, int]:
        """Give the stretch of what was typed for a stretch of the text that is not empty."""
        first, last = self._at(start), self._at(end - 1)
        return first[0], last[1]

    def _at(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self.starts, offset) - 1
        start, end, verbatim = self.pieces[index]
        if not verbatim:
            return start, end
        place = start + offset - self.starts[index]
        return place, place + 1


def hides(text: str) -> bool:
    """Whether there are signs in a text that no reader sees."""
    return not text.isascii() and _HIDDEN.search(text) is not None


def visible(text: str) -> AsRead:
    """Read a text without the signs that no reader sees."""
    return _read(text, _HIDDEN.finditer(text))


def decoded(text: str) -> AsRead:
    """Read entities and what is percent-encoded as the signs they stand for, as in an address.

    Signs that no reader sees are nothing, here as everywhere.
    """
    return _read(text, _CODE.finditer(text))


def as_read(text: str) -> AsRead:
    """Read Markdown: a paragraph is one line besides, and the signs of emphasis and links are nothing."""
    return _read(text, _signs(text))


def _signs(text: str) -> Iterator[re.Match[str]]:
    done = 0
    for first in _FIRST.finditer(text):
        if first.start() >= done and (sign := _SIGN.match(text, first.start())):
            done = sign.end()
            yield sign


def _read(text: str, signs: Iterable[re.Match[str]]) -> AsRead:
    read: list[str] = []
    starts: list[int] = []
    pieces: list[tuple[int, int, bool]] = []
    length = 0

    def add(piece: str, start: int, end: int, verbatim: bool) -> None:
        nonlocal length
        if piece:
            read.append(piece)
            starts.append(length)
            pieces.append((start, end, verbatim))
            length += len(piece)

    done = 0
    for sign in signs:
        add(text[done : sign.start()], done, sign.start(), True)
        add(_meaning(sign), sign.start(), sign.end(), False)
        done = sign.end()
    add(text[done:], done, len(text), True)
    return AsRead("".join(read), tuple(starts), tuple(pieces))


def _meaning(sign: re.Match[str]) -> str:
    kind = sign.lastgroup
    if kind == "entity":
        return _HIDDEN.sub("", unescape(sign.group()))
    if kind == "encoded":
        return _HIDDEN.sub("", unquote(sign.group()))
    return " " if kind == "space" else ""
