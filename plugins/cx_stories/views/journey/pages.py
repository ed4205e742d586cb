"""The journey: the curve and the matrix, a page for every stage, and one for every crossing with stories."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from cx_stories.views import addresses
from cx_stories.views.edition import Edition, Unwritten
from cx_stories.views.inviting import invitation
from cx_stories.views.journey.crossing import crossing_pages
from cx_stories.views.journey.curve import curve_of
from cx_stories.views.journey.matrix import matrix_of
from cx_stories.views.journey.route import Route
from cx_stories.views.journey.stage import stage_pages
from cx_stories.views.journey.wording import missing, reading, saying
from cx_stories.views.page import Page


def journey_pages(edition: Edition) -> Iterator[Page]:
    """Give the map of the journey and everything it leads to."""
    route = Route(edition)
    yield _map(route)
    yield from stage_pages(route)
    yield from crossing_pages(route)


def _map(route: Route) -> Page:
    edition = route.edition
    unwritten = Unwritten(
        edition.words.gettext("The journey"),
        menu=edition.words.gettext("Journey"),
        summary=edition.words.gettext(
            "Where on the customer’s way the stories happened, through which channels, and where none did."
        ),
    )
    page = edition.page(addresses.JOURNEY, "journey/map.html", partial(_context, route), unwritten)
    return replace(page, classes=("journey-poster",), scripts=("print.js",))


def _context(route: Route) -> Mapping[str, object]:
    edition, count = route.edition, len(route.stories)
    curve, matrix = curve_of(route), matrix_of(route)
    return {
        "curve": curve,
        "matrix": matrix,
        "count": count,
        "saying": saying(curve, count, edition),
        "missing": missing(curve, edition),
        "reading": reading(matrix, edition),
        "nowhere": sum(not story.stages for story in route.stories),
        "through_nothing": sum(not story.channels for story in route.stories),
        "invite": invitation(edition),
    }
