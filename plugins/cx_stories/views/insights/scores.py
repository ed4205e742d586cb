"""How many lights stories have, in the bands of an author's claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from babel import Locale
from babel.numbers import format_decimal

from cx_stories.model.story import Story
from cx_stories.relations.tallies import NEGATIVE, POSITIVE
from cx_stories.views.bands import BandCount, bands_of, claim_source
from cx_stories.views.edition import Edition, Label
from cx_stories.views.insights.figure import Figure, basis, median, sentences
from cx_stories.views.superlatives import first_place

LEAST = 3
"""How many stories of a verdict there are at least before their middle is worth a word."""


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A number of lights, with the stories that have it.

    width:  of its bar, 0 to 100
    first:  whether it is the first of its band, which has so many `rows`
    """

    score: int
    count: int
    width: float
    band: BandCount | None
    first: bool
    rows: int


@dataclass(frozen=True, slots=True)
class Scores:
    """All scores from none to all lights. `of` is how many lights there are."""

    rows: Sequence[ScoreRow]
    of: int
    claim_source: str


def scores_figure(stories: Sequence[Story], edition: Edition) -> Iterator[Figure]:
    """Give the distribution of scores."""
    lights = len(edition.library.vocabularies["elements"].choices)
    if not stories or not lights:
        return
    scores = Counter(story.score for story in stories)
    counts = [scores[score] for score in range(lights + 1)]
    yield Figure(
        "cx:scores",
        edition.words.gettext("How many lights the stories have"),
        "scores",
        Scores(tuple(_rows(counts, stories, edition)), lights, claim_source(edition)),
        sentences(_usual(counts, edition), *_middles(stories, edition)),
        basis(len(stories), len(stories), edition),
    )


def _rows(counts: Sequence[int], stories: Sequence[Story], edition: Edition) -> Iterator[ScoreRow]:
    bands = edition.library.vocabularies["elements"].bands
    counted = bands_of(stories, edition)
    longest = max(counts) or 1
    before: int | None = None
    for score, count in enumerate(counts):
        width = round(100 * count / longest, 1)
        place = next((at for at, band in enumerate(bands) if band.min <= score <= band.max), None)
        if place is None:
            yield ScoreRow(score, count, width, None, first=True, rows=1)
        else:
            rows = min(bands[place].max, len(counts) - 1) - bands[place].min + 1
            yield ScoreRow(score, count, width, counted[place], first=place != before, rows=rows)
        before = place


def _usual(counts: Sequence[int], edition: Edition) -> str:
    scores, count = first_place((Label(str(score), str(score)), many) for score, many in enumerate(counts))
    if len(scores) != 1:
        return ""
    words, total = edition.words, sum(counts)
    values = {"score": scores[0].text, "count": count, "num": total}
    if scores[0].text == "0":
        return (
            words.ngettext(
                "The commonest number of lights is none: %(count)s of %(num)s story.",
                "The commonest number of lights is none: %(count)s of %(num)s stories.",
                total,
            )
            % values
        )
    return (
        words.ngettext(
            "The score seen most often is %(score)s: in %(count)s of %(num)s story.",
            "The score seen most often is %(score)s: in %(count)s of %(num)s stories.",
            total,
        )
        % values
    )


def _middles(stories: Sequence[Story], edition: Edition) -> Iterator[str]:
    good = [story.score for story in stories if story.polarity == POSITIVE]
    bad = [story.score for story in stories if story.polarity == NEGATIVE]
    if min(len(good), len(bad)) >= LEAST:
        middle = median(bad)
        yield edition.words.gettext(
            "The middle positive story has %(good)s, the middle negative one %(bad)s."
        ) % {
            "good": _lights(median(good), edition),
            "bad": _number(middle, edition) if middle else edition.words.gettext("none"),
        }


def _lights(number: float, edition: Edition) -> str:
    """Say how many lights; between two numbers the word for several goes with it."""
    one = 1 if number == 1 else 2
    return edition.words.ngettext("%(num)s light", "%(num)s lights", one) % {"num": _number(number, edition)}


def _number(number: float, edition: Edition) -> str:
    return format_decimal(number, locale=Locale.parse(edition.language, sep="-"))
