"""The sentence in which a link stands, in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from cx_stories.reading.cross_references import POINTER
from cx_stories.reading.linking import Linking
from cx_stories.reading.masking import Range
from cx_stories.reading.plain_words import labels_in, plain

LONGEST = 240
"""How many characters of a sentence are given; more is cut at words, around the link."""
_REACH = LONGEST + 40
"""How far to either side is looked: what is further away is cut in any case."""
_OPENS = re.compile(r"[ \t>]*(?:[*+-][ \t]|\d+\.[ \t]|\#|:[ \t]|\||\[[^\[\]\n]*\]:)")
"""How a line begins that is the first of an item, a row or a definition, or a heading."""
_ALONE = re.compile(r"[ \t>]*(?:\#|\||(?:=+|-+|\*{3,})?[ \t]*(?:\n|\Z))")
"""A line that belongs to no paragraph: a heading, a row of a table, a rule, an empty line."""
_MARGIN = re.compile(r"[ \t>]*(?:[*+-][ \t]+|\d+\.[ \t]+|\#{1,6}[ \t]*|:[ \t]+)?(?:\[[ xX]\] )?")
_LINE = re.compile(r"\n[ \t>]+")
_CELLS = re.compile(r"[ \t]*\|[ \t]*")
_NO_WORDS = re.compile(r"\{:?[^{}\n]*\}|\[\^[^\]\s]*\]:?")
"""Attributes in braces, and footnotes."""
_END = re.compile(r"[.!?…]+[”’\"')\]*_]*\s+")
_NEXT = re.compile(r"[“„‘«\"'(\[*_]*(?P<sign>\w)")
_TITLE = re.compile("\0([0-9]+)\0")
_EMPHASIS = "*_`~"
_ABBREVIATIONS = frozenset(
    [
        *("mr", "mrs", "ms", "dr", "st", "no", "vs", "etc", "e.g", "i.e", "prof", "jr", "sr"),
        *("nr", "dhr", "mevr", "mw", "drs", "ir", "ing", "bijv", "bv", "o.a", "d.w.z", "m.a.w", "blz", "ca"),
    ]
)
"""Words behind which a full stop ends no sentence."""
_LONGEST_ABBREVIATION = 8


class Sentence(NamedTuple):
    """A sentence in one line: what stands before the link, its words, and what stands after it."""

    before: str
    link: str
    after: str


class Sentences:
    """The sentences of one body.

    title_of:  gives the title of what a link in two brackets points at
    """

    def __init__(self, body: str, title_of: Callable[[str], str]) -> None:
        self._body = body
        self._title_of = title_of
        self._labels = labels_in(body)

    def around(self, one: Linking) -> Sentence:
        """Give the sentence around a link; a title stands in it just as it was typed."""
        within = one.within
        first, last = self._paragraph(within)
        start, stop = max(first, within[0] - _REACH), min(last, within[1] + _REACH)
        ends = _ends(self._body, start, within[0])
        start = max(ends, default=start)
        stop = next(_ends(self._body, within[1], max(stop, within[1])), stop)
        before, after = self._body[start : within[0]], self._body[within[1] : max(stop, within[1])]
        link = plain(one.words, self._labels) if one.words else self._title_of(one.target)
        return _cut(Sentence(self._words(before).lstrip(), link, self._words(after).rstrip()))

    def _paragraph(self, within: Range) -> Range:
        """Give where the paragraph, item or row begins and ends, without what marks it as one."""
        body = self._body
        start, end = body.rfind("\n", 0, within[0]) + 1, self._line_end(within[1])
        if not _ALONE.match(body, start):
            while start and within[0] - start < _REACH and not _OPENS.match(body, start):
                above = body.rfind("\n", 0, start - 1) + 1
                if _ALONE.match(body, above):
                    break
                start = above
            while end < len(body) and end - within[1] < _REACH:
                if _OPENS.match(body, end + 1) or _ALONE.match(body, end + 1):
                    break
                end = self._line_end(end + 1)
        margin = _MARGIN.match(body, start, within[0])
        return margin.end() if margin else start, end

    def _line_end(self, place: int) -> int:
        end = self._body.find("\n", place)
        return end if end >= 0 else len(self._body)

    def _words(self, typed: str) -> str:
        """Give plain words, with a space where there was one at either end."""
        titles: list[str] = []
        words = _LINE.sub("\n", typed) if "\n" in typed else typed
        if "[[" in words:
            words = self._without_titles(words, titles)
        if "|" in words:
            words = _CELLS.sub(" ", words)
        if "{" in words or "[^" in words:
            words = _NO_WORDS.sub("", words)
        words = plain(words, self._labels)
        if titles:
            words = _TITLE.sub(lambda mark: titles[int(mark[1])], words)
        start, end = typed.lstrip(_EMPHASIS)[:1], typed.rstrip(_EMPHASIS)[-1:]
        return f"{' ' if start.isspace() else ''}{words}{' ' if words and end.isspace() else ''}"

    def _without_titles(self, typed: str, titles: list[str]) -> str:
        """Put a mark in the place of each title, so that its signs are not taken for Markdown."""

        def shown(found: re.Match[str]) -> str:
            if (found["words"] or "").strip():
                return str(found["words"])
            titles.append(self._title_of(found["target"].strip()))
            return f"\0{len(titles) - 1}\0"

        return POINTER.sub(shown, typed)


def _ends(text: str, start: int, stop: int) -> Iterator[int]:
    """Give where sentences end between two places: where the next one begins."""
    for found in _END.finditer(text, start, stop):
        following = _NEXT.match(text, found.end())
        word = text[max(start, found.start() - _LONGEST_ABBREVIATION) : found.start()].split()
        abbreviated = bool(word) and word[-1].lstrip("(“‘\"'").casefold() in _ABBREVIATIONS
        if not abbreviated and not (following and following["sign"].islower()):
            yield found.end()


def _cut(whole: Sentence) -> Sentence:
    """Leave out what is too much, at words, and more or less as much on either side."""
    before, link, after = whole
    if len(link) > LONGEST:
        link = _first_words(link, LONGEST)
    room = LONGEST - len(link)
    if len(before) + len(after) <= room:
        return Sentence(before, link, after)
    left = max(room // 2, room - len(after))
    if len(before) > left:
        before = f"… {before[len(before) - left :].partition(' ')[2]}"
    right = room - min(len(before), left)
    return Sentence(before, link, _first_words(after, right) if len(after) > right else after)


def _first_words(text: str, length: int) -> str:
    return f"{text[:length].rpartition(' ')[0]} …"
