"""Front matter as nearly everybody writes it, read line by line; to the character what the parser gives.

A key with a value on its line, a list below a key, keys below a key. For each line one pattern says all that
it can be. Whatever it does not know for certain is left to the parser: an escape, a remark behind a value, a
value over several lines, a wrong indent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cx_stories.model.document import Entry, ListNode, MapNode, Node, ScalarNode, Span

MAX_LINES, MAX_WORDS, DEEPEST = 400, 200, 8
"""How much is read this way, in lines, items between brackets and lists within lists; the parser counts more
exactly what is too much. Nor does it take a key for one that has hundreds of letters."""
_WORDS = r"[A-Za-z0-9][A-Za-z0-9_-]*(?:[ ][A-Za-z0-9_-]+)*"
_PLAIN = r"""[^ \-?:,\[\]{}\#&*!|>'"%@`\n][^\n]*"""
_LINE = re.compile(
    rf"""^(?:\#[^\n]*
        |([ ]*)(-[ ])?(?:([A-Za-z][A-Za-z0-9_-]{{0,60}}):(?:[ ](?=[^ \n])|$))?
         ("[^"\\\n]*"|'[^'\n]*'|\[(?:{_WORDS}(?:,[ ]?{_WORDS})*)?\]|{_PLAIN})?)$""",
    re.VERBOSE | re.MULTILINE,
)
"""A remark, an empty line, or an indent, a hyphen, a key and a value, of which all but one may be missing."""
_ITEM = re.compile(_WORDS)
_Row = tuple[int, int, str, str, str]
"""The number of a line, its indent, and its hyphen, key and value."""


class _UncommonError(Exception):
    """Something that only the parser can tell."""


def read_common(text: str, first_line: int) -> MapNode | None:
    """Read a block of YAML; None if it is not certain what it says.

    first_line:  the line of the file on which it starts
    """
    lines = text.count("\n")
    printed = text.replace("\n", "").isprintable()  # then there is no white space but spaces, either
    if not printed or not text.endswith("\n") or " #" in text:
        return None
    if lines > MAX_LINES or text.count(",") > MAX_WORDS:
        return None
    found = _LINE.findall(text, 0, len(text) - 1)
    if len(found) != lines:
        return None
    rows = [
        (number, len(indent), hyphen, key, value)
        for number, (indent, hyphen, key, value) in enumerate(found, first_line)
        if key or value or hyphen
    ]
    try:
        return _Block(rows, first_line + lines).read() if rows else None
    except _UncommonError:
        return None


class _Block:
    """Rows that are read from the first to the last, each once.

    end:  the line after the last one
    """

    def __init__(self, rows: Sequence[_Row], end: int) -> None:
        # What has been opened ends where the next thing begins, or after everything.
        self.rows = (*rows, (end, 0, "", "", ""))
        self.at = 0
        self.depth = 0

    def read(self) -> MapNode:
        """Read the keys at the margin, with all that is below them."""
        if self.rows[0][1] or self.rows[0][2]:
            raise _UncommonError
        return self._keys(0)

    def _keys(self, margin: int) -> MapNode:
        """Read the keys at a margin; the first may stand behind a hyphen."""
        self._deeper()
        number, indent, hyphen, key, value = self.rows[self.at]
        first = number
        entries: list[Entry] = []
        while True:
            if not key or (entries and hyphen):
                raise _UncommonError
            self.at += 1
            end = margin + len(key) + 1
            typed = ScalarNode(key, Span(number, margin + 1, number, end))
            entries.append(Entry(typed, self._after_key(number, end, margin, value)))
            number, indent, hyphen, key, value = self.rows[self.at]
            if indent != margin or self.at == len(self.rows) - 1:
                break
        if indent > margin:
            raise _UncommonError
        self.depth -= 1
        return MapNode(tuple(entries), Span(first, margin + 1, number, indent + 1))

    def _after_key(self, number: int, end: int, margin: int, value: str) -> Node:
        """Read what belongs to a key: a value behind it, or what stands below it.

        end:  the column in which its colon stands
        """
        if value:
            return _value(value, number, end + 2)
        _, indent, hyphen, *_ = self.rows[self.at]
        if hyphen and indent >= margin:
            return self._items(indent, within=margin)
        if indent > margin:
            return self._keys(indent)
        return ScalarNode("", Span(number, end + 1, number, end + 1))

    def _items(self, margin: int, within: int) -> ListNode:
        """Read the items of a list.

        within:  the margin of the key that it belongs to
        """
        self._deeper()
        number, indent, hyphen, key, value = self.rows[self.at]
        first = number
        items: list[Node] = []
        while hyphen and indent == margin:
            if key:
                items.append(self._keys(margin + 2))
            else:
                if not value:
                    raise _UncommonError
                self.at += 1
                items.append(_value(value, number, margin + 3))
            number, indent, hyphen, key, value = self.rows[self.at]
        if indent > (margin if margin == within else margin - 1):
            raise _UncommonError
        self.depth -= 1
        return ListNode(tuple(items), Span(first, margin + 1, number, indent + 1))

    def _deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise _UncommonError


def _value(typed: str, line: int, column: int) -> Node:
    """Read what stands behind a key or a hyphen."""
    end = column + len(typed)
    sign = typed[0]
    if sign in "\"'":
        return ScalarNode(typed[1:-1], Span(line, column, line, end), plain=False)
    if sign == "[":
        words = [_word(found, line, column) for found in _ITEM.finditer(typed)]
        return ListNode(tuple(words), Span(line, column, line, end))
    if typed[-1] in ": " or ": " in typed:
        raise _UncommonError
    return ScalarNode(typed, Span(line, column, line, end))


def _word(found: re.Match[str], line: int, column: int) -> ScalarNode:
    start, end = found.span()
    return ScalarNode(found[0], Span(line, column + start, line, column + end))
