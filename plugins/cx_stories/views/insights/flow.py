"""Ribbons from where stories begin to where they end, in pixels of a picture 360 wide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, GAP = 360, 150, 14
_LEFT, _RIGHT, _NODE = 112, 248, 8


@dataclass(frozen=True, slots=True)
class Node:
    """A family at one side: where it starts and ends from top to bottom, and where its name stands."""

    family: str
    name: str
    count: int
    top: float
    height: float

    @property
    def middle(self) -> float:
        """Where its name stands."""
        return round(self.top + self.height / 2, 1)


@dataclass(frozen=True, slots=True)
class Ribbon:
    """The stories that begin in one family and end in another, by name; `family` is the one they end in."""

    family: str
    start: str
    end: str
    count: int
    path: str


@dataclass(frozen=True, slots=True)
class Flow:
    """The picture, and the same in numbers: `table` has a row for each start with the counts by end."""

    left: Sequence[Node]
    right: Sequence[Node]
    ribbons: Sequence[Ribbon]
    table: Sequence[tuple[str, Sequence[int]]]
    names: Sequence[str]
    height: int
    width: int = WIDTH
    left_edge: int = _LEFT
    right_edge: int = _RIGHT
    node: int = _NODE


Counts = Mapping[tuple[str, str], int]


def flow_of(counts: Counts, families: Sequence[str], names: Mapping[str, str]) -> Flow:
    """Draw how many stories go from which family to which; families without a story are left out."""
    scale = HEIGHT / sum(counts.values())
    left = _nodes(
        [(one, sum(counts.get((one, end), 0) for end in families)) for one in families], names, scale
    )
    right = _nodes(
        [(one, sum(counts.get((start, one), 0) for start in families)) for one in families], names, scale
    )
    ends = [node.family for node in right]
    return Flow(
        left,
        right,
        _ribbons(left, right, counts, scale),
        tuple((node.name, tuple(counts.get((node.family, end), 0) for end in ends)) for node in left),
        tuple(node.name for node in right),
        round(HEIGHT + GAP * (max(len(left), len(right)) - 1)),
    )


def _nodes(counted: Sequence[tuple[str, int]], names: Mapping[str, str], scale: float) -> Sequence[Node]:
    nodes, top = [], 0.0
    for family, count in counted:
        if count:
            height = round(count * scale, 1)
            nodes.append(Node(family, names[family], count, round(top, 1), height))
            top += height + GAP
    return tuple(nodes)


def _ribbons(left: Sequence[Node], right: Sequence[Node], counts: Counts, scale: float) -> Sequence[Ribbon]:
    ribbons = []
    from_top = {node.family: node.top for node in left}
    to_top = {node.family: node.top for node in right}
    for start in left:
        for end in right:
            count = counts.get((start.family, end.family), 0)
            if count:
                high = count * scale
                path = _path(from_top[start.family], to_top[end.family], high)
                ribbons.append(Ribbon(end.family, start.name, end.name, count, path))
                from_top[start.family] += high
                to_top[end.family] += high
    return tuple(ribbons)


def _path(start: float, end: float, high: float) -> str:
    """Give the outline of a ribbon from the left edge to the right."""
    x, middle, z = _LEFT + _NODE, (_LEFT + _RIGHT) / 2, _RIGHT - _NODE
    a, b, c, d = (round(y, 1) for y in (start, end, end + high, start + high))
    there = f"M{x} {a:g}C{middle:g} {a:g} {middle:g} {b:g} {z} {b:g}"
    return f"{there}V{c:g}C{middle:g} {c:g} {middle:g} {d:g} {x} {d:g}z"
