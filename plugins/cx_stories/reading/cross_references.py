"""Links in two square brackets: `[[refund]]`, `[[element:surprising|what surprised her]]`.

Python-Markdown has its say first: `[[1]](shop.md)` stays a link with the text `[1]`. A definition such as
`[1]: shop.md` makes no difference to `[[1]]`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from cx_stories.model.cross_reference import CrossReference
from cx_stories.reading.links import Found
from cx_stories.reading.masking import Range
from cx_stories.reading.prose_parts import Loose, Places, Pointer, Why

POINTER = re.compile(
    r"\[\[(?<!!\[\[)(?!\^)(?P<target>[^\[\]|`\\\n]*+)(?:(?P<bar>\\?+\|)(?P<words>[^\[\]]*+))?\]\]"
)
"""A link in two brackets; in a table a backslash stands before the `|`."""
_OPENING = re.compile(r"\[{2,}+(?!\^)")
PAUSE = "[[pause]]"
"""What lets a story pause, in a paragraph of its own."""
_PAUSE = re.compile(rf"^ {{0,3}}{re.escape(PAUSE)}[ \t]*$", re.MULTILINE)
EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_DIVIDER = re.compile(r"[ \t>]*[|:-][ \t|:-]*\|[ \t|:-]*")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+.!|-])")


@dataclass(slots=True)
class Pointers:
    """The links in two brackets of a body.

    ranges:  where all of each link stands
    unseen:  what a reader does not see of them
    """

    found: list[Pointer] = field(default_factory=list)
    ranges: list[Range] = field(default_factory=list)
    unseen: list[Range] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    pauses: list[Range] = field(default_factory=list)


def find_pointers(body: str, signs: str, links: Sequence[Found], places: Places) -> Pointers:
    """Find the links in two brackets, brackets that open none, and the marks of a pause.

    signs:  the body without code, and without what a backslash makes plain
    links:  every other link in it
    """
    return _Finder(body, signs, links, places).find() if "[[" in signs else Pointers()


class _Finder:
    def __init__(self, body: str, signs: str, links: Sequence[Found], places: Places) -> None:
        self.body, self.signs, self.places = body, signs, places
        self.taken = tuple(_outermost(link.whole for link in links))
        self.paragraph_ends = -1
        self.in_table = False
        self.result = Pointers()

    def find(self) -> Pointers:
        result = self.result
        result.pauses = list(self._pauses())
        paused = {start for start, _ in result.pauses}
        known = []
        for found in POINTER.finditer(self.signs):
            if found.start() not in paused:
                why = self._why_not(found)
                if why is None:
                    self._add(found)
                elif why is not Why.LINKED:
                    result.loose.append(Loose(self.places.at(*found.span()), why))
            known.append(found.span())
        result.unseen += result.pauses
        result.loose += self._never_closed(known)
        result.loose.sort(key=lambda one: one.span)
        return result

    def _pauses(self) -> Iterator[Range]:
        """Give the marks of a pause, each a paragraph of its own."""
        for found in _PAUSE.finditer(self.body) if PAUSE in self.body else ():
            start = self.body.index(PAUSE, found.start())
            above = self.body[self.body.rfind("\n", 0, max(found.start() - 1, 0)) + 1 : found.start()]
            end = self.body.find("\n", found.end() + 1)
            below = self.body[found.end() + 1 : end if end >= 0 else len(self.body)]
            if self.signs.startswith(PAUSE, start) and not above.strip() and not below.strip():
                yield start, start + len(PAUSE)

    def _why_not(self, found: re.Match[str]) -> Why | None:
        """Say why brackets are no link of ours; None if they are one."""
        link = self._link_around(found.start())
        if link is not None:
            return Why.LINKED if link[0] == found.start() else Why.WITHIN
        if found["words"] is not None and EMPTY_LINE.search(found["words"]):
            return Why.UNCLOSED
        if points_nowhere(self.body[slice(*found.span("target"))]):
            return Why.EMPTY
        if found["bar"] == "|" and self._is_in_table(found.start()):
            return Why.TABLE
        return Why.WORDLESS if found["words"] is not None and not found["words"].strip() else None

    def _link_around(self, start: int) -> Range | None:
        index = bisect_right(self.taken, (start, len(self.signs))) - 1
        return self.taken[index] if index >= 0 and start < self.taken[index][1] else None

    def _is_in_table(self, start: int) -> bool:
        """Whether the second line of the paragraph is that of a table; looked up once for each paragraph."""
        if start >= self.paragraph_ends:
            first = self.signs.rfind("\n\n", 0, start) + 2
            first = 0 if first == 1 else first
            end = self.signs.find("\n\n", start)
            self.paragraph_ends = end if end >= 0 else len(self.signs)
            lines = self.signs[first : self.paragraph_ends].lstrip("\n").split("\n", 2)
            self.in_table = len(lines) > 1 and _DIVIDER.fullmatch(lines[1]) is not None
        return self.in_table

    def _add(self, found: re.Match[str]) -> None:
        start, end = found.span("target")
        typed = self.body[start:end]
        start += len(typed) - len(typed.lstrip())
        target = typed.strip()
        words = found.span("words") if (found["words"] or "").strip() else None
        text = " ".join(self.body[slice(*words)].split()) if words else ""
        span = self.places.at(start, start + len(target))
        self.result.found.append(Pointer(target, text, span, self.places.at(*found.span())))
        self.result.ranges.append(found.span())
        seen = words or (found.end(), found.end())
        self.result.unseen += [(found.start(), seen[0]), (seen[1], found.end())]

    def _never_closed(self, known: Collection[Range]) -> Iterator[Loose]:
        """Give brackets that are never closed; what is within another link is told of that."""
        held = sorted(known)
        for found in _OPENING.finditer(self.signs):
            index = bisect_right(held, (found.end(), 0)) - 1
            inside = index >= 0 and held[index][0] < found.end() <= held[index][1]
            if not inside and self._link_around(found.start()) is None:
                picture = self.signs.startswith("!", found.start() - 1) if found.start() else False
                yield Loose(self.places.at(*found.span()), Why.PICTURE if picture else Why.UNCLOSED)


def _outermost(ranges: Iterable[Range]) -> Iterator[Range]:
    """Give the ranges that stand in no other, in order."""
    end = 0
    for one in sorted(ranges, key=lambda one: (one[0], -one[1])):
        if one[1] > end:
            yield one
            end = one[1]


def points_nowhere(target: str) -> bool:
    """Whether there is nothing between the brackets that could be a name."""
    return not CrossReference.read(target).name


def unescaped(typed: str) -> str:
    """Give what was typed without the backslashes that make a sign plain."""
    return _ESCAPED.sub(r"\1", typed) if "\\" in typed else typed
