"""What the map of the journey shows, in sentences."""

from __future__ import annotations

from cx_stories.views.edition import Edition
from cx_stories.views.journey.curve import Curve
from cx_stories.views.journey.matrix import Matrix
from cx_stories.views.superlatives import in_a_row, most


def saying(curve: Curve, total: int, edition: Edition) -> str:
    """Say at which stage most stories happened."""
    words = edition.words
    return most(
        ((column.stage, column.tally.total) for column in curve.columns),
        words.gettext("The stage with most stories is %(name)s: %(count)s of %(total)s."),
        words.ngettext(
            "%(names)s share the first place, each with %(count)s of %(total)s story.",
            "%(names)s share the first place, each with %(count)s of %(total)s stories.",
            total,
        ),
        edition,
        total=total,
    )


def missing(curve: Curve, edition: Edition) -> str:
    """Name the stages without a story."""
    without = [column.stage for column in curve.columns if not column.tally.total]
    if not without:
        return ""
    return edition.words.ngettext(
        "%(stages)s has no story yet.", "%(stages)s have no story yet.", len(without)
    ) % {"stages": in_a_row(without, edition)}


def reading(matrix: Matrix, edition: Edition) -> str:
    """Say how much of the matrix is filled, and where most stories are."""
    words, filled = edition.words, matrix.crossings - matrix.gaps
    said = words.ngettext(
        "%(filled)s of %(num)s crossing has a story; the others are gaps to fill.",
        "%(filled)s of %(num)s crossings have a story; the others are gaps to fill.",
        matrix.crossings,
    ) % {"filled": filled, "num": matrix.crossings}
    fullest = _fullest(matrix)
    if len(fullest) != 1:
        return said
    stage, channel, count = fullest[0]
    return f"{said} " + words.gettext("The fullest is %(stage)s through %(channel)s, with %(count)s.") % {
        "stage": stage,
        "channel": channel,
        "count": count,
    }


def _fullest(matrix: Matrix) -> list[tuple[str, str, int]]:
    cells = [
        (row.stage.inline, cell.channel.inline, cell.tally.total)
        for _, rows in matrix.phases
        for row in rows
        for cell in row.cells
        if cell.path
    ]
    highest = max((count for *_, count in cells), default=0)
    return [cell for cell in cells if cell[2] == highest]
