"""The parts of a build as a table, with bars in plain characters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cx_stories.cli.timing.amounts import each, number
from cx_stories.pipeline.build_parts import PARTS
from cx_stories.pipeline.build_report import Part, Report
from cx_stories.views.signs import no_orders, spelled_out

_NAMES: Mapping[str, str] = {
    "starting": "Start of the program",
    "reading": "Reading and checking",
    "markdown": "Markdown",
    "relations": "Related stories",
    "pages": "Contents of pages",
    "theme": "Frame of the theme",
    "machines": "Feeds and data",
    "pictures": "Pictures",
    "search": "Index of the search",
    "writing": "Writing files",
    "publishing": "Publishing",
    "other": "Everything else",
}
_HEAD = ("Part", "Seconds", "Share", "Pieces", "Each")
_LEAST = 0.005
"""Seconds that would be shown as 0.00."""
_NARROWEST_BAR, _WIDEST_BAR = 6, 30


class _Row(NamedTuple):
    name: str
    seconds: float
    pieces: str
    each: str


def table(report: Report, width: int) -> Iterator[str]:
    """Give a line for each part, the seconds of all processors and their share; none is wider than `width`.

    A bar is left out where there is no room for it.
    """
    rows = tuple(_rows(report))
    if not rows:
        return
    total = sum(row.seconds for row in rows)
    cells = [_HEAD, *(_cells(row, total) for row in rows)]
    wide = [max(len(line[column]) for line in cells) for column in range(len(_HEAD))]
    room = min(width - sum(wide) - 2 * len(wide), _WIDEST_BAR)
    longest = max(row.seconds for row in rows)
    bars = ["", *("#" * round(room * row.seconds / longest) for row in rows)]
    for line, bar in zip(cells, bars, strict=True):
        name, time, share, pieces, one = _aligned(line, wide)
        drawn = f"  {bar:<{room}}" if room >= _NARROWEST_BAR else ""
        yield f"{name}  {time}  {share}{drawn}  {pieces}  {one}".rstrip()


def _aligned(line: Sequence[str], wide: Sequence[int]) -> Iterator[str]:
    """Give words to the left, and numbers to the right."""
    yield f"{line[0]:<{wide[0]}}"
    for cell, room in zip(line[1:], wide[1:], strict=True):
        yield f"{cell:>{room}}"


def _cells(row: _Row, total: float) -> tuple[str, ...]:
    return (row.name, f"{row.seconds:.2f}", f"{100 * row.seconds / total:.0f} %", row.pieces, row.each)


def _rows(report: Report) -> Iterator[_Row]:
    """Give the parts in their order; what other processes have done that nobody counted is with the rest."""
    parts = {part.part: part for part in report.parts}
    known = sum(part.processor for part in report.parts)
    rest = Part("other", 0.0, max(0.0, report.processor - known))
    for name in (*PARTS[1:], *sorted(parts.keys() - set(PARTS)), PARTS[0]):
        part = parts.get(name, Part(name, 0.0, 0.0))
        time = part.processor + (rest.processor if name == PARTS[0] else 0.0)
        if time < _LEAST:
            continue
        shown = _NAMES.get(name, no_orders(spelled_out(name)))
        yield _Row(shown, time, number(part.count) if part.count else "", each(time, part.count))
