"""Stages by channels: what happened where, and where nobody has told a story yet."""

from __future__ import annotations

from cx_stories.relations.tallies import Tally
from cx_stories.views.journey.matrix import matrix_of
from cx_stories.views.journey.route import Route
from tests.conftest import Site


def test_every_crossing_counts_its_stories_and_leads_to_them(site: Site) -> None:
    """A gap leads nowhere."""
    site.story("a", "stages: [use]\nchannels: [web, app]\n")
    site.story("b", "stages: [use]\nchannels: [web]\npolarity: negative\n")
    matrix = matrix_of(Route(site.edition()))
    rows = {row.stage.id: row for _, rows in matrix.phases for row in rows}

    assert {cell.channel.id: (cell.tally, cell.path) for cell in rows["use"].cells if cell.path} == {
        "web": (Tally(1, 1), "journey/use/web"),
        "app": (Tally(1, 0), "journey/use/app"),
    }
    assert {cell.tally for cell in rows["exit"].cells} == {Tally()}
    assert (matrix.crossings, matrix.gaps) == (9 * 13, 9 * 13 - 2)


def test_totals_count_a_story_once(site: Site) -> None:
    """A story that names two channels is still one story of its stage, and one of the collection."""
    site.story("a", "stages: [use, exit]\nchannels: [web, app]\n")
    site.story("nowhere", "channels: [web]\npolarity: negative\n")
    site.story("through-nothing", "stages: [use]\n")
    matrix = matrix_of(Route(site.edition()))
    rows = {row.stage.id: row.tally for _, rows in matrix.phases for row in rows if row.tally.total}
    columns = {
        channel.id: total
        for channel, total in zip(matrix.channels, matrix.totals, strict=True)
        if total.total
    }

    assert rows == {"use": Tally(2), "exit": Tally(1)}
    assert columns == {"web": Tally(1, 1), "app": Tally(1)}
    assert matrix.total == Tally(2, 1)
