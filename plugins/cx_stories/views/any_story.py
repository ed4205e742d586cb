"""A story by chance: for those who do not know yet what they are looking for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from hashlib import blake2b

from cx_stories.model.story import Story
from cx_stories.views import addresses
from cx_stories.views.edition import Edition, Unwritten
from cx_stories.views.page import Page

MOST = 2000
"""How many stories take part; of a larger collection a part does, spread evenly over it."""
SHOWN = 12


def any_story_page(edition: Edition) -> Iterator[Page]:
    """Give the page that leads on to a story by chance, with some to choose from where no script runs."""
    unwritten = Unwritten(edition.words.gettext("A random story"))
    page = edition.page(addresses.RANDOM, "any_story.html", partial(_context, edition), unwritten)
    yield replace(page, scripts=("random.js",), listed=False)


def _context(edition: Edition) -> Mapping[str, object]:
    stories = _shuffled(_readable(edition))[:MOST]
    return {"ids": tuple(story.id for story in stories), "cards": edition.cards(stories[:SHOWN])}


def _readable(edition: Edition) -> Sequence[Story]:
    """Give the stories told in this language; if there are none, all."""
    stories = [story for story in edition.library.stories if story.published]
    return [story for story in stories if edition.language in story.tellings] or stories


def _shuffled(stories: Sequence[Story]) -> Sequence[Story]:
    """Put stories in an order that has nothing to do with them, and is always the same."""
    return sorted(stories, key=lambda story: blake2b(story.id.encode(), digest_size=8).digest())
