"""The emotions of a story are drawn in the order felt."""

from __future__ import annotations

from itertools import pairwise

from cx_stories.views.arc import Arc, Point, arc_of
from tests.conftest import Site


def _arc(site: Site, typed: str, language: str = "en") -> Arc | None:
    site.story("refund", typed)
    edition = site.edition(language)
    return arc_of(edition.library.stories[0], edition)


def test_story_without_emotions_has_no_curve(site: Site) -> None:
    """Nothing is drawn that nobody wrote."""
    assert _arc(site, "") is None


def test_curve_goes_through_the_emotions(site: Site) -> None:
    """Pleasant is above the line, unpleasant below, and each name stands clear of the curve."""
    assert _arc(site, "emotions: [expectant, angry, relieved]\n", "nl") == Arc(
        points=(
            Point(14, 51, "verwachtingsvol", 40, "start"),
            Point(160, 103, "boos", 123, "middle"),
            Point(306, 38, "opgelucht", 27, "end"),
        ),
        path="M14 51C87 51 87 103 160 103C233 103 233 38 306 38",
        top=11,
        height=120,
    )


def test_single_emotion_is_a_point(site: Site) -> None:
    """A curve of one has no path but its start."""
    assert _arc(site, "emotions: [relieved]\n") == Arc(
        points=(Point(14, 38, "relieved", 27, "start"),), path="M14 38", top=11, height=61
    )


def test_surprise_is_as_pleasant_as_the_story(site: Site) -> None:
    """What one cannot foresee counts with the teller's verdict."""
    pleasant = _arc(site, "polarity: positive\nemotions: [surprised]\n")
    unpleasant = _arc(site, "polarity: negative\nemotions: [surprised]\n")

    assert [arc and arc.points[0].y for arc in (pleasant, unpleasant)] == [38, 90]


def test_same_emotion_twice_is_felt_once(site: Site) -> None:
    """A slip does not bend the curve."""
    arc = _arc(site, "emotions: [curious, curious, relieved]\n")

    assert [point.label for point in arc.points if arc] == ["curious", "relieved"]  # type: ignore[union-attr]


def test_everything_drawn_is_within_the_picture(site: Site) -> None:
    """No name is cut off, however high or low the curve goes."""
    arc = _arc(site, "emotions: [delighted, angry, valued, disgusted, content, neglected, proud]\n")
    assert arc is not None
    ys = [y for point in arc.points for y in (point.y, point.label_y)]
    xs = [point.x for point in arc.points]

    assert arc.top < min(ys) <= max(ys) < arc.top + arc.height
    assert 0 < xs[0] < xs[-1] < arc.width
    assert all(after - before > 40 for before, after in pairwise(xs))
