"""From the first emotion to the last, and through which senses."""

from __future__ import annotations

from typing import Any

from cx_stories.relations.tallies import Tally
from cx_stories.views.insights.feelings import emotions_figure, senses_figure
from tests.conftest import Site


def _emotions(site: Site) -> Any:
    edition = site.edition()
    (figure,) = emotions_figure(edition.library.stories, edition)
    return figure


def test_good_and_bad_stories_turn_in_figures_of_their_own(site: Site) -> None:
    """Only stories that name two emotions turn; the figure says how many do."""
    site.story("a", "emotions: [anxious, curious, relieved]\n")
    site.story("b", "emotions: [curious, relieved]\n")
    site.story("c", "emotions: [curious, angry]\npolarity: negative\n")
    site.story("one", "emotions: [curious]\n")
    site.story("none")
    figure = _emotions(site)

    assert [(verdict.id, flow.names, flow.table) for verdict, flow in figure.chart.flows] == [
        ("positive", ("pleasant",), (("pleasant", (1,)), ("unpleasant", (1,)))),
        ("negative", ("unpleasant",), (("pleasant", (1,)),)),
    ]
    assert (figure.findings, figure.basis) == (
        (
            "1 of 2 positive stories begin unpleasantly and end pleasantly.",
            "1 of 1 negative story begins pleasantly and ends unpleasantly.",
            "The first emotion is most often curious: 2 times.",
            "The last emotion is most often relieved: 2 times.",
        ),
        "Rests on 3 of 5 stories; the others say nothing about it.",
    )


def test_an_emotion_that_may_be_either_is_what_its_story_is(site: Site) -> None:
    """Surprise is pleasant in a good story, as on the curve of the story itself."""
    site.story("a", "emotions: [surprised, proud]\n")
    site.story("b", "emotions: [surprised, angry]\npolarity: negative\n")

    assert [flow.table for _, flow in _emotions(site).chart.flows] == [
        (("pleasant", (1,)),),
        (("unpleasant", (1,)),),
    ]


def test_an_emotion_that_is_felt_once_is_not_said_to_be_usual(site: Site) -> None:
    """One story has no usual beginning."""
    site.story("a", "emotions: [anxious, relieved]\n")

    assert _emotions(site).findings == ("1 of 1 positive story begins unpleasantly and ends pleasantly.",)


def test_senses_are_counted_by_verdict(site: Site) -> None:
    """Those named most come first; a sense nobody named is shown as well, because there are five."""
    site.story("a", "senses: [touch, smell]\n")
    site.story("b", "senses: [touch]\npolarity: negative\n")
    site.story("c")
    edition = site.edition()
    (figure,) = senses_figure(edition.library.stories, edition)
    chart: Any = figure.chart

    assert [(bar.label.id, bar.tally) for bar in chart.rows] == [
        ("touch", Tally(1, 1)),
        ("smell", Tally(1)),
        ("sight", Tally()),
        ("hearing", Tally()),
        ("taste", Tally()),
    ]
    assert figure.findings == ("Touch is the sense most often named: in 2 of 2 stories.",)


def test_without_emotions_and_senses_there_is_nothing_to_draw(site: Site) -> None:
    """A story that names none says nothing about them."""
    site.story("a")
    edition = site.edition()
    stories = edition.library.stories

    assert [*emotions_figure(stories, edition), *senses_figure(stories, edition)] == []
