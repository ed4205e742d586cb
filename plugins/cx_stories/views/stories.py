"""The list of all stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cx_stories.views import addresses
from cx_stories.views.edition import Edition, Unwritten
from cx_stories.views.lists import pagers, portion
from cx_stories.views.page import Page


def story_lists(edition: Edition) -> Iterator[Page]:
    """Give the index of all stories, newest first."""
    stories, title = edition.library.stories, edition.words.gettext("Stories")
    filters = filters_of(addresses.STORIES, edition)
    for pager in pagers(addresses.STORIES, len(stories)):
        context = {
            "cards": edition.cards(portion(stories, pager)),
            "count": len(stories),
            "pager": pager,
            "filters": filters,
        }
        yield edition.page(addresses.STORIES, "stories.html", context, Unwritten(title), pager.number)


def filters_of(address: str, edition: Edition) -> Sequence[tuple[str, str, int, bool]]:
    """Give text, address, count and whether it is this list, for every list a reader may switch to."""
    stories = edition.library.stories
    lists = [(edition.words.gettext("All stories"), addresses.STORIES, len(stories))]
    for term in edition.library.vocabularies["polarity"].choices:
        count = sum(story.polarity == term.id for story in stories)
        lists.append((term.label(edition.language), addresses.polarity(term.id), count))
    return tuple((text, path, count, path == address) for text, path, count in lists)
