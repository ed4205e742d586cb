"""Counts become rows with bars."""

from __future__ import annotations

from cx_stories.relations.tallies import Tally
from cx_stories.views.charts import Bar, Twin, bars_of, most_first
from cx_stories.views.edition import Label
from tests.conftest import Site


def _bar(name: str, positive: int, negative: int, other: int = 0) -> Bar:
    return Bar(Label(name, name), Tally(positive, negative, other))


def test_the_highest_count_of_either_verdict_fills_the_width() -> None:
    """Good and bad can be compared because they are drawn on one scale."""
    chart = Twin("Channel", (_bar("store", 3, 8), _bar("web", 1, 0)))

    assert [chart.width(count) for count in (0, 1, 3, 8)] == [0.0, 12.5, 37.5, 100.0]


def test_a_chart_of_nothing_divides_by_nothing() -> None:
    """A list of terms nobody has used yet can be drawn."""
    assert (Twin("Channel", ()).width(0), Twin("Channel", (_bar("web", 0, 0),)).width(0)) == (0.0, 0.0)


def test_a_column_for_other_verdicts_is_there_if_somebody_gave_one() -> None:
    """Most collections only have good and bad stories."""
    assert (Twin("", (_bar("web", 1, 1),)).others, Twin("", (_bar("web", 1, 1, 1),)).others) == (False, True)


def test_terms_are_counted_in_the_order_of_their_vocabulary(site: Site) -> None:
    """Terms that nobody used are left out, unless one asks for them."""
    site.story("a", "senses: [touch, sight]\n")
    site.story("b", "senses: [touch]\npolarity: negative\n")
    edition = site.edition("nl")
    stories = edition.library.stories

    used = bars_of("senses", lambda story: story.senses, stories, edition)
    every = bars_of("senses", lambda story: story.senses, stories, edition, unused=True)

    assert used == (
        Bar(Label("sight", "Zicht", "terms/senses/sight"), Tally(positive=1)),
        Bar(Label("touch", "Tast", "terms/senses/touch"), Tally(positive=1, negative=1)),
    )
    assert [bar.label.id for bar in every] == ["sight", "hearing", "smell", "taste", "touch"]


def test_a_term_that_is_no_longer_to_be_used_is_shown_for_the_stories_that_have_it(site: Site) -> None:
    """Nobody is invited to fill a row that should not be filled."""
    site.vocabulary(
        "senses.yml",
        "id: senses\nterms:\n"
        "  - {id: balance, labels: {en: Balance}, definition: {en: Old.}, deprecated: true}\n"
        "  - {id: warmth, labels: {en: Warmth}, definition: {en: Old.}, deprecated: true}\n",
    )
    site.story("a", "senses: [warmth]\n")
    edition = site.edition()
    bars = bars_of("senses", lambda story: story.senses, edition.library.stories, edition, unused=True)

    assert [bar.label.id for bar in bars if bar.label.id in ("balance", "warmth")] == ["warmth"]


def test_most_first_keeps_the_order_of_those_with_as_many() -> None:
    """Two builds of the same stories give the same rows."""
    rows = (_bar("a", 1, 0), _bar("b", 1, 2), _bar("c", 0, 1))

    assert [bar.label.id for bar in most_first(rows)] == ["b", "a", "c"]


def test_row_says_what_to_choose_to_find_its_stories() -> None:
    """Within what the chart is about as a whole; a row that no filter knows leads nowhere."""
    felt = Twin("Emotion", (_bar("angry", 1, 0),), "emotion", {"stage": "use"})
    mended = Twin("Recovery", (_bar("not-applicable", 1, 0), _bar("failed", 0, 1)), "recovery")
    quarters = Twin("Quarter", (_bar("8100", 1, 0),))

    assert [[chart.chosen(row) for row in chart.rows] for chart in (felt, mended, quarters)] == [
        [{"stage": "use", "emotion": "angry"}],
        [{}, {"recovery": "failed"}],
        [{}],
    ]
