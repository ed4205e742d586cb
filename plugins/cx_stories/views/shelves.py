"""People and series: a page for each with its stories, and a list of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cx_stories.model.document import SHELVES, Kind
from cx_stories.model.story import Article, Story
from cx_stories.views.edition import Edition, markdown
from cx_stories.views.lists import pagers, portion
from cx_stories.views.page import Page


def people_pages(edition: Edition) -> Iterator[Page]:
    """Give the list of people and a page for each, with what they told and what they wrote down."""
    groups: tuple[tuple[str, Callable[[Story], str]], ...] = (
        (edition.words.gettext("Told by {name}"), lambda story: story.teller),
        (edition.words.gettext("Written down by {name}"), lambda story: story.author),
    )
    yield from _shelf(Kind.PERSON, edition.words.gettext("People"), groups, edition)


def series_pages(edition: Edition) -> Iterator[Page]:
    """Give the list of series and a page for each, with its stories."""
    groups: tuple[tuple[str, Callable[[Story], str]], ...] = (
        (edition.words.gettext("Stories in this series"), lambda story: story.series),
    )
    yield from _shelf(Kind.SERIES, edition.words.gettext("Series"), groups, edition)


def _shelf(
    kind: Kind,
    title: str,
    groups: Sequence[tuple[str, Callable[[Story], str]]],
    edition: Edition,
) -> Iterator[Page]:
    articles = edition.library.of_kind(kind)
    prose = edition.prose(SHELVES[kind])
    entries = []
    for article in articles:
        told = article.told_in(edition.language)
        count = sum(any(of(story) == article.id for _, of in groups) for story in edition.library.stories)
        entries.append((told.title, told.summary, f"{SHELVES[kind]}/{article.id}", count))
        yield from _pages(article, groups, edition)
    yield Page(
        path=SHELVES[kind],
        language=edition.language,
        title=prose.title if prose else title,
        template="shelf.html",
        context={"entries": tuple(entries)},
        summary=prose.summary if prose else "",
        prose=markdown(prose),
    )


def _pages(
    article: Article, groups: Sequence[tuple[str, Callable[[Story], str]]], edition: Edition
) -> Iterator[Page]:
    address = f"{SHELVES[article.kind]}/{article.id}"
    told = article.told_in(edition.language)
    stories = [
        (heading.format(name=told.title), [s for s in edition.library.stories if of(s) == article.id])
        for heading, of in groups
    ]
    for pager in pagers(address, max(len(found) for _, found in stories)):
        lists = [(heading, edition.cards(portion(found, pager))) for heading, found in stories if found]
        yield Page(
            path=pager.pages[pager.number - 1][1],
            language=edition.language,
            title=told.title,
            template="shelved.html",
            context={
                "lists": tuple((heading, cards) for heading, cards in lists if cards),
                "link": article.link,
                "pager": pager,
                "foreign": edition.foreign(told.language),
            },
            summary=told.summary,
            prose=markdown(told) if pager.number == 1 else None,
            listed=pager.number == 1,
        )
