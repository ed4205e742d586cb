"""Who points at a page, and the cards that show where the links in its text lead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from cx_stories.model.story import Story
from cx_stories.relations.backlinks import Link
from cx_stories.views import addresses
from cx_stories.views.edition import Card, Edition, Label
from cx_stories.views.page import Page

QUOTED, NAMED, PREVIEWED = 24, 200, 40
"""How many texts are quoted, how many more are named, and how many cards a page holds at most."""
SCRIPT = "previews.js"
_NOBODY = Label("", "")


@dataclass(frozen=True, slots=True)
class PointsHere:
    """A story or page that points at another, with the sentence in which it does.

    language:  of its title and the sentence, where that is not the language of the page around them
    polarity:  of a story; without an id for a page
    before, words, after:  the sentence, with the link in the middle
    """

    path: str
    title: str
    language: str
    polarity: Label
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Pointing:
    """All that point at a page: some with their sentence, more by their name, and how many more there are."""

    quoted: Sequence[PointsHere] = ()
    named: Sequence[PointsHere] = ()
    more: int = 0


def pointing_of(address: str, edition: Edition) -> Mapping[str, object]:
    """Give the values that `story/backlinks.html` and `previews.html` print on the page at an address."""
    return {"backlinks": backlinks_of(address, edition), "previews": previews_of(address, edition)}


class Around(NamedTuple):
    """The stories that point at a page or are pointed at, and the links: what `pointing_of` is made of."""

    stories: Sequence[str]
    links: object


def pointing_around(address: str, edition: Edition) -> Around:
    """Give what the values of `pointing_of` are made of."""
    links = edition.relations.backlinks.get(address, ())
    linked = [story.id for story in islice(_linked(address, edition), PREVIEWED)]
    seen = islice(_in_sight(links, edition), QUOTED + NAMED)
    sources = (_story(link.source, edition) for link in seen)
    return Around((*linked, *(story.id for story in sources if story)), links)


def pointing_made_of(address: str, edition: Edition, facts: Callable[[str], bytes]) -> object:
    """Give what the values of `pointing_of` are made of: the digests of the stories, and the links."""
    around = pointing_around(address, edition)
    return [facts(story) for story in around.stories], around.links


def backlinks_of(address: str, edition: Edition) -> Pointing:
    """Give who points at the page at an address: stories, newest first, then other pages.

    A text counts for the language in which readers of this edition see it.
    """
    found = tuple(_seen(edition.relations.backlinks.get(address, ()), edition))
    named = found[QUOTED : QUOTED + NAMED]
    return Pointing(found[:QUOTED], named, max(0, len(found) - QUOTED - NAMED))


def previews_of(address: str, edition: Edition) -> Sequence[Card]:
    """Give the cards of the stories that a page links to, in its text or below it, each once."""
    return tuple(edition.card(story) for story in islice(_linked(address, edition), PREVIEWED))


def preview_scripts(address: str, edition: Edition) -> tuple[str, ...]:
    """Give what shows the previews on the page at an address, if it has any; quicker than to make them."""
    return (SCRIPT,) if any(True for _ in _linked(address, edition)) else ()


def with_previews(page: Page, edition: Edition) -> Page:
    """Give a page with the script that shows its previews, if it has any."""
    scripts = preview_scripts(page.path, edition)
    return replace(page, scripts=(*page.scripts, *scripts)) if scripts else page


def _linked(address: str, edition: Edition) -> Iterator[Story]:
    text = edition.relations.links_out.get((address, _language(address, edition)), ())
    below = (link.source for link in edition.relations.backlinks.get(address, ())[:QUOTED])
    stories = (_story(page, edition) for page in dict.fromkeys((*text, *below)))
    return (story for story in stories if story)


def _in_sight(links: Iterable[Link], edition: Edition) -> Iterator[Link]:
    """Give the links that stand in texts as readers of this edition see them."""
    return (link for link in links if link.language == _language(link.source, edition))


def _seen(links: Iterable[Link], edition: Edition) -> Iterator[PointsHere]:
    for link in _in_sight(links, edition):
        story, prose = _story(link.source, edition), edition.prose(link.source)
        told = story.told_in(edition.language) if story else prose
        title = told.title if told else link.source
        yield PointsHere(
            path=link.source,
            title=title,
            language=edition.foreign(link.language),
            polarity=edition.polarity(story) if story else _NOBODY,
            before=link.before,
            words=link.words,
            after=link.after,
        )


def _language(address: str, edition: Edition) -> str:
    """Give the language in which readers of an edition see the text at an address."""
    story = _story(address, edition)
    told = story.told_in(edition.language) if story else edition.prose(address)
    return told.language if told else edition.language


def _story(address: str, edition: Edition) -> Story | None:
    shelf, _, identity = address.partition("/")
    return edition.library.story(identity) if shelf == addresses.STORIES else None
