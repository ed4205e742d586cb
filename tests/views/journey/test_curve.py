"""Every story is a mark above or below the line, as long as there is room for all of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cx_stories.relations.tallies import Tally
from cx_stories.views.edition import Label
from cx_stories.views.journey.curve import HIGHEST, Column, Stack, curve_of, marks_of, stories_a_mark
from cx_stories.views.journey.route import Route
from tests.conftest import Site

COUNTS = st.builds(Tally, *(st.integers(0, 3000) for _ in range(3)))


def _marks(one: Tally, each: int) -> int:
    return sum(marks_of(count, each) for count in (one.positive, one.negative, one.other))


def test_a_stage_has_its_stories_above_and_below_the_line(site: Site) -> None:
    """The oldest stands nearest to the line; every mark leads to its story."""
    site.story("old", "stages: [use]\ndate: 2024-01-01\n")
    site.story("new", "stages: [use]\ndate: 2024-02-01\n")
    site.story("bad", "stages: [use, exit]\npolarity: negative\n")
    site.story("nowhere")
    edition = site.edition()
    card = {story.id: edition.card(story) for story in edition.library.stories}
    curve = curve_of(Route(edition))

    assert next(column for column in curve.columns if column.stage.id == "use") == Column(
        Label("use", "Use", "journey/use"),
        Tally(positive=2, negative=1),
        (
            Stack("positive", 2, 2, (card["old"], card["new"])),
            Stack("negative", 1, 1, (card["bad"],)),
        ),
    )
    assert {column.stage.id: column.tally.total for column in curve.columns if column.stacks} == {
        "use": 3,
        "exit": 1,
    }
    assert (curve.each, curve.others) == (1, False)


def test_a_verdict_that_is_neither_good_nor_bad_has_marks_of_its_own(site: Site) -> None:
    """A site may have more verdicts than two."""
    site.vocabulary(
        "polarity.yml",
        "id: polarity\nterms:\n  - {id: mixed, labels: {en: Mixed}, definition: {en: Both.}}\n",
    )
    site.story("both", "stages: [use]\npolarity: mixed\n")
    curve = curve_of(Route(site.edition()))

    assert [stack.verdict for column in curve.columns for stack in column.stacks] == ["other"]
    assert curve.others


def test_a_mark_stands_for_several_stories_where_there_are_many(site: Site) -> None:
    """The marks of a full stage lead nowhere by themselves; the name of the stage does."""
    for number in range(21):
        site.story(f"good-{number}", "stages: [use]\n")
    for number in range(5):
        site.story(f"bad-{number}", "stages: [use]\npolarity: negative\n")
    curve = curve_of(Route(site.edition()))

    assert (curve.each, curve.named) == (2, False)
    assert [column.stacks for column in curve.columns if column.stacks] == [
        (Stack("positive", 21, 11, ()), Stack("negative", 5, 3, ())),
    ]


@pytest.mark.parametrize(
    ("tallies", "each"),
    [
        ([], 1),
        ([Tally(24)], 1),
        ([Tally(23, 1)], 1),
        ([Tally(24, 1)], 2),
        ([Tally(0, 0), Tally(3, 4)], 1),
        ([Tally(46, 1)], 2),
        ([Tally(47, 1)], 3),
        ([Tally(5000)], 209),
    ],
)
def test_a_mark_stands_for_no_more_stories_than_it_must(tallies: list[Tally], each: int) -> None:
    """No column is higher than 24 marks, and most collections keep a mark for each story."""
    assert stories_a_mark(tallies) == each


@given(st.lists(COUNTS, max_size=9))
def test_no_column_is_ever_too_high_and_one_step_less_would_not_do(tallies: list[Tally]) -> None:
    """Whatever the collection looks like."""
    each = stories_a_mark(tallies)

    assert all(_marks(one, each) <= HIGHEST for one in tallies)
    assert each == 1 or any(_marks(one, each - 1) > HIGHEST for one in tallies)


def test_titles_stand_on_the_poster_if_there_is_room(site: Site) -> None:
    """With thirteen stories at a stage the marks speak for themselves."""
    for number in range(12):
        site.story(f"story-{number}", "stages: [use]\n")
    twelve = curve_of(Route(site.edition())).named
    site.story("story-12", "stages: [use]\n")

    assert (twelve, curve_of(Route(site.edition())).named) == (True, False)
