"""Raw HTML and lists of attributes in a body of Markdown."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from cx_stories.reading.masking import Range
from cx_stories.reading.prose_parts import Attribute, AttributeList, Places, Tag

MOST_ATTRIBUTES = 200
"""How many attributes of one tag, or of one list, are read."""
_TAG = re.compile(r"<[\x02\x03]*+(?=[a-zA-Z/!?])")
_NAME = re.compile(r"[^\s/><]*+")
_ATTRIBUTE = re.compile(
    r"""[\s/]*+([^\s/><=][^\s/><=]*+|=[^\s/><=]*+)
        (?:\s*+=++\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s<>"'][^\s<>]*+)?))?""",
    re.VERBOSE,
)
_LISTED = re.compile(
    r"""[ \t]*+(?:([^ \t=}]++)=(?:"([^\n"]*+)"|'([^\n']*+)'|([^ \t=}\n]++))|([^ \t=}\n]++))"""
)
_OPENING = re.compile(r"\{:?[ ]*+(?=[^}\n ])(?!--|\+\+|~~|==|>>)")
"""Not what CriticMarkup has for words that are struck out, put in, marked or remarked."""
_FORMULA = re.compile(r"\$\$[^$]++\$\$|(?<![\w$])\$(?![\s$])[^$\n]++(?<!\s)\$(?![\w$])")
_INDENT = re.compile(r"[ \t>]*+")
_AT_END = re.compile(r"\}[ \t#\x02\x03]*+(?:[|<\[`*_!]|$)", re.MULTILINE)
"""Where a list may end a heading, a term or a cell; an inline element without text behind it may follow."""
_INLINE_ENDS = "*_)]>`~\x02\x03"
"""What stands before a list that belongs to an inline element or to a fence."""
_DROPPED = str.maketrans("", "", "\x02\x03")
_ENDINGS = {"!--": "-->", "?": "?>", "!": ">"}


class TagFinder:
    """Finds the tags of one text; keeps the work on hostile text within bounds."""

    def __init__(self, text: str, places: Places) -> None:
        self.text = text
        self.places = places
        self.budget = 4 * len(text)
        self.ranges: list[Range] = []
        self.unclosed: set[str] = set()
        self.remark = 0

    def find(self, is_link: Callable[[int], bool]) -> Iterator[Tag]:
        """Give every tag, in order, but none in a remark. `is_link` knows the `<` that begin an address."""
        for found in _TAG.finditer(self.text):
            if found.start() >= self.remark and not is_link(found.start()):
                yield self._tag(found.start(), found.end())

    def _tag(self, start: int, inner: int) -> Tag:
        sign = next((sign for sign in _ENDINGS if self.text.startswith(sign, inner)), "")
        if sign:
            end = self._end_of(sign, inner + len(sign))
            self.ranges.append((start, end))
            if sign == "!--" and self._is_plain(start, end):
                self.remark = end
            return Tag(sign, (), False, self.places.at(start, end))
        closing = self.text[inner] == "/"
        name = _NAME.match(self.text, inner + closing)
        after = name.end() if name else inner
        attributes, end, crowded = self._attributes(after)
        closed = self.text.startswith(">", end)
        stop = end + 1 if closed else after
        self.ranges.append((start, stop))
        lowered = self.text[inner + closing : after].translate(_DROPPED).lower()
        return Tag(lowered, attributes, closing, self.places.at(start, stop), crowded)

    def _is_plain(self, start: int, end: int) -> bool:
        """Whether every browser reads a remark to its end, and none takes it for a part of a tag."""
        before = self.ranges[-2][1] if len(self.ranges) > 1 else 0
        early = self.text.startswith(("<!-->", "<!--->"), start) or self.text.find("--!>", start, end) >= 0
        return start >= before and not early

    def _end_of(self, sign: str, start: int) -> int:
        """Find the end of a comment; of one that is never closed, the end of its sign."""
        if sign not in self.unclosed:
            end = self.text.find(_ENDINGS[sign], start)
            if end >= 0:
                return end + len(_ENDINGS[sign])
            self.unclosed.add(sign)
        return start

    def _attributes(self, start: int) -> tuple[tuple[Attribute, ...], int, bool]:
        """Read attributes.

        Returns  them, where they end: at a `>`, or where the tag is broken off; and whether there are more
        """
        limit = len(self.text)
        if self.budget <= 0:
            # Quotation marks that overlap would be read again and again; read on to the next tag only.
            limit = self.text.find("<", start) % (limit + 1)
        found: list[Attribute] = []
        end, crowded = start, False
        while match := _ATTRIBUTE.match(self.text, end, limit):
            name, end = match[1].translate(_DROPPED).lower(), match.end()
            if len(found) == MOST_ATTRIBUTES:
                crowded = True
                continue
            value = next((value for value in match.groups()[1:] if value), "")
            found.append(Attribute(name, value.translate(_DROPPED), self.places.at(match.start(1), end)))
        while end < limit and (self.text[end] == "/" or self.text[end].isspace()):
            end += 1
        self.budget -= end - start
        return tuple(found), end, crowded


def find_lists(body: str, signs: str, raw: int, places: Places) -> Iterator[tuple[AttributeList, Range]]:
    """Give every list of attributes that the attr_list extension might take, with its range.

    signs:  the body in which what is not Markdown is blank
    raw:    where raw HTML may start, behind which other things may vanish from between two signs
    """
    if "{" not in signs:
        return
    openings = list(_openings(body, signs, raw))
    for index, (inner, last, start) in enumerate(openings):
        following = openings[index + 1][2] if index + 1 < len(openings) else len(signs)
        attributes, end, crowded = _listed(body, inner, min(following, last), places)
        stop = end + 1 if signs.startswith("}", end) else end
        yield AttributeList(attributes, places.at(start, stop), crowded), (start, stop)


def _openings(body: str, signs: str, raw: int) -> Iterator[tuple[int, int, int]]:
    """Find braces that may begin a list: where words begin, where the last of its line ends, the brace."""
    formulas = [found.span() for found in _FORMULA.finditer(signs)] if "$" in signs else []
    line_end = -1
    first = last = at_end = 0
    for found in _OPENING.finditer(signs):
        start = found.start()
        within = bisect_right(formulas, (start,)) - 1
        if within >= 0 and start < formulas[within][1]:
            continue
        if start > line_end:
            line_start = signs.rfind("\n", max(line_end, 0), start) + 1
            line_end = signs.find("\n", start) % (len(signs) + 1)
            indent = _INDENT.match(signs, line_start)
            first = indent.end() if indent else line_start
            last = signs.rfind("}", start, line_end)
            at_end = max((end.start() for end in _AT_END.finditer(signs, start, line_end)), default=-1)
        before = "*" if start <= first or start >= raw else body[start - 1]
        if start < last and (before in _INLINE_ENDS or (before.isspace() and start < at_end)):
            yield found.end(), last + 1, start


def _listed(body: str, start: int, limit: int, places: Places) -> tuple[tuple[Attribute, ...], int, bool]:
    """Read attributes in braces; give them, where they end, and whether there are more."""
    found: list[Attribute] = []
    end, crowded = start, False
    while match := _LISTED.match(body, end, limit):
        end = match.end()
        if len(found) == MOST_ATTRIBUTES:
            crowded = True
            continue
        key, word = match[1], (match[5] or "")
        value = next((value for value in match.groups()[1:4] if value), "")
        if word.startswith("."):
            key, value = "class", word[1:]
        elif word.startswith("#"):
            key, value = "id", word[1:]
        begin = end - len(match[0].lstrip(" \t"))
        name = (key or word).translate(_DROPPED).lower()
        found.append(Attribute(name, value, places.at(begin, end)))
    while end < limit and body[end] in " \t":
        end += 1
    return tuple(found), end, crowded
