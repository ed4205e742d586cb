"""How it felt: the emotions of a story as points on a curve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cx_stories.model.story import Story
from cx_stories.views.edition import Edition

WIDTH = 320
_MARGIN, _MIDDLE, _STEP, _LINE = 14, 64, 13, 16
_UNFORESEEN = 2
"""How far from the middle an emotion stands whose pleasantness depends on the story."""


@dataclass(frozen=True, slots=True)
class Point:
    """An emotion on the curve, in pixels; `anchor` and `label_y` place its name."""

    x: float
    y: float
    label: str
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Arc:
    """The curve: its points, the path through them, and the part of the plane they take."""

    points: Sequence[Point]
    path: str
    top: float
    height: float
    width: int = WIDTH
    middle: int = _MIDDLE


def arc_of(story: Story, edition: Edition) -> Arc | None:
    """Draw the emotions of a story in the order felt, pleasant above the line; None if it names none."""
    if not story.emotions:
        return None
    key = ("arc", story.polarity, *story.emotions)
    return edition.once(key, lambda: _arc(story, edition))


def _arc(story: Story, edition: Edition) -> Arc:
    heights = [_MIDDLE - _STEP * valence_of(emotion, story, edition) for emotion in story.emotions]
    labels = [label.inline for label in edition.labels("emotions", story.emotions)]
    last = len(heights) - 1
    step = (WIDTH - 2 * _MARGIN) / last if last else 0
    points = []
    for index, (y, label) in enumerate(zip(heights, labels, strict=True)):
        above = _is_peak(heights, index)
        anchor = "start" if index == 0 else "end" if index == last else "middle"
        x = round(_MARGIN + index * step, 1)
        points.append(Point(x, y, label, y - 11 if above else y + 20, anchor))
    top = min(point.label_y for point in points) - _LINE
    bottom = max(_MIDDLE, *(max(point.y, point.label_y) for point in points)) + _LINE / 2
    return Arc(tuple(points), _path(points), top=top, height=bottom - top)


def valence_of(emotion: str, story: Story, edition: Edition) -> int:
    """Say how pleasant an emotion was; where that depends on the story, its verdict decides."""
    term = edition.library.term("emotions", emotion)
    if term is not None and term.valence is not None:
        return term.valence
    return _UNFORESEEN if story.polarity == "positive" else -_UNFORESEEN


def _is_peak(heights: Sequence[float], index: int) -> bool:
    """Whether the name goes above: the point is no lower on the page than its neighbours."""
    neighbours = [heights[near] for near in (index - 1, index + 1) if 0 <= near < len(heights)]
    return all(heights[index] <= near for near in neighbours)


def _path(points: Sequence[Point]) -> str:
    start = points[0]
    path = f"M{start.x:g} {start.y:g}"
    for before, after in pairwise(points):
        middle = round((before.x + after.x) / 2, 1)
        path += f"C{middle:g} {before.y:g} {middle:g} {after.y:g} {after.x:g} {after.y:g}"
    return path
