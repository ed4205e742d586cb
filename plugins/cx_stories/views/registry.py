"""All views. Where two make the same page, the earlier one has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cx_stories.views.articles import article_pages, home_page, reading_page
from cx_stories.views.edition import Edition
from cx_stories.views.elements import element_pages
from cx_stories.views.findings import unfit_pages, with_notes
from cx_stories.views.page import Page
from cx_stories.views.reference.front_matter import front_matter_page
from cx_stories.views.reference.rules import rules_page
from cx_stories.views.reference.vocabulary import vocabulary_page
from cx_stories.views.shelves import people_pages, series_pages
from cx_stories.views.stories import polarity_lists, story_lists
from cx_stories.views.story import story_pages

View = Callable[[Edition], Iterator[Page]]

VIEWS: tuple[View, ...] = (
    unfit_pages,
    home_page,
    story_lists,
    polarity_lists,
    element_pages,
    people_pages,
    series_pages,
    reading_page,
    rules_page,
    front_matter_page,
    vocabulary_page,
    story_pages,
    article_pages,
)


def pages_of(edition: Edition) -> Sequence[Page]:
    """Give every page of an edition, sorted by address."""
    pages: dict[str, Page] = {}
    for view in VIEWS:
        for page in view(edition):
            pages.setdefault(page.path, page)
    return tuple(with_notes(pages[path], edition) for path in sorted(pages))
