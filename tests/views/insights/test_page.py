"""The page of figures, from an empty collection to a very large one."""

from __future__ import annotations

import re
from typing import Any

from cx_stories.library import Library
from cx_stories.views.edition import Edition
from cx_stories.views.insights.page import insights_pages
from cx_stories.views.journey.pages import journey_pages
from cx_stories.views.page import Page
from cx_stories.views.rendering import Renderer
from tests.conftest import Site

LIMIT = 300_000
"""How many bytes a page may have."""
RICH = (
    "stages: [{stage}, use]\nchannels: [{channel}, web]\nsenses: [touch]\nemotions: [anxious, relieved]\n"
    "sector: {sector}\nincident: unprompted\nrecovery: restored\ndate: {year}-03-01\n"
)


def _page(edition: Edition) -> Page:
    (page,) = insights_pages(edition)
    return page


def _ids(page: Page) -> list[str]:
    context: Any = page.context
    return [part.id for part in (*context["figures"], *context["panels"])]


def _printed(page: Page, language: str = "en") -> str:
    return Renderer(language, "{}/".format).render(page, "", (), "../")


def test_a_rich_collection_has_every_figure(site: Site) -> None:
    """In the order of what a reader asks first."""
    for number in range(2):
        site.story(
            f"story-{number}", RICH.format(stage="exit", channel="app", sector="food", year=2020 + number)
        )

    assert _ids(_page(site.edition())) == [
        *("cx:elements", "cx:scores", "cx:sectors", "cx:emotions", "cx:senses"),
        *("cx:incident", "cx:recovery", "cx:channels", "cx:over-time"),
        *("cx:weights", "cx:gaps", "cx:single"),
    ]


def test_an_empty_collection_has_no_figure_and_names_what_is_missing(site: Site) -> None:
    """A new site says what to collect, and does not count to zero."""
    page = _page(site.edition())

    assert (_ids(page), page.context["count"]) == (["cx:gaps"], 0)
    assert "There is nothing to count yet." in _printed(page)


def test_one_story_is_counted_in_the_singular(site: Site) -> None:
    """And called too few to say much."""
    site.story("a", RICH.format(stage="exit", channel="app", sector="food", year=2020))
    printed = _printed(_page(site.edition()))

    assert "The figures rest on 1 story and say little." in printed
    assert re.findall(r"\b1 (?:positive |negative )?stories\b", printed) == []


def test_drafts_are_not_counted(site: Site) -> None:
    """Also in the preview the figures are those of what is published."""
    site.show_drafts()
    site.story("a")
    site.story("draft", "status: draft\n")

    assert _page(site.edition()).context["count"] == 1


def test_a_share_is_told_of_ten_stories_and_not_of_nine(site: Site) -> None:
    """A percentage of a few pretends to know more than it does."""
    shares = []
    for number in range(10):
        site.story(f"story-{number}")
        if number > 7:
            shares.append("(100%)" in _printed(_page(site.edition())))

    assert shares == [False, True]


def test_a_very_large_collection_gives_pages_of_a_sensible_size(site: Site) -> None:
    """On the map a mark stands for many, and no list runs on."""
    stages, channels = ("awareness", "purchase", "exit"), ("app", "store", "phone", "event")
    for number in range(12):
        values = {"stage": stages[number % 3], "channel": channels[number % 4], "sector": "food"}
        polarity = "negative" if number % 2 else "positive"
        site.story(f"story-{number}", RICH.format(**values, year=2000 + number) + f"polarity: {polarity}\n")
    library = site.library()
    stories = tuple(
        library.stories[number % 12].model_copy(update={"id": f"story-{number}"}) for number in range(1000)
    )
    edition = Edition(Library(library.languages, stories, {}, library.vocabularies), "en")

    renderer = Renderer("en", "{}/".format)
    sizes = {
        page.path: len(renderer.render(page, "", (), "../").encode())
        for page in (*journey_pages(edition), *insights_pages(edition))
    }

    assert {path: size for path, size in sizes.items() if size > LIMIT} == {}
    assert "journey/use/web/page/3" in sizes
