"""Pages of prose: home, how to read the collection, and whatever else somebody wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cx_stories.model.story import Story
from cx_stories.views import addresses
from cx_stories.views.edition import Edition, Unwritten
from cx_stories.views.elements import entry_of
from cx_stories.views.page import Page
from cx_stories.vocabulary.vocabulary import said_in

NEWEST = 6


@dataclass(frozen=True, slots=True)
class BandCount:
    """How many stories have a number of lights in this range, beside what an author claims.

    share:  the part of all stories, 0 to 100
    """

    scores: str
    claim: str
    count: int
    share: float


def home_page(edition: Edition) -> Iterator[Page]:
    """Give the front door: what this is, a pair, the elements and the newest stories."""
    stories = [story for story in edition.library.stories if story.published]
    featured = _newest_pair(stories, edition)
    rest = [story for story in stories if story not in featured]
    yield edition.page(
        addresses.HOME,
        "home.html",
        {
            "featured": edition.cards(featured),
            "newest": edition.cards(rest[:NEWEST]),
            "count": len(stories),
            "polarities": tuple(
                (
                    edition.label("polarity", term.id, addresses.polarity(term.id)),
                    sum(story.polarity == term.id for story in stories),
                )
                for term in edition.library.vocabularies["polarity"].choices
            ),
            "elements": tuple(
                entry_of(term, edition) for term in edition.library.vocabularies["elements"].choices
            ),
        },
        Unwritten(edition.site_name),
    )


def _newest_pair(stories: Sequence[Story], edition: Edition) -> Sequence[Story]:
    """Give the newest story whose other side is published too, with that; the positive one first."""
    for story in stories:
        other = edition.library.pair_of(story)
        if other is not None and other.published:
            return sorted((story, other), key=lambda one: one.polarity, reverse=True)
    return ()


def reading_page(edition: Edition) -> Iterator[Page]:
    """Give the guide to the collection, with its distribution of scores beside the author's claim."""
    elements = edition.library.vocabularies["elements"]
    context = {
        "bands": _bands(edition),
        "count": len(edition.library.stories),
        "claim_source": said_in(elements.bands_source, edition.language),
    }
    unwritten = Unwritten(edition.words.gettext("How to read this collection"))
    yield edition.page(addresses.READING, "reading.html", context, unwritten)


def _bands(edition: Edition) -> Sequence[BandCount]:
    stories = edition.library.stories
    counts = []
    for band in edition.library.vocabularies["elements"].bands:
        count = sum(band.min <= story.score <= band.max for story in stories)
        scores = str(band.min) if band.min == band.max else f"{band.min}–{band.max}"
        share = round(100 * count / len(stories), 1) if stories else 0.0
        counts.append(BandCount(scores, said_in(band.labels, edition.language), count, share))
    return tuple(counts)


def article_pages(edition: Edition) -> Iterator[Page]:
    """Give the pages of prose that no other view has made."""
    for path, article in sorted(edition.library.articles.items()):
        yield edition.page(path, "article.html", {"link": article.link})
