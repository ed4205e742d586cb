"""A picture of what builds took: bars with the least and the most, to be read in light and in dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import floor, log10
from statistics import median

WIDTH = 860
_LABELS, _BAR, _ROW, _HEAD, _FOOT = 350, 18, 30, 44, 44
_ROOM = 90
"""Right of the longest bar, for its number."""
_STYLE = """\
    svg { --paper: #fff; --ink: #1d1b26; --ours: #b7791f; --others: #8b8fa3; --line: #d9d6cc; }
    @media (prefers-color-scheme: dark) {
      svg { --paper: #14121c; --ink: #f3efe4; --ours: #e0a94a; --others: #767b92; --line: #3a3748; }
    }
    svg { background: var(--paper); color: var(--ink); }
    text { fill: currentColor; font: 14px system-ui, sans-serif; }
    .heading { font-size: 16px; font-weight: 600; }
    .mark { font-size: 12px; }
    .number { font-variant-numeric: tabular-nums; }
    .ours { fill: var(--ours); }
    .others { fill: var(--others); }
    .whisker { stroke: currentColor; stroke-width: 1.5; fill: none; }
    .halo { stroke: var(--paper); stroke-width: 4; fill: none; }
    .line { stroke: var(--line); }"""


@dataclass(frozen=True, slots=True)
class Bar:
    """What was measured several times.

    ours:  whether it is ours, which the bar shows by its colour and a star before the title
    """

    title: str
    values: Sequence[float]
    ours: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars of one unit below a heading."""

    heading: str
    bars: Sequence[Bar]
    form: str


def chart(title: str, description: str, panels: Sequence[Panel]) -> str:
    """Draw panels below one another.

    title, description:  what stands for the picture where nobody sees it
    """
    tops, height = [], 16
    for panel in panels:
        tops.append(height)
        height += _HEAD + _ROW * len(panel.bars) + _FOOT
    drawn = [line for top, panel in zip(tops, panels, strict=True) for line in _panel(panel, top)]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}"'
        f' height="{height}" role="img" aria-labelledby="title description">'
    )
    names = (
        f'  <title id="title">{escape(title)}</title>',
        f'  <desc id="description">{escape(description)}</desc>',
    )
    return "\n".join((head, *names, f"  <style>\n{_STYLE}\n  </style>", *drawn, "</svg>", ""))


def _panel(panel: Panel, top: int) -> Iterator[str]:
    yield f'  <text class="heading" x="16" y="{top + 20}">{escape(panel.heading)}</text>'
    most = max((max(bar.values) for bar in panel.bars), default=0.0)
    scale = _scale(most)
    bottom = top + _HEAD + _ROW * len(panel.bars)
    for value in _marks(most):
        x = scale(value)
        yield f'  <line class="line" x1="{x:.1f}" y1="{top + _HEAD - 8}" x2="{x:.1f}" y2="{bottom}"/>'
        yield f'  <text class="mark" x="{x:.1f}" y="{bottom + 16}" text-anchor="middle">{value:,g}</text>'
    for number, bar in enumerate(panel.bars):
        yield from _bar(bar, panel.form, top + _HEAD + _ROW * number, scale)


def _bar(bar: Bar, form: str, top: int, scale: Callable[[float], float]) -> Iterator[str]:
    """Draw a bar up to its median, with a whisker from the least to the most."""
    middle, least, most = median(bar.values), min(bar.values), max(bar.values)
    kind, star = ("ours", "\N{BLACK STAR} ") if bar.ours else ("others", "")
    text, line = top + _BAR - 4, top + _BAR / 2
    spread = f"; {least:{form}} to {most:{form}}" if f"{least:{form}}" != f"{most:{form}}" else ""
    yield "  <g>"
    yield f"    <title>{escape(bar.title)}: {middle:{form}}{spread}</title>"
    yield f'    <text x="{_LABELS - 12}" y="{text}" text-anchor="end">{star}{escape(bar.title)}</text>'
    place = f'x="{_LABELS}" y="{top}" width="{scale(middle) - _LABELS:.1f}" height="{_BAR}"'
    yield f'    <rect class="{kind}" {place} rx="2"/>'
    if spread:
        low, high = scale(least), scale(most)
        ends = "".join(f"M{x:.1f} {line - 5}v10" for x in (low, high))
        for kind in ("halo", "whisker"):
            yield f'    <path class="{kind}" d="M{low:.1f} {line}H{high:.1f}{ends}"/>'
    yield f'    <text class="number" x="{scale(most) + 8:.1f}" y="{text}">{middle:{form}}</text>'
    yield "  </g>"


def _scale(most: float) -> Callable[[float], float]:
    """Give what turns a value into a place from the left."""
    room = WIDTH - _LABELS - _ROOM
    return lambda value: _LABELS + (room * value / most if most else 0.0)


def _marks(most: float) -> Iterator[float]:
    """Give round values from nothing to the most, some four to nine of them."""
    if most <= 0:
        return
    step = 10.0 ** floor(log10(most))
    step = step if most / step >= 4 else step / 2 if most / step >= 2 else step / 5
    yield from (number * step for number in range(floor(most / step) + 1))
