"""Fenced code, as pymdownx.superfences finds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENING = re.compile(r"([> ]*)(`{3,}|~{3,})(.*)", re.DOTALL)
_LINES = r"[0-9]{1,4}(?:-[0-9]{1,4})?"
_SETTINGS = rf"""(?>(?:[ ]++(?:title="[^"<>&`{{}}\n]++"|hl_lines="{_LINES}(?>(?:[ ]{_LINES})*)"
        |linenums="[1-9][0-9]{{0,4}}"))*)"""
_PLAIN_HEADER = re.compile(
    rf"""(?:(?>(?:[ ]*+[\w#.+-]++(?=[ ]|\Z))?){_SETTINGS}
        |[ ]*+\{{[ ]*+\.[\w+-]++(?=[ }}]){_SETTINGS}[ ]*+\}})
        [ ]*+\Z""",
    re.VERBOSE,
)
"""A language and settings that are valid beyond doubt; with any other setting it may be no fence at all."""
_DEEP = " " * 4
"""What indents code: at the start of a line, or behind raw HTML, which is taken out from before it."""
TAB = 4


@dataclass(slots=True)
class _Fence:
    """A fence that has been opened.

    certain:  whether it will not be taken for the end of indented code, which would make text of it
    deep:     whether what stands below it might be
    empty:    whether the line above was empty, which may end a block quotation
    """

    start: int
    indent: str
    sign: str
    certain: bool
    deep: bool
    empty: bool = False

    def goes_on(self, line: str) -> bool:
        """Whether a line belongs to the code; a fence with another indent below it is none."""
        level, opened = line[: self.width(line)].count(">"), self.indent.count(">")
        content = line[self.width(line) :]
        if level > opened:
            return False
        if not content:
            self.empty = True
            return True
        if opened and self.empty and level < opened:
            return False
        self.empty = False
        width = self.width(line)
        return width == len(self.indent)

    def ends_at(self, line: str) -> bool:
        """Whether a line closes the fence; it has as many signs as the opening one."""
        content = line[self.width(line) :]
        return content.startswith(self.sign) and not content[len(self.sign) :].strip(" ")

    def width(self, line: str) -> int:
        """Give how much of the indent of the fence a line has."""
        indent = line[: len(self.indent)]
        return len(indent) - len(indent.lstrip("> "))


def fenced_code(body: str) -> Iterator[tuple[int, int, bool]]:
    """Give where fenced code begins and ends, fences included, and whether it is code for certain.

    A fence that is never closed is not code. From a fence with other settings than a title, the lines to mark
    and their numbers, all is in doubt: whether it is a fence hangs on the settings.
    """
    fence: _Fence | None = None
    deep = False
    offset = 0
    for typed in body.split("\n"):
        line = typed.expandtabs(TAB)
        if offset and not line.strip(" "):
            line = ""
        below_deep, deep = deep, _DEEP in line or (deep and line != "")
        if fence is None:
            opening = _OPENING.match(line)
            if opening and not _PLAIN_HEADER.match(opening[3]):
                yield offset, len(body), False
                return
            if opening:
                fence = _Fence(offset, opening[1], opening[2], certain=not below_deep, deep=deep)
        elif not fence.goes_on(line):
            fence = None
        elif fence.ends_at(line):
            yield fence.start, offset + len(typed), fence.certain
            deep = fence.deep
            fence = None
        offset += len(typed) + 1
