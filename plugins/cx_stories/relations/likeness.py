"""How much the texts of two stories are alike: TF-IDF and cosine, in whole numbers."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain
from math import isqrt
from operator import mul

from cx_stories.model.story import Story
from cx_stories.relations.rarity import UNIT, about, rarity_of_stem
from cx_stories.relations.scales import SAME
from cx_stories.relations.since import NEW, Since, Standing, standing
from cx_stories.relations.wordings import Opened, Wordings, replaced, wordings

KEPT = 60
"""How many stems of a text are compared: those that tell most."""
CHANCE = 300
"""How much two texts may be alike by chance: that much does not count."""
_LITTLE = 8 * UNIT * UNIT
"""What is added to the length of every text, so that those of a few common words are not alike."""
_EMPHASIS = [0, *(UNIT + (count**UNIT).bit_length() - 1 for count in range(1, 256))]
"""By how often a text uses a stem, how much that stem weighs for it."""
_PARTS = tuple(range(SAME + 1))
"""One number for each part of a text, so that not every text holds its own."""
_STEM, _PART = array("Q").itemsize, array("H").itemsize


@dataclass(frozen=True, slots=True)
class Print:
    """What is left of a text to compare it by.

    language:  texts in different languages are not alike
    stems:     its most telling stems, each with its part of the whole, in parts of `SAME`
    """

    language: str
    stems: Mapping[int, int]


def likeness(one: Print, other: Print) -> int:
    """Say how much two texts are alike: 0 for not at all, `SAME` for the same, less than 100 by chance."""
    mine, theirs = one.stems, other.stems
    both = mine.keys() & theirs.keys()
    if not both or one.language != other.language:
        return 0
    return sum([mine[stem] * theirs[stem] for stem in both]) // SAME


class Prints:
    """The prints of all stories; a story is called by its place.

    packed:  each as it is kept
    fresh:   the places of those that are not what they were
    """

    def __init__(self, packed: Sequence[bytes], words: Wordings, fresh: Set[int]) -> None:
        self.packed, self.fresh = packed, fresh
        self._words = words
        self._opened: dict[int, Print] = {}
        self._numbers: dict[int, int] = {}

    def __getitem__(self, place: int) -> Print:
        """Give a print, opened."""
        if place not in self._opened:
            self._opened[place] = self._open(place)
        return self._opened[place]

    def numbers(self, place: int) -> array[int]:
        """Give the stems of a print, the most telling first."""
        return numbers_in(self.packed[place])

    def likenesses(self, place: int, others: Iterable[int]) -> Sequence[int]:
        """Say how much a text is like each of some others; nothing for what may be chance."""
        mine = self[place]
        found = [likeness(mine, self[other]) for other in others]
        return [alike if alike > CHANCE else 0 for alike in found]

    def _open(self, place: int) -> Print:
        packed, share = self.packed[place], self._numbers.setdefault
        numbers = numbers_in(packed)
        parts = array("H", packed[len(numbers) * _STEM :])
        shared = map(share, numbers, numbers)
        return Print(
            self._words.texts[place].language, dict(zip(shared, map(_PARTS.__getitem__, parts), strict=True))
        )


def numbers_in(packed: bytes) -> array[int]:
    """Give the stems of a packed print, the most telling first."""
    return array("Q", packed[: len(packed) // (_STEM + _PART) * _STEM])


def prints(stories: Sequence[Story], language: str) -> Prints:
    """Give the prints of stories, in their order.

    language:  the one in which a story is compared if it is told in it; else it is compared in its own
    """
    since = Since.between(Standing(), standing(stories))
    words, opened = wordings(stories, language, Wordings(), since)
    return prints_of(words, opened, Wordings(), (), since)


def prints_of(
    words: Wordings, opened: Opened, before: Wordings, kept: Sequence[bytes], since: Since
) -> Prints:
    """Give the prints of texts; none is made again of which neither the text nor a weight has changed."""
    totals, stale = words.totals(), _stale(words, before, since)
    weights = {language: _Weights(total) for language, total in totals.items()}
    fresh, packed = set(), []
    for place, text in enumerate(words.texts):
        old = since.was[place]
        changed = stale[text.language]
        same = old != NEW and text.key == before.texts[old].key
        if same and changed is not None and (not changed or changed.isdisjoint(text.numbers)):
            packed.append(kept[old])
            continue
        numbers = opened.get(place) or text.numbers
        packed.append(
            _print(numbers, text.counts, words.having.get(text.language, {}), weights[text.language])
        )
        if old == NEW or packed[-1] != kept[old]:
            fresh.add(place)
    return Prints(packed, words, fresh)


class _Weights(dict[int, int]):
    """How much a stem tells by in how many texts it is, out of so many.

    It is its rarity squared, so that a dozen rare words stand out among hundreds of others.
    """

    def __init__(self, total: int) -> None:
        super().__init__()
        self._total = total

    def __missing__(self, count: int) -> int:
        self[count] = weight = rarity_of_stem(count, self._total) ** 2 // UNIT
        return weight


def _stale(words: Wordings, before: Wordings, since: Since) -> Mapping[str, Set[int] | None]:
    """Give the stems that weigh something else than before, by language; None for all."""
    fresh, gone = replaced(words.texts, before, since)
    touched: dict[str, set[int]] = {}
    for text in chain((words.texts[place] for place in fresh), (before.texts[place] for place in gone)):
        touched.setdefault(text.language, set()).update(text.numbers)
    now, then = words.totals(), before.totals()
    return {
        language: _reweighed(touched.get(language, set()), having, before.having.get(language, {}), total)
        if about(total) == about(then.get(language, 0))
        else None
        for language, total in now.items()
        for having in [words.having.get(language, {})]
    }


def _reweighed(stems: Set[int], having: Mapping[int, int], before: Mapping[int, int], total: int) -> Set[int]:
    """Give those of some stems that weigh something else in the texts that have them."""
    weights = _Weights(total)
    found = set()
    for stem in stems:
        now, then = having.get(stem, 0), before.get(stem, 0)
        if now and then and (weights[now] != weights[then] or (now == 1) != (then == 1)):
            found.add(stem)
    return found


def _print(numbers: Sequence[int], counts: bytes, having: Mapping[int, int], weights: _Weights) -> bytes:
    """Give what is kept of a text: the stems that tell most and that another text has, too."""
    texts = list(map(having.__getitem__, numbers))
    weighed = list(map(mul, map(_EMPHASIS.__getitem__, counts), map(weights.__getitem__, texts)))
    length = isqrt(sum(map(mul, weighed, weighed)) + _LITTLE * _LITTLE)
    shared = [weight if count > 1 else 0 for weight, count in zip(weighed, texts, strict=True)]
    least = max(1, sorted(shared)[-KEPT:][0]) if shared else 1
    pairs = zip(shared, numbers, strict=True)
    kept = sorted([(-weight, stem) for weight, stem in pairs if weight >= least])[:KEPT]
    parts = array("H", [-(weight * SAME) // length for weight, _ in kept])
    return array("Q", [stem for _, stem in kept]).tobytes() + parts.tobytes()
