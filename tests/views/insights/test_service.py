"""What set the stories off, how failures were put right, and through which channels it happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

from cx_stories.model.story import Story
from cx_stories.relations.tallies import Tally
from cx_stories.views.edition import Edition
from cx_stories.views.insights.figure import Figure
from cx_stories.views.insights.service import channels_figure, incident_figure, recovery_figure
from tests.conftest import Site


def _drawn(draw: Callable[[Sequence[Story], Edition], Iterator[Figure]], site: Site) -> Any:
    edition = site.edition()
    return list(draw(edition.library.stories, edition))


def _rows(figure: Any) -> list[tuple[str, Tally]]:
    return [(bar.label.id, bar.tally) for bar in figure.chart.rows]


def test_channels_stand_by_the_number_of_their_stories(site: Site) -> None:
    """Those without a story stand in the map of the journey and not here."""
    site.story("a", "channels: [web, store]\n")
    site.story("b", "channels: [store]\npolarity: negative\n")
    site.story("c")
    (figure,) = _drawn(channels_figure, site)

    assert (_rows(figure), figure.findings, figure.basis) == (
        [("store", Tally(1, 1)), ("web", Tally(1))],
        ("Shop or venue is the channel seen most often: in 2 of 2 stories.",),
        "Rests on 2 of 3 stories; the others say nothing about it.",
    )


def test_failures_are_counted_by_how_far_they_were_put_right(site: Site) -> None:
    """A story in which nothing failed is none of them."""
    site.story("a", "recovery: exceeded\n")
    site.story("b", "recovery: restored\npolarity: negative\n")
    site.story("c", "recovery: failed\npolarity: negative\n")
    site.story("d", "recovery: not-applicable\n")
    site.story("e")
    (figure,) = _drawn(recovery_figure, site)

    assert (_rows(figure), figure.findings, figure.basis) == (
        [("none", Tally()), ("failed", Tally(0, 1)), ("restored", Tally(0, 1)), ("exceeded", Tally(1))],
        (
            "Something failed in 3 of the 4 stories that say whether it did, and was put right in 2.",
            "1 of the 2 that were put right is positive.",
        ),
        "Rests on the 3 stories in which something failed.",
    )


def test_where_nothing_was_put_right_no_more_is_said(site: Site) -> None:
    """There is no end to count."""
    site.story("a", "recovery: none\npolarity: negative\n")
    (figure,) = _drawn(recovery_figure, site)

    assert figure.findings == (
        "Something failed in 1 of the 1 story that says whether it did, and was put right in 0.",
    )


@pytest.mark.parametrize(
    ("verdicts", "said"),
    [
        (["positive"], "The one that was put right is positive."),
        (["positive"] * 3, "All 3 that were put right are positive."),
        (["negative"], "The one that was put right is not positive."),
        (["negative"] * 2, "None of the 2 that were put right is positive."),
        (["positive"] * 2 + ["negative"], "2 of the 3 that were put right are positive."),
    ],
)
def test_how_stories_end_in_which_it_was_put_right(site: Site, verdicts: list[str], said: str) -> None:
    """Nobody has to compare two numbers to see that all of them ended well."""
    for number, verdict in enumerate(verdicts):
        site.story(f"story-{number}", f"recovery: restored\npolarity: {verdict}\n")
    (figure,) = _drawn(recovery_figure, site)

    assert figure.findings[-1] == said


def test_failures_along_the_way_are_kept_apart_from_what_set_it_off(site: Site) -> None:
    """Whoever adds up the figure above finds out why this one has another number."""
    site.story("a", "incident: need-response\nrecovery: restored\n")
    site.story("b", "incident: failure-response\nrecovery: restored\n")
    (differing,) = _drawn(recovery_figure, site)
    (site.content / "stories/a.md").unlink()
    (same,) = _drawn(recovery_figure, site)

    assert (differing.basis, same.basis) == (
        "Rests on the 2 stories in which something failed. What set a story off is one thing, whether "
        "something failed along the way another; so the two are counted apart.",
        "Rests on the 1 story in which something failed.",
    )


def test_what_sets_off_most_stories_is_quoted_within_the_sentence(site: Site) -> None:
    """Two terms that begin as the sentence goes on can be told from it, in small letters."""
    site.story("a", "incident: unprompted\n")
    site.story("b", "incident: need-response\n")
    (figure,) = _drawn(incident_figure, site)

    assert figure.findings == (
        "What most often sets off a positive story: “response to a need” and “unprompted action”, "
        "each in 1 of 2.",
    )


def test_what_set_it_off_is_said_of_good_and_of_bad_stories(site: Site) -> None:
    """A site learns where to look for each."""
    site.story("a", "incident: unprompted\n")
    site.story("b", "incident: failure-response\npolarity: negative\n")
    site.story("c", "incident: failure-response\npolarity: negative\n")
    (figure,) = _drawn(incident_figure, site)

    assert (_rows(figure), figure.findings) == (
        [("failure-response", Tally(0, 2)), ("need-response", Tally()), ("unprompted", Tally(1))],
        (
            "What most often sets off a positive story: “unprompted action”, in 1 of 1.",
            "What most often sets off a negative story: “response to a failure”, in 2 of 2.",
        ),
    )


def test_without_a_word_about_it_there_is_nothing_to_draw(site: Site) -> None:
    """Also if nothing failed."""
    site.story("a", "recovery: not-applicable\n")

    assert [_drawn(draw, site) for draw in (channels_figure, recovery_figure, incident_figure)] == [
        [],
        [],
        [],
    ]
