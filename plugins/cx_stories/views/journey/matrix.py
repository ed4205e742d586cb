"""The matrix: stages by channels, with the good and the bad stories at each crossing, and the gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cx_stories.relations.tallies import Tally, tally
from cx_stories.views import addresses
from cx_stories.views.edition import Label
from cx_stories.views.journey.route import Route


@dataclass(frozen=True, slots=True)
class Cell:
    """A crossing. `path` is the page of its stories; nothing for a gap."""

    channel: Label
    tally: Tally
    path: str


@dataclass(frozen=True, slots=True)
class Row:
    """A stage through all channels."""

    stage: Label
    cells: Sequence[Cell]
    tally: Tally


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole table, its rows by phase.

    totals:  by channel
    gaps:    how many crossings have no story
    """

    channels: Sequence[Label]
    phases: Sequence[tuple[str, Sequence[Row]]]
    totals: Sequence[Tally]
    total: Tally
    gaps: int

    @property
    def crossings(self) -> int:
        """How many crossings there are."""
        return len(self.channels) * sum(len(rows) for _, rows in self.phases)


def matrix_of(route: Route) -> Matrix:
    """Count the stories of every stage by channel."""
    phases = tuple(
        (phase.name, tuple(_row(stage, route) for stage in phase.stages)) for phase in route.phases
    )
    cells = [cell for _, rows in phases for row in rows for cell in row.cells]
    return Matrix(
        route.channels,
        phases,
        tuple(tally(route.through.get(channel.id, ())) for channel in route.channels),
        tally(route.stories),
        sum(not cell.path for cell in cells),
    )


def _row(stage: Label, route: Route) -> Row:
    cells = tuple(_cell(stage, channel, route) for channel in route.channels)
    return Row(stage, cells, tally(route.at.get(stage.id, ())))


def _cell(stage: Label, channel: Label, route: Route) -> Cell:
    stories = route.crossings.get((stage.id, channel.id), ())
    path = addresses.crossing(stage.id, channel.id) if stories else ""
    return Cell(channel, tally(stories), path)
