"""The list of all stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from cx_stories.views import addresses
from cx_stories.views.edition import Edition, Unwritten
from cx_stories.views.lists import Pager, pagers, portion
from cx_stories.views.page import Page


def story_lists(edition: Edition) -> Iterator[Page]:
    """Give the index of all stories, newest first."""
    stories, title = edition.library.stories, edition.words.gettext("Stories")
    for pager in pagers(addresses.STORIES, len(stories)):
        context = partial(_context, pager, edition)
        page = edition.page(addresses.STORIES, "stories.html", context, Unwritten(title), pager.number)
        yield replace(page, made_of=partial(_made_of, pager, edition))


def _context(pager: Pager, edition: Edition) -> Mapping[str, object]:
    stories = edition.library.stories
    return {
        "cards": edition.cards(portion(stories, pager)),
        "count": len(stories),
        "pager": pager,
        "filters": filters_of(addresses.STORIES, edition),
    }


def _made_of(pager: Pager, edition: Edition, facts: Callable[[str], bytes]) -> object:
    """Give what the values of a page are made of: the stories it shows, and the counts."""
    shown = [facts(story.id) for story in portion(edition.library.stories, pager)]
    return shown, filters_of(addresses.STORIES, edition)


def filters_of(address: str, edition: Edition) -> Sequence[tuple[str, str, int, bool]]:
    """Give text, address, count and whether it is this list, for every list a reader may switch to."""
    return edition.once(("filters", address), lambda: _filters(address, edition))


def _filters(address: str, edition: Edition) -> Sequence[tuple[str, str, int, bool]]:
    stories = edition.library.stories
    verdicts = Counter(story.polarity for story in stories)
    lists = [(edition.words.gettext("All stories"), addresses.STORIES, len(stories))]
    for term in edition.library.vocabularies["polarity"].choices:
        lists.append((term.label(edition.language), addresses.polarity(term.id), verdicts[term.id]))
    return tuple((text, path, count, path == address) for text, path, count in lists)
