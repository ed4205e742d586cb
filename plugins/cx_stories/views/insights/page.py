"""The page of figures on the collection as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from cx_stories.model.story import Story
from cx_stories.views import addresses
from cx_stories.views.edition import Edition, Unwritten
from cx_stories.views.insights.elements import elements_figure, sectors_figure
from cx_stories.views.insights.feelings import emotions_figure, senses_figure
from cx_stories.views.insights.figure import Figure
from cx_stories.views.insights.gaps import gaps, single
from cx_stories.views.insights.over_time import over_time_figure
from cx_stories.views.insights.remark import Remark
from cx_stories.views.insights.scores import scores_figure
from cx_stories.views.insights.service import channels_figure, incident_figure, recovery_figure
from cx_stories.views.insights.weights import is_small, weights
from cx_stories.views.inviting import invitation
from cx_stories.views.page import Page

FIGURES: tuple[Callable[[Sequence[Story], Edition], Iterator[Figure]], ...] = (
    elements_figure,
    scores_figure,
    sectors_figure,
    emotions_figure,
    senses_figure,
    incident_figure,
    recovery_figure,
    channels_figure,
    over_time_figure,
)


@dataclass(frozen=True, slots=True)
class Panel:
    """Remarks on one side of the collection."""

    id: str
    title: str
    remarks: Sequence[Remark]


def insights_pages(edition: Edition) -> Iterator[Page]:
    """Give the figures on all published stories, and what they do not show."""
    words = edition.words
    unwritten = Unwritten(
        words.gettext("Insights"),
        summary=words.gettext(
            "What the stories show together, on how many they rest, and what they cannot show."
        ),
    )
    yield edition.page(addresses.INSIGHTS, "insights/page.html", partial(_context, edition), unwritten)


def _context(edition: Edition) -> Mapping[str, object]:
    stories = tuple(story for story in edition.library.stories if story.published)
    return {
        "count": len(stories),
        "small": is_small(len(stories)),
        "figures": tuple(figure for draw in FIGURES for figure in draw(stories, edition)),
        "panels": _panels(stories, edition),
        "invite": invitation(edition),
    }


def _panels(stories: Sequence[Story], edition: Edition) -> Sequence[Panel]:
    words = edition.words
    panels = (
        Panel("cx:weights", words.gettext("How far to trust it"), tuple(weights(stories, edition))),
        Panel("cx:gaps", words.gettext("What is missing"), tuple(gaps(stories, edition))),
        Panel("cx:single", words.gettext("What rests on one story"), tuple(single(stories, edition))),
    )
    return tuple(panel for panel in panels if panel.remarks)
