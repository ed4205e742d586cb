"""People and series: a page for each with its stories, and a list of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cx_stories.model.article import Article
from cx_stories.model.document import SHELVES, Kind
from cx_stories.model.story import Story
from cx_stories.relations.tallies import gathered
from cx_stories.views.backlinks import pointing_of, with_previews
from cx_stories.views.edition import Edition, Unwritten
from cx_stories.views.lists import pagers, portion
from cx_stories.views.page import Page


def people_pages(edition: Edition) -> Iterator[Page]:
    """Give the list of people and a page for each, with what they told and what they wrote down."""
    stories = edition.library.stories
    groups = (
        (edition.words.gettext("Told"), gathered(stories, lambda story: (story.teller,))),
        (edition.words.gettext("Written down"), gathered(stories, lambda story: (story.author,))),
    )
    yield from _shelf(Kind.PERSON, edition.words.gettext("People"), groups, edition)


def series_pages(edition: Edition) -> Iterator[Page]:
    """Give the list of series and a page for each, with its stories."""
    stories = gathered(edition.library.stories, lambda story: (story.series,))
    groups = ((edition.words.gettext("Stories in this series"), stories),)
    yield from _shelf(Kind.SERIES, edition.words.gettext("Series"), groups, edition)


Group = tuple[str, Mapping[str, Sequence[Story]]]
"""A heading, and the stories that belong under it by the id of the person or series."""


def _shelf(kind: Kind, title: str, groups: Sequence[Group], edition: Edition) -> Iterator[Page]:
    entries = []
    for article in edition.library.of_kind(kind):
        told = article.told_in(edition.language)
        stories = {story.id for _, found in groups for story in found.get(article.id, ())}
        path, foreign = f"{SHELVES[kind]}/{article.id}", edition.foreign(told.language)
        entries.append((told.title, told.summary, path, len(stories), foreign))
        yield from _pages(article, groups, edition)
    yield edition.page(SHELVES[kind], "shelf.html", {"entries": tuple(entries)}, Unwritten(title))


def _pages(article: Article, groups: Sequence[Group], edition: Edition) -> Iterator[Page]:
    address = f"{SHELVES[article.kind]}/{article.id}"
    lists = [(heading, found.get(article.id, ())) for heading, found in groups]
    for pager in pagers(address, max(len(found) for _, found in lists)):
        shown = ((heading, edition.cards(portion(found, pager))) for heading, found in lists)
        context = {
            "lists": tuple((heading, cards) for heading, cards in shown if cards),
            "link": article.link,
            "pager": pager,
            **(pointing_of(address, edition) if pager.number == 1 else {}),
        }
        yield with_previews(edition.page(address, "shelved.html", context, number=pager.number))
