"""The line of a finding as it may be shown: without what is private, and not endless."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cx_stories.model.diagnostic import Excerpt
from cx_stories.model.document import Span

WIDEST = 160
BEFORE = 60
VEIL = "·"


def veiled(lines: Sequence[str], private: Iterable[Span]) -> Sequence[str]:
    """Give the lines of a file with what is private in them veiled, every other sign where it was.

    Takes time in proportion to the file, however much in it is private.
    """
    stretches: dict[int, list[tuple[int, int]]] = {}
    for span in private:
        for number in range(max(1, span.line), min(span.end_line, len(lines)) + 1):
            start = span.column - 1 if number == span.line else 0
            end = span.end_column - 1 if number == span.end_line else len(lines[number - 1])
            stretches.setdefault(number, []).append((start, end))
    shown = list(lines)
    for number, places in stretches.items():
        shown[number - 1] = _veiled(shown[number - 1], sorted(places))
    return shown


def excerpt_of(lines: Sequence[str], at: Span) -> Excerpt:
    """Give the line on which a finding begins.

    lines:  of the file, veiled; a finding outside them has no excerpt
    """
    if not 0 < at.line <= len(lines):
        return Excerpt()
    line = lines[at.line - 1]
    end = at.end_column if at.end_line == at.line else len(line) + 1
    column, width = at.column, max(1, min(end, len(line) + 1) - at.column)
    cut = max(0, column - 1 - BEFORE) if len(line) > WIDEST else 0
    text = line[cut : cut + WIDEST]
    column -= cut
    return Excerpt(text, column, max(1, min(width, len(text) + 1 - column)))


def _veiled(line: str, stretches: Iterable[tuple[int, int]]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in stretches:
        first = max(start, done)
        if end > first:
            pieces += line[done:first], VEIL * (end - first)
            done = end
    return "".join((*pieces, line[done:]))
