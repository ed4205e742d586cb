"""How much the texts of two stories are alike: TF-IDF and cosine, in whole numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isqrt

from cx_stories.model.story import Story, Telling
from cx_stories.relations.rarity import UNIT, rarity
from cx_stories.relations.scales import SAME
from cx_stories.relations.stems import Stems

KEPT = 60
"""How many stems of a text are compared: those that tell most."""
_LITTLE = 8 * UNIT * UNIT
"""What is added to the length of every text, so that those of a few common words are not alike."""
_IN_FRONT = 4
"""How often a word of title, summary, lessons and evidence counts: they say what the story is about."""


@dataclass(frozen=True, slots=True)
class Print:
    """What is left of a text to compare it by.

    language:  texts in different languages are not alike
    stems:     its most telling stems, each with its part of the whole, in parts of `SAME`
    known:     the same stems, to compare them fast
    """

    language: str
    stems: Mapping[str, int]
    known: frozenset[str]


def likeness(one: Print, other: Print) -> int:
    """Say how much two texts are alike: 0 for not at all, `SAME` for the same, less than 100 by chance."""
    if one.language != other.language:
        return 0
    both = one.known & other.known
    if not both:
        return 0
    mine, theirs = one.stems, other.stems
    return sum([mine[stem] * theirs[stem] for stem in both]) // SAME


def prints(stories: Sequence[Story], language: str) -> Sequence[Print]:
    """Give the prints of stories, in their order.

    language:  the one in which a story is compared if it is told in it; else it is compared in its own
    """
    tellings = [story.told_in(language) for story in stories]
    found: list[Print | None] = [None] * len(tellings)
    for spoken in sorted({telling.language for telling in tellings}):
        places = [place for place, telling in enumerate(tellings) if telling.language == spoken]
        stems = Stems(spoken)
        counts = [_counted(tellings[place], stems) for place in places]
        for place, kept in zip(places, _weighed(counts), strict=True):
            found[place] = Print(spoken, kept, frozenset(kept))
    return [one for one in found if one is not None]


def _counted(telling: Telling, stems: Stems) -> Mapping[str, int]:
    evidence = (*telling.elements.values(), *telling.missed.values())
    front = "\n".join((telling.title, telling.summary, *telling.lessons, *evidence))
    return stems.count(telling.body, front, _IN_FRONT)


def _weighed(counts: Sequence[Mapping[str, int]]) -> Iterator[Mapping[str, int]]:
    """Give what is kept of each text: the stems that tell most and that another text has, too."""
    having: Counter[str] = Counter()
    for one in counts:
        having.update(one.keys())
    total = len(counts)
    rarities = {stem: _telling(count, total) for stem, count in having.items() if 1 < count < total}
    frequencies = {count for one in counts for count in one.values()}
    emphases = {count: UNIT + rarity(1, count) for count in frequencies}
    alone = _telling(1, total)
    for one in counts:
        weighed = [
            (emphases[count] * rarities[stem], stem) for stem, count in one.items() if stem in rarities
        ]
        own = [emphases[count] * alone for stem, count in one.items() if having[stem] == 1]
        squares = sum([weight * weight for weight, _ in weighed]) + sum([weight * weight for weight in own])
        length = isqrt(squares + _LITTLE * _LITTLE)
        yield {stem: weight * SAME // length for weight, stem in _greatest(weighed)}


def _telling(count: int, total: int) -> int:
    """Weigh a stem by its rarity squared, so that a dozen rare words stand out among hundreds of others."""
    return rarity(count, total) ** 2 // UNIT


def _greatest(weighed: Sequence[tuple[int, str]]) -> Sequence[tuple[int, str]]:
    """Give those that weigh most; sorting them all would take longer."""
    if len(weighed) > KEPT:
        least = sorted([weight for weight, _ in weighed])[-KEPT]
        weighed = [pair for pair in weighed if pair[0] >= least]
    return sorted(weighed, key=lambda pair: (-pair[0], pair[1]))[:KEPT]
