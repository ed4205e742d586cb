"""Which stories are close to one: the very measure of the related stories, with everybody compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from cx_stories.library import Library, newest_first
from cx_stories.model.story import Story
from cx_stories.relations.nearest import Nearest
from cx_stories.relations.opposites import OPPOSITE
from cx_stories.relations.related import Kinship, kinship_of
from cx_stories.relations.stems import Stems, number_of

MOST = 3
"""How many are shown to somebody who has just told a story."""
_WORDS, _SHORTEST = 4, 4
"""How many words two texts are said to share, and how many letters each has: short ones tell nothing."""


@dataclass(frozen=True, slots=True)
class Close:
    """A story that is close to another one.

    words:     what both texts are about, in the words of the other: the most telling first
    opposite:  whether its verdict is the opposite
    """

    story: Story
    kinship: Kinship
    words: tuple[str, ...]
    opposite: bool


def with_story(library: Library, story: Story) -> Library:
    """Give the library as it will be with this story in it."""
    others = (one for one in library.stories if one.id != story.id)
    return replace(library, stories=tuple(sorted((*others, story), key=newest_first)))


def close_to(story: Story, library: Library) -> Sequence[Close]:
    """Give the stories of a library nearest to one that is laid beside them, the nearest first.

    Only those for which more speaks than the verdict; the nearest of the opposite verdict is among them, for
    it may be the other side of the story.
    """
    whole = with_story(library, story)
    nearest = Nearest(whole)
    place = next(number for number, one in enumerate(whole.stories) if one.id == story.id)
    found = [other for other in nearest.ranked_for(place) if nearest.reason(place, other)]
    against = OPPOSITE.get(story.polarity, "")
    opposites = [other for other in found if whole.stories[other].polarity == against]
    chosen = found[:MOST]
    if opposites and opposites[0] not in chosen:
        chosen = [*found[: MOST - 1], opposites[0]]
    return [_close(place, other, against, whole, nearest) for other in chosen]


def _close(place: int, other: int, against: str, library: Library, nearest: Nearest) -> Close:
    story = library.stories[other]
    return Close(
        story=story,
        kinship=kinship_of(place, other, library, nearest),
        words=tuple(_words(story, nearest.shared_stems(place, other), library.languages[0])),
        opposite=story.polarity == against,
    )


def _words(story: Story, stems: Mapping[int, int], language: str) -> Iterator[str]:
    """Give the first word of a story for each of a few stems, those that weigh most first."""
    telling = story.told_in(language)
    text = "\n".join((telling.title, telling.summary, *telling.lessons, telling.body))
    words = Stems(telling.language).words(text)
    weights = {stem: stems.get(number_of(stem), 0) for stem in words}
    shared = sorted((-weight, stem) for stem, weight in weights.items() if weight)
    telling_words = (words[stem] for _, stem in shared if len(words[stem]) >= _SHORTEST)
    yield from islice(telling_words, _WORDS)
