"""Lists of stories: all of them, and those of one polarity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cx_stories.model.story import Story
from cx_stories.views import addresses
from cx_stories.views.edition import Edition, Unwritten
from cx_stories.views.lists import pagers, portion
from cx_stories.views.page import Page


def story_lists(edition: Edition) -> Iterator[Page]:
    """Give the index of all stories, newest first."""
    yield from _list(addresses.STORIES, edition.words.gettext("Stories"), edition.library.stories, edition)


def polarity_lists(edition: Edition) -> Iterator[Page]:
    """Give the positive stories and the negative ones."""
    for term in edition.library.vocabularies["polarity"].choices:
        stories = [story for story in edition.library.stories if story.polarity == term.id]
        title = {
            "positive": edition.words.gettext("Positive stories"),
            "negative": edition.words.gettext("Negative stories"),
        }.get(term.id, term.label(edition.language))
        yield from _list(addresses.polarity(term.id), title, stories, edition)


def _list(address: str, title: str, stories: Sequence[Story], edition: Edition) -> Iterator[Page]:
    filters = _filters(address, edition)
    for pager in pagers(address, len(stories)):
        context = {
            "cards": edition.cards(portion(stories, pager)),
            "count": len(stories),
            "pager": pager,
            "filters": filters,
        }
        yield edition.page(address, "stories.html", context, Unwritten(title), pager.number)


def _filters(address: str, edition: Edition) -> Sequence[tuple[str, str, int, bool]]:
    """Give text, address, count and whether it is this list, for every list a reader may switch to."""
    stories = edition.library.stories
    lists = [(edition.words.gettext("All stories"), addresses.STORIES, len(stories))]
    for term in edition.library.vocabularies["polarity"].choices:
        count = sum(story.polarity == term.id for story in stories)
        lists.append((term.label(edition.language), addresses.polarity(term.id), count))
    return tuple((text, path, count, path == address) for text, path, count in lists)
