"""The page for facilitators: how to run a session with these stories."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from cx_stories.model.story import Story
from cx_stories.views import addresses
from cx_stories.views.edition import Card, Edition, Unwritten
from cx_stories.views.page import Page
from cx_stories.views.pairs import address_of, in_order
from cx_stories.views.story.workshop import USUAL

PAIRS_SHOWN = 3
_WAYS = {
    "stories": addresses.STORIES,
    "pairs": addresses.PAIRS,
    "elements": addresses.ELEMENTS,
    "random": addresses.RANDOM,
    "pack": addresses.PACK,
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two stories told together, with the page on which they stand side by side."""

    cards: tuple[Card, Card]
    path: str


def workshop_page(edition: Edition) -> Iterator[Page]:
    """Give the page with sessions of three lengths, and pairs to begin with."""
    words = edition.words
    unwritten = Unwritten(
        words.gettext("A session with these stories"),
        menu=words.gettext("Workshop"),
        summary=words.gettext("Twenty minutes, forty-five or ninety. Choose a story and you are prepared."),
    )
    yield edition.page(addresses.WORKSHOP, "workshop.html", partial(_context, edition), unwritten)


def _context(edition: Edition) -> Mapping[str, object]:
    return {"suggestions": tuple(_suggestions(edition)), "ways": _WAYS, "timing": USUAL}


def _suggestions(edition: Edition) -> Iterator[Suggestion]:
    for first, second in _pairs(edition)[:PAIRS_SHOWN]:
        yield Suggestion((edition.card(first), edition.card(second)), address_of(first, second))


def _pairs(edition: Edition) -> Sequence[tuple[Story, Story]]:
    """Give the published stories that were told together, newest first; the positive one of a pair first."""
    pairs: dict[tuple[str, str], tuple[Story, Story]] = {}
    for story in edition.library.stories:
        other = edition.library.pair_of(story)
        if other is not None and story.published and other.published:
            first, second = in_order(story, other)
            pairs.setdefault((first.id, second.id), (first, second))
    return tuple(pairs.values())
