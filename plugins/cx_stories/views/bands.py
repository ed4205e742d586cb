"""The scores of the collection in the bands of an author's claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cx_stories.model.story import Story
from cx_stories.views.edition import Edition
from cx_stories.vocabulary.vocabulary import said_in


@dataclass(frozen=True, slots=True)
class BandCount:
    """How many stories have a number of lights in this range, beside what an author claims.

    share:   the part of all stories, 0 to 100
    within:  every score of the range
    """

    scores: str
    claim: str
    count: int
    share: float
    within: Sequence[str]


def bands_of(stories: Sequence[Story], edition: Edition) -> Sequence[BandCount]:
    """Count stories by band, in the order of the bands."""
    counts, scored = [], Counter(story.score for story in stories)
    for band in edition.library.vocabularies["elements"].bands:
        count = sum(many for score, many in scored.items() if band.min <= score <= band.max)
        scores = str(band.min) if band.min == band.max else f"{band.min}–{band.max}"
        share = round(100 * count / len(stories), 1) if stories else 0.0
        within = tuple(str(score) for score in range(band.min, band.max + 1))
        counts.append(BandCount(scores, said_in(band.labels, edition.language), count, share, within))
    return tuple(counts)


def claim_source(edition: Edition) -> str:
    """Say whose claim the bands are, and what it rests on."""
    return said_in(edition.library.vocabularies["elements"].bands_source, edition.language)
