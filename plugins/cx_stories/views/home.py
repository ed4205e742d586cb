"""The front door."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from cx_stories.model.story import Story
from cx_stories.views import addresses
from cx_stories.views.edition import Edition, Label, Unwritten
from cx_stories.views.elements import entries_of
from cx_stories.views.page import Page
from cx_stories.views.pairs import address_of, in_order

NEWEST = 6


def home_page(edition: Edition) -> Iterator[Page]:
    """Give the front door: what this is, a pair, the elements and the newest stories."""
    yield edition.page(addresses.HOME, "home.html", partial(_context, edition), Unwritten(edition.site_name))


def _context(edition: Edition) -> Mapping[str, object]:
    stories = [story for story in edition.library.stories if story.published]
    featured = _newest_pair(stories, edition)
    shown = {story.id for story in featured}
    rest = [story for story in stories if story.id not in shown]
    verdicts = Counter(story.polarity for story in stories)
    return {
        "featured": edition.cards(featured),
        "side_by_side": address_of(*featured) if featured else "",
        "ways": _ways(edition),
        "newest": edition.cards(rest[:NEWEST]),
        "count": len(stories),
        "polarities": tuple(
            (edition.label("polarity", term.id, addresses.polarity(term.id)), verdicts[term.id])
            for term in edition.library.vocabularies["polarity"].choices
        ),
        "elements": entries_of(edition),
    }


def _newest_pair(stories: Sequence[Story], edition: Edition) -> tuple[Story, Story] | tuple[()]:
    """Give the newest story whose other side is published too, with that; the positive one first."""
    for story in stories:
        other = edition.library.pair_of(story)
        if other is not None and other.published:
            return in_order(story, other)
    return ()


def _ways(edition: Edition) -> Sequence[tuple[Label, str]]:
    """Give the views of the collection, each with what somebody would come for."""
    words = edition.words
    ways = (
        (
            addresses.EXPLORE,
            words.gettext("Explore"),
            words.gettext("Search all stories, and narrow them down by whatever you have in mind."),
        ),
        (
            addresses.PAIRS,
            words.gettext("Pairs"),
            words.gettext("The same situation, gone well and gone wrong."),
        ),
        (
            addresses.JOURNEY,
            words.gettext("Journey"),
            words.gettext("Where along the way it shines, where it hurts, and where a story is missing."),
        ),
        (
            addresses.LESSONS,
            words.gettext("Lessons"),
            words.gettext("What can be done about it on Monday, with the stories that say so."),
        ),
        (
            addresses.INSIGHTS,
            words.gettext("Insights"),
            words.gettext("What all stories tell together, and where they are one-sided."),
        ),
        (
            addresses.WORKSHOP,
            words.gettext("Workshop"),
            words.gettext("Cards to print, a pause before the outcome, plans for a session with your team."),
        ),
        (
            addresses.GLOSSARY,
            words.gettext("Glossary"),
            words.gettext("Every term in plain words, with the stories it is used for."),
        ),
        (
            addresses.PACK,
            words.gettext("Reading pack"),
            words.gettext("The stories of your choice in one piece, to send or to print."),
        ),
        (
            addresses.RANDOM,
            words.gettext("A random story"),
            words.gettext("For the first five minutes of a meeting."),
        ),
    )
    return tuple((Label(path, title, path), purpose) for path, title, purpose in ways)
