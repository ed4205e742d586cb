"""Headings of a body of Markdown, with the anchors they get."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from markdown.extensions.toc import slugify

from cx_stories.reading.masking import Range
from cx_stories.reading.plain_words import labels_in, plain
from cx_stories.reading.prose_parts import Heading, Places

_PREFIX = r"^((?>(?:[ ]{0,3}>[ ]?|[ ]{4}|\t|[*+-][ ]++|\d++\.[ ]++|:[ ]{1,3}+)*))"
_HASHED = re.compile(_PREFIX + r"(#{1,6})([^\n]*)", re.MULTILINE)
_UNDERLINED = re.compile(_PREFIX + r"(=++|-++)[ ]*+$", re.MULTILINE)
_UNDERLINES = frozenset("=-")
_LIST = re.compile(r"(?:^|[ ]+)\{:?[ ]*+([^}\n ][^\n]*)\}[ ]*$")
_ID = re.compile(r"(?:^| )(?:#|id=[\"']?)([^\s\"'}=]++)")
_NUMBERED = re.compile(r"(.*)_([0-9]+)\Z")


def find_headings(body: str, text: str, explicit: Collection[str], places: Places) -> Iterator[Heading]:
    """Give every heading, in the order typed.

    text:      the body without its code
    explicit:  the ids that lists of attributes give; no anchor may repeat them
    """
    anchors = Anchors(explicit)
    labels = labels_in(text)
    found = [(hashed.start(2), hashed.end(), len(hashed[2]), hashed.span(3)) for hashed in _hashed(text)]
    found += _underlined(text)
    for start, end, level, content in sorted(found):
        typed, identity = _parts(body[slice(*content)])
        words = plain(typed, labels)
        yield Heading(level, words, places.at(start, end), identity or anchors.take(slugify(words, "-")))


def _hashed(text: str) -> Iterator[re.Match[str]]:
    end, sign = 0, text.find("#")
    while sign >= 0:
        start = text.rfind("\n", 0, sign) + 1
        found = _HASHED.match(text, start) if start >= end else None
        if found:
            yield found
        end = text.find("\n", sign) % (len(text) + 1)
        sign = text.find("#", end)


def _underlined(text: str) -> Iterator[tuple[int, int, int, Range]]:
    """Find headings with a line of `=` or `-` below; only the first line of a paragraph can be one."""
    if "=\n" not in f"{text}\n" and "-\n" not in f"{text}\n" and "- " not in text and "= " not in text:
        return
    for line in _lines_below(text):
        prefix, end = line[1], line.start() - 1
        start = text.rfind("\n", 0, max(end, 0)) + 1
        if end <= start or not text.startswith(prefix, start):
            continue
        content = (start + len(prefix), end)
        if _begins_paragraph(text, start) and text[slice(*content)].strip(" \t#"):
            yield content[0], line.end(), 1 if line[2][0] == "=" else 2, content


def _lines_below(text: str) -> Iterator[re.Match[str]]:
    """Find what may be the line below a heading: it ends with its sign, which few lines do."""
    start = 0
    for typed in text.split("\n"):
        if typed.rstrip(" ")[-1:] in _UNDERLINES and (line := _UNDERLINED.match(text, start)):
            yield line
        start += len(typed) + 1


def _begins_paragraph(text: str, start: int) -> bool:
    """Whether a line stands first, below an empty line or below a heading, and is no such heading itself."""
    above = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)].lstrip("> \t")
    return not text.startswith("#", start) and (not above or above.startswith("#"))


def _parts(content: str) -> tuple[str, str]:
    """Split a heading into what is read and the id it is given in braces."""
    content = content.strip().rstrip("#").rstrip()
    attributes = _LIST.search(content) if content.endswith("}") else None
    if attributes is None or "}" in attributes[1]:
        return content, ""
    identity = _ID.search(attributes[1])
    return content[: attributes.start()].rstrip("#").rstrip(), identity[1] if identity else ""


class Anchors:
    """Keeps anchors apart by `_1`, `_2` and so on, as the toc extension of Python-Markdown does."""

    def __init__(self, taken: Collection[str]) -> None:
        self.taken = set(taken)
        self.free: dict[tuple[str, int], int] = {}

    def take(self, slug: str) -> str:
        """Give the anchor of a heading with this slug."""
        anchor = slug
        if not slug or slug in self.taken:
            numbered = _NUMBERED.match(slug)
            base, count = (numbered[1], int(numbered[2][-9:])) if numbered else (slug, 0)
            count = self._next(base, count + 1)
            anchor = f"{base}_{count}"
        self.taken.add(anchor)
        return anchor

    def _next(self, base: str, count: int) -> int:
        """Find the first free number; numbers known to be taken are leapt over."""
        passed = []
        while f"{base}_{count}" in self.taken:
            passed.append(count)
            count = self.free.get((base, count), count + 1)
        for number in passed:
            self.free[base, number] = count + 1 if number == count else count
        return count
