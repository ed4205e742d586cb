"""Which elements were there, and which were missed, by verdict and by sector."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cx_stories.model.story import Story
from cx_stories.views.edition import Edition, Label
from cx_stories.views.insights.elements import States, elements_figure, sectors_figure
from cx_stories.views.insights.figure import Figure
from tests.conftest import Site

Draw = Callable[[Sequence[Story], Edition], Iterator[Figure]]


def _figures(draw: Draw, site: Site, language: str = "en") -> list[Figure]:
    edition = site.edition(language)
    return list(draw(edition.library.stories, edition))


def _draw(site: Site) -> None:
    site.story("a", "elements: [unique, surprising]\nsector: food\n")
    site.story("b", "elements: [unique]\nsector: food\n")
    site.story("c", "elements: [unique]\nmissed: [surprising]\npolarity: negative\nsector: finance\n")


def test_every_element_is_counted_for_good_stories_and_for_bad_ones(site: Site) -> None:
    """There, missed and not evidenced add up to the stories of that verdict."""
    _draw(site)
    (figure,) = _figures(elements_figure, site)
    counted = {
        group.label.id: (group.count, dict(zip(_ids(figure), group.states, strict=True)))
        for group in figure.chart.groups  # type: ignore[attr-defined]
    }

    silent_good, silent_bad = States(0, 0, 2), States(0, 0, 1)
    assert counted == {
        "positive": (
            2,
            {
                "engaging": silent_good,
                "unique": States(2, 0, 0),
                "personalized": silent_good,
                "surprising": States(1, 0, 1),
                "repeatable": silent_good,
            },
        ),
        "negative": (
            1,
            {
                "engaging": silent_bad,
                "unique": States(1, 0, 0),
                "personalized": silent_bad,
                "surprising": States(0, 1, 0),
                "repeatable": silent_bad,
            },
        ),
    }


def _ids(figure: Figure) -> list[str]:
    return [element.id for element in figure.chart.elements]  # type: ignore[attr-defined]


def test_the_figure_says_what_was_there_and_what_was_missed(site: Site) -> None:
    """The sentence counts among the stories that it speaks of."""
    _draw(site)
    (figure,) = _figures(elements_figure, site)

    assert (figure.findings, figure.basis) == (
        (
            "Unique is the element most often there: in 2 of 2 positive stories.",
            "Surprising is the element most often missed: in 1 of 1 negative story.",
        ),
        "Rests on 3 stories.",
    )


def test_elements_that_share_the_first_place_are_all_named(site: Site) -> None:
    """Nobody is told that one of them leads."""
    site.story("a", "elements: []\nmissed: [unique, engaging]\npolarity: negative\n")
    (figure,) = _figures(elements_figure, site)

    assert figure.findings == ("Engaging and unique are most often missed: each in 1 of 1 negative story.",)


def test_bad_stories_that_miss_nothing_are_said_to(site: Site) -> None:
    """The figure does not look as if all went well."""
    site.story("a", "elements: []\nmissed: []\nrecovery: none\npolarity: negative\n")
    (figure,) = _figures(elements_figure, site)

    assert figure.findings == ("No negative story says which element was missed.",)


def test_parts_of_a_bar_follow_one_another_and_fill_it() -> None:
    """A state without a story takes no room."""
    assert States(1, 0, 3).parts == (("hit", 1, 0.0, 25.0), ("none", 3, 25.0, 75.0))
    assert States(0, 0, 0).parts == ()


def test_sectors_stand_by_the_number_of_their_stories(site: Site) -> None:
    """And few are said to be few."""
    _draw(site)
    site.story("nowhere")
    (figure,) = _figures(sectors_figure, site)

    assert [(group.label, group.count) for group in figure.chart.groups] == [  # type: ignore[attr-defined]
        (Label("food", "Food retail", "terms/sectors/food"), 2),
        (Label("finance", "Finance", "terms/sectors/finance"), 1),
    ]
    assert (figure.findings, figure.basis) == (
        (
            "The sector with most stories is Food retail: 2 of 3.",
            "No sector has ten stories yet; a cell tells of single cases, not of a trade.",
        ),
        "Rests on 3 of 4 stories; the others say nothing about it.",
    )


def test_sectors_that_share_the_first_place_can_be_told_apart(site: Site) -> None:
    """Also where the name of one has an "and" in it."""
    site.story("a", "sector: garden-diy\n")
    site.story("b", "sector: culture\n")
    (figure,) = _figures(sectors_figure, site)

    assert figure.findings[0] == "Two sectors have most stories, 1 each: Garden and DIY; Culture and leisure."


def test_without_stories_there_is_nothing_to_draw(site: Site) -> None:
    """A new site has no figure of zeros."""
    assert [_figures(elements_figure, site), _figures(sectors_figure, site)] == [[], []]
