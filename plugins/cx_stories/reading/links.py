"""Links, images and definitions of references in a body of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cx_stories.reading.masking import Range
from cx_stories.reading.prose_parts import Link, Places

_BRACKET = re.compile(r"[\[\]\n](?:(?<!\n)|(?=[ \t]*\n))")
"""A bracket or an empty line. It begins with a set of signs, for which `re` searches the fastest."""
_TARGET = re.compile(
    r"""\(\s*+(?:<([^<>]*+)>|([^\s()"'<>]*+))\s*+(?:"[^"]*+"\s*+|'[^']*+'\s*+)?\)""",
)
_DEFINITION = re.compile(
    r"""^(?>(?:[ \t>\x02\x03]|[*+-][ \t]|\d++\.[ \t]|:[ \t]|\[\^[^\[\]\n]*+\]:)*)
        \[(?!\^)([^\[\]]*+)\]:[ \t]*+(?:\n[ \t>]*+)?([^\s]++)(?:[^\n]*["')])?[ \t]*$""",
    re.MULTILINE | re.VERBOSE,
)
_SIGN = re.compile(r"\n[ \t]*+\n|[()'\"]|[^()'\"\s]++")
_EMPTY_LINE = re.compile(r"\n[ \t]*+\n")
_WORD = re.compile(r"[^\s()]*+")
_ADDRESS = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*+://[^<>\n]*+|[^<> !\n@]++@[^@<> \n]++)>")
_NOTHING_BUT_DEFINITIONS = re.compile(
    r"\n?(?>(?: {0,3}\[[^\[\]\n^][^\[\]\n]*+\]:[ ]*+<[^<>\s]*+>[ ]*+(?:\n|\Z))*)\s*+\Z"
)

LONGEST_TEXT = 1_000
"""How much of the text of a link is kept: brackets within brackets would repeat it without end."""


class Found(NamedTuple):
    """A link with the ranges that matter to others.

    target:   what a reader does not see
    unseen:   all of it that is no running text: the target and the title, or the whole picture
    covers:   the `<` of a target that is certainly no tag, or -1
    whole:    all of it
    inline:   whether it is a link with its target behind it
    defines:  whether it is the definition of a reference
    """

    link: Link
    image: bool
    target: Range
    unseen: Range
    whole: Range
    covers: int = -1
    inline: bool = False
    defines: bool = False


class LinkFinder:
    """Finds the links of one body.

    coded:  the body without its code
    signs:  the same without what a backslash makes plain
    raw:    where raw HTML may start, in which nothing is certain
    """

    def __init__(self, body: str, coded: str, signs: str, raw: int, places: Places) -> None:
        self.body = body
        self.coded = coded
        self.signs = signs
        self.raw = raw
        self.places = places
        self.budget = len(body)

    def find(self) -> list[Found]:
        """Give all links, images and definitions, in the order typed."""
        found: list[Found] = []
        if "]" in self.signs:
            found += self._inline()
            if "]:" in self.coded:
                found += self._definitions()
        if "<" in self.signs:
            held = {one.target[0] - 1 for one in found}
            found += (one for one in self._addresses() if one.target[0] - 1 not in held)
        return sorted(found, key=lambda one: (one.link.whole, one.target))

    def _inline(self) -> Iterator[Found]:
        """Every `](` is one: what stands before it may have been left in doubt."""
        opened: list[int] = []
        for sign in _BRACKET.finditer(self.signs):
            if sign[0] == "[":
                opened.append(sign.start())
            elif sign[0] == "]":
                start = opened.pop() if opened else sign.start()
                if self.signs.startswith("(", sign.end()):
                    found = self._target(sign.end())
                    if found:
                        target, end, pointed = found
                        # Within the text of another link it is none, and `<>` are a tag.
                        yield self._link(start, sign.start(), target, end, pointed and not opened)
            else:
                opened.clear()

    def _link(self, start: int, middle: int, target: Range, end: int, pointed: bool) -> Found:
        image = self.signs.startswith("![", start - 1) if start else False
        whole = (start - image, end)
        text = self.body[start + 1 : min(middle, start + 1 + LONGEST_TEXT)]
        certain = pointed and end <= self.raw and self._undisputed(start, middle, end)
        link = Link(self.body[slice(*target)], text, self.places.at(*target), self.places.at(*whole))
        unseen = whole if image else (middle, end)
        covers = target[0] - 1 if certain else -1
        return Found(link, image, target, unseen, whole, covers, inline=not image)

    def _undisputed(self, start: int, middle: int, end: int) -> bool:
        """Whether nothing can have a better claim to a part of the link than the link itself."""
        if end - start > LONGEST_TEXT:
            return False
        text, whole = self.signs[start + 1 : middle], self.signs[start:end]
        before = self.signs[max(0, start - 40) : start].rstrip()[-1:]
        return start < middle and not (
            "|" in whole or "\n" in whole or "[" in text or text.startswith("^") or before == "]"
        )

    def _target(self, start: int) -> tuple[Range, int, bool] | None:
        """Read a target in parentheses; give its range, the end of the link and whether `<>` hold it."""
        simple = _TARGET.match(self.signs, start)
        if simple and _EMPTY_LINE.search(simple[0]):
            simple = None
        if simple and self.signs.find("`", start, simple.end()) >= 0:
            # What looks like a title may be code, and code is part of a target.
            return self._stripped(start + 1, simple.end() - 1), simple.end(), False
        if simple:
            pointed = simple[1] is not None
            return self._stripped(*simple.span(1 if pointed else 2)), simple.end(), pointed
        if self.budget <= 0:
            # Parentheses that are never closed would be read again and again; the first word has to do.
            word = _WORD.match(self.signs, start + 1)
            end = word.end() if word else start + 1
            return (start + 1, end), end, False
        return self._winding(start)

    def _winding(self, start: int) -> tuple[Range, int, bool] | None:
        """Read a target that has spaces, parentheses or quotation marks of its own."""
        depth, quoted, last = 0, -1, ""
        end = bare = start
        for sign in _SIGN.finditer(self.signs, start):
            end = sign.end()
            if sign[0][0] == "\n":
                break
            depth += (sign[0] == "(") - (sign[0] == ")")
            if sign[0] == ")":
                if depth == 0 and bare == start:
                    bare = end
                if (quoted >= 0 and last == self.signs[quoted]) or (quoted < 0 and depth == 0):
                    break
            if sign[0] in "'\"" and quoted < 0:
                quoted, last = sign.start(), ""
            else:
                last = sign[0]
        self.budget -= end - start
        return self._ending(start, quoted, bare, end)

    def _ending(self, start: int, quoted: int, bare: int, end: int) -> tuple[Range, int, bool] | None:
        """Say where a target ends: before its title, at its parenthesis, or nobody knows where."""
        if (
            quoted >= 0
            and self.signs[end - 1] == ")"
            and self.signs[start + 1 : end - 1].rstrip()[-1:] in "'\""
        ):
            return self._stripped(start + 1, quoted), end, False
        if bare > start:
            return self._stripped(start + 1, bare - 1), bare, False
        return (self._stripped(start + 1, end), end, False) if quoted >= 0 else None

    def _stripped(self, start: int, end: int) -> Range:
        typed = self.body[start:end]
        left = start + len(typed) - len(typed.lstrip())
        return left, max(left, start + len(typed.rstrip()))

    def _definitions(self) -> Iterator[Found]:
        for found in _DEFINITION.finditer(self.coded):
            start, end = found.span(2)
            typed = self.body[start:end]
            certain = typed.startswith("<") and found.end() <= self.raw and self._alone(found.start())
            covers = start if certain else -1
            start += len(typed) - len(typed.lstrip("<"))
            end = max(start, start + len(self.body[start:end].rstrip(">")))
            whole = (found.start(1) - 1, found.end())
            text = self.body[slice(*found.span(1))]
            link = Link(self.body[start:end], text, self.places.at(start, end), self.places.at(*whole))
            yield Found(link, False, (start, end), whole, whole, covers, defines=True)

    def _alone(self, start: int) -> bool:
        """Whether the paragraph around a definition holds definitions only."""
        first = self.signs.rfind("\n\n", 0, start) + 1
        last = self.signs.find("\n\n", start) % (len(self.signs) + 1)
        return last - first < 2_000 and bool(_NOTHING_BUT_DEFINITIONS.match(self.signs[first:last]))

    def _addresses(self) -> Iterator[Found]:
        for found in _ADDRESS.finditer(self.signs):
            text = self.body[slice(*found.span(1))]
            mail = "" if "://" in text or text.startswith("mailto:") else "mailto:"
            covers = found.start() if found.end() <= self.raw else -1
            link = Link(mail + text, text, self.places.at(*found.span(1)), self.places.at(*found.span()))
            yield Found(link, False, found.span(1), found.span(1), found.span(), covers)
