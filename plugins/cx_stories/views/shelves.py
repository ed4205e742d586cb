"""People and series: a page for each with its stories, and a list of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from cx_stories.model.article import Article
from cx_stories.model.document import SHELVES, Kind
from cx_stories.model.story import Story
from cx_stories.relations.tallies import gathered
from cx_stories.views.backlinks import pointing_made_of, pointing_of, with_previews
from cx_stories.views.edition import Card, Edition, Unwritten
from cx_stories.views.lists import Pager, pagers, portion
from cx_stories.views.page import Page
from cx_stories.views.searching.filters import SERIES, TELLER


def people_pages(edition: Edition) -> Iterator[Page]:
    """Give the list of people and a page for each, with what they told and what they wrote down."""
    stories = edition.library.stories
    groups = (
        Group(edition.words.gettext("Told"), gathered(stories, lambda story: (story.teller,)), TELLER),
        Group(edition.words.gettext("Written down"), gathered(stories, lambda story: (story.author,))),
    )
    yield from _shelf(Kind.PERSON, edition.words.gettext("People"), groups, edition)


def series_pages(edition: Edition) -> Iterator[Page]:
    """Give the list of series and a page for each, with its stories."""
    stories = gathered(edition.library.stories, lambda story: (story.series,))
    groups = (Group(edition.words.gettext("Stories in this series"), stories, SERIES),)
    yield from _shelf(Kind.SERIES, edition.words.gettext("Series"), groups, edition)


@dataclass(frozen=True, slots=True)
class Group:
    """A heading, and the stories that belong under it by the id of the person or series.

    filter:  the filter of Explore that finds these stories by that id; nothing if there is none
    """

    heading: str
    found: Mapping[str, Sequence[Story]]
    filter: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """Stories under a heading.

    cards:   those that stand on this page, of `count` in all
    chosen:  what is to be chosen in Explore to find them all; nothing if it cannot be
    """

    heading: str
    cards: Sequence[Card]
    count: int
    chosen: Mapping[str, str]


def _shelf(kind: Kind, title: str, groups: Sequence[Group], edition: Edition) -> Iterator[Page]:
    entries = []
    for article in edition.library.of_kind(kind):
        told = article.told_in(edition.language)
        stories = {story.id for group in groups for story in group.found.get(article.id, ())}
        path, foreign = f"{SHELVES[kind]}/{article.id}", edition.foreign(told.language)
        entries.append((told.title, told.summary, path, len(stories), foreign))
        yield from _pages(article, groups, edition)
    yield edition.page(SHELVES[kind], "shelf.html", {"entries": tuple(entries)}, Unwritten(title))


def _pages(article: Article, groups: Sequence[Group], edition: Edition) -> Iterator[Page]:
    address = f"{SHELVES[article.kind]}/{article.id}"
    longest = max(len(group.found.get(article.id, ())) for group in groups)
    for pager in pagers(address, longest):
        context = partial(_context, article, groups, pager, edition)
        page = edition.page(address, "shelved.html", context, number=pager.number)
        page = replace(page, made_of=partial(_made_of, article, groups, pager, edition))
        yield with_previews(page, edition) if pager.number == 1 else page


def _context(
    article: Article, groups: Sequence[Group], pager: Pager, edition: Edition
) -> Mapping[str, object]:
    address = f"{SHELVES[article.kind]}/{article.id}"
    lists = (_listed(article.id, group, pager, edition) for group in groups)
    return {
        "lists": tuple(listed for listed in lists if listed.cards),
        "link": article.link,
        "pager": pager,
        **(pointing_of(address, edition) if pager.number == 1 else {}),
    }


def _made_of(
    article: Article, groups: Sequence[Group], pager: Pager, edition: Edition, facts: Callable[[str], bytes]
) -> object:
    """Give what the values of a page are made of: the stories it shows, and how many there are."""
    found = [group.found.get(article.id, ()) for group in groups]
    shown = [(len(stories), [facts(story.id) for story in portion(stories, pager)]) for stories in found]
    address = f"{SHELVES[article.kind]}/{article.id}"
    return shown, pointing_made_of(address, edition, facts) if pager.number == 1 else ()


def _listed(identity: str, group: Group, pager: Pager, edition: Edition) -> Listed:
    found = group.found.get(identity, ())
    chosen = {group.filter: identity} if group.filter else {}
    return Listed(group.heading, edition.cards(portion(found, pager)), len(found), chosen)
