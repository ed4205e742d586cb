"""All views. Where two make the same page, the earlier one has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cx_stories.views.any_story import any_story_page
from cx_stories.views.articles import article_pages, reading_page
from cx_stories.views.data import data_page
from cx_stories.views.edition import Edition
from cx_stories.views.elements import element_pages
from cx_stories.views.findings import unfit_pages, with_notes
from cx_stories.views.glossary import glossary_page
from cx_stories.views.home import home_page
from cx_stories.views.insights.page import insights_pages
from cx_stories.views.journey.pages import journey_pages
from cx_stories.views.lessons import lesson_pages
from cx_stories.views.moved import moved_pages
from cx_stories.views.pack import pack_page
from cx_stories.views.page import Page
from cx_stories.views.pairs import pair_pages
from cx_stories.views.reference.front_matter import front_matter_page
from cx_stories.views.reference.rules import rules_page
from cx_stories.views.reference.vocabulary import vocabulary_page
from cx_stories.views.searching.explore import explore_page
from cx_stories.views.shelves import people_pages, series_pages
from cx_stories.views.stories import story_lists
from cx_stories.views.story.page import story_pages
from cx_stories.views.terms.lists import term_lists
from cx_stories.views.terms.pages import term_pages
from cx_stories.views.workshop import workshop_page

View = Callable[[Edition], Iterator[Page]]

VIEWS: tuple[View, ...] = (
    unfit_pages,
    home_page,
    story_lists,
    explore_page,
    element_pages,
    term_lists,
    term_pages,
    glossary_page,
    people_pages,
    series_pages,
    reading_page,
    rules_page,
    front_matter_page,
    vocabulary_page,
    story_pages,
    moved_pages,
    pair_pages,
    lesson_pages,
    workshop_page,
    journey_pages,
    insights_pages,
    pack_page,
    any_story_page,
    data_page,
    article_pages,
)


def pages_of(edition: Edition) -> Sequence[Page]:
    """Give every page of an edition, sorted by address."""
    pages: dict[str, Page] = {}
    for view in VIEWS:
        for page in view(edition):
            pages.setdefault(page.path, page)
    return tuple(with_notes(pages[path], edition) for path in sorted(pages))
