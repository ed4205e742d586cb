"""Edits put into the bytes of a file; every other byte stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cx_stories.model.diagnostic import Diagnostic, Edit
from cx_stories.model.document import Span

_LINE_END = re.compile(r"\r\n|\r|\n")
_BYTE_ORDER_MARK = "\ufeff"
_Place = tuple[int, int]


def apart(findings: Iterable[Diagnostic]) -> Sequence[Diagnostic]:
    """Give the findings of a file whose fixes can be made together; of two that meet, the first."""
    kept: list[Diagnostic] = []
    taken: list[Span] = []
    for found in findings:
        spans = [edit.span for edit in found.fix.edits] if found.fix else []
        if spans and not any(_meet(one, other) for one in spans for other in taken):
            kept.append(found)
            taken += spans
    return kept


def edited(raw: bytes, edits: Iterable[Edit]) -> bytes:
    """Make edits that stand apart in a file in UTF-8.

    Lines and columns are those of its text without byte order mark, whatever its lines end with; a line feed
    in an edit becomes what the lines of the file end with.
    """
    text = raw.decode()
    lines = _Lines(text)
    for edit in sorted(edits, reverse=True):
        start, end = lines.offset(edit.span.line, edit.span.column), lines.offset(*_end(edit.span))
        words = edit.text.replace("\n", lines.ending(edit.span.line))
        text = text[:start] + words + text[end:]
    return text.encode()


def lines_of(raw: bytes) -> Sequence[str]:
    """Give the lines of a file in UTF-8, without what they end with."""
    return _LINE_END.split(raw.decode().removeprefix(_BYTE_ORDER_MARK))


class _Lines:
    """Where the lines of a text begin and end."""

    def __init__(self, text: str) -> None:
        first = len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0
        ends = list(_LINE_END.finditer(text))
        self._starts = [first, *(found.end() for found in ends)]
        self._lengths = [
            end - start for start, end in zip(self._starts, self._stops(text, ends), strict=True)
        ]
        self._endings = [found.group() for found in ends]

    @staticmethod
    def _stops(text: str, ends: Sequence[re.Match[str]]) -> list[int]:
        return [*(found.start() for found in ends), len(text)]

    def offset(self, line: int, column: int) -> int:
        """Give where a place is in the text; a column past the end of its line is that end."""
        return self._starts[line - 1] + min(column - 1, self._lengths[line - 1])

    def ending(self, line: int) -> str:
        """Give what a line ends with; the last, which ends with nothing, as the first."""
        return next(iter((*self._endings[line - 1 : line], *self._endings[:1])), "\n")


def _meet(one: Span, other: Span) -> bool:
    """Whether two stretches have something in common, or begin at the same place."""
    start, other_start = _start(one), _start(other)
    return start == other_start or (start < _end(other) and other_start < _end(one))


def _start(span: Span) -> _Place:
    return span.line, span.column


def _end(span: Span) -> _Place:
    return span.end_line, span.end_column
