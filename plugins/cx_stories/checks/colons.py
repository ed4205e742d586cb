"""Values in which a colon has made the file unreadable: what they were meant to be, line by line.

The file could not be read, so all there is to go by is how its lines look.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cx_stories.checks.fixes import put_in_quotes
from cx_stories.checks.typed import in_curly_quotes
from cx_stories.model.diagnostic import Fix
from cx_stories.model.document import Document, Span
from cx_stories.model.fields import FIELDS
from cx_stories.model.shape import Evidence, Record, Sayings, Shape, Text, Texts, Wordings, fields_of

_KEY = re.compile(r"(?P<indent> *(?:- +)?)(?P<name>[^\s:#\"'\[\]{}-][^:#\"'\[\]{}]*):(?= )")
_ITEM = re.compile(r" *- +")
_PARENT = re.compile(r"(?P<name>\w+):\s*(?:#.*)?")
_WORDS = re.compile(r"[^\W_].*", re.DOTALL)
_REMARK = re.compile(r"\s+#(?:\s.*)?$")
_HASH = re.compile(r"\s#")


def quotes_around(document: Document, value: Span) -> Fix | None:
    """Put quotes around a value that a colon broke in two, if it is known where it begins and ends.

    Returns  nothing for a field that takes no words, for a value between brackets, one that goes on on the
             next line, and one in which a remark may have begun
    """
    line = document.lines[value.line - 1]
    before, typed = line[: value.column - 1], line[value.column - 1 :]
    typed = _REMARK.sub("", typed).rstrip()
    text = in_curly_quotes(typed) or typed
    sure = _WORDS.fullmatch(text) and not _HASH.search(typed) and value.end_column > len(line.rstrip())
    if not sure or not _takes_words(document, value.line, before) or _goes_on(document, value.line, before):
        return None
    return put_in_quotes(Span(value.line, value.column, value.line, value.column + len(typed)), text)


def _takes_words(document: Document, number: int, before: str) -> bool:
    """Whether what stands before a value is a key, or the hyphen of a list, that has words behind it."""
    fields = FIELDS[document.kind]
    if _ITEM.fullmatch(before):
        above = fields.get(_parent(document.lines[: number - 1]))
        return above is not None and isinstance(above.shape, Texts | Sayings)
    key = _KEY.match(before)
    if key is None or before[key.end() :].strip():
        return False
    name = key["name"].strip()
    if not key["indent"]:
        return name in fields and isinstance(fields[name].shape, Text)
    above = fields.get(_parent(document.lines[: number - 1]))
    return above is not None and _below_takes_words(above.shape, name)


def _below_takes_words(shape: Shape, name: str) -> bool:
    if isinstance(shape, Record | Sayings):
        inner = fields_of(shape.model).get(name)
        return inner is not None and isinstance(inner.shape, Text)
    return isinstance(shape, Evidence | Wordings)


def _parent(above: Sequence[str]) -> str:
    """Give the field that a line belongs to: the last one before it that begins at the margin."""
    for line in reversed(above):
        if line[:1].strip() and not line.startswith(("#", "-")):
            found = _PARENT.fullmatch(line)
            return found["name"] if found else ""
    return ""


def _goes_on(document: Document, number: int, before: str) -> bool:
    """Whether the line after this one is part of its value: it stands further in than its key."""
    key = None if _ITEM.fullmatch(before) else _KEY.match(before)
    margin = len(key["indent"]) if key else _margin(before)
    for line in document.lines[number:]:
        if line.strip():
            return _margin(line) > margin and not line.lstrip().startswith("#")
    return False


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip())
