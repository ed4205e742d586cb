"""The stems of every text, packed, and in how many texts each stem is."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import NamedTuple

from cx_stories.model.story import Story, Telling
from cx_stories.relations.since import NEW, Since
from cx_stories.relations.stems import Stems

_IN_FRONT = 4
"""How often a word of title, summary, lessons and evidence counts: they say what the story is about."""
_MOST = 255
"""A stem that is used more often counts so often."""


class Wording(NamedTuple):
    """What a text says, apart from the order in which it says it.

    key:     what was read, as a digest
    stems:   the numbers of its stems, packed
    counts:  how often each of them is used
    """

    language: str
    key: bytes
    stems: bytes
    counts: bytes

    @property
    def numbers(self) -> array[int]:
        """The numbers of its stems."""
        return array("Q", self.stems)


@dataclass(frozen=True, slots=True)
class Wordings:
    """The wordings of all stories, in their order.

    having:  by language, in how many texts each stem is
    """

    texts: Sequence[Wording] = ()
    having: Mapping[str, Mapping[int, int]] = field(default_factory=dict)

    def totals(self) -> Mapping[str, int]:
        """Give how many texts there are in each language."""
        return Counter(text.language for text in self.texts)


Opened = Mapping[int, Sequence[int]]
"""The stems of texts that have just been read, by their places: these very numbers are looked up fast."""


def wordings(
    stories: Sequence[Story], language: str, before: Wordings, since: Since
) -> tuple[Wordings, Opened]:
    """Give the wordings of stories; a text that is what it was before is not read again.

    language:  the one in which a story is compared if it is told in it; else it is compared in its own
    """
    readers: dict[str, Stems] = {}
    texts, opened = [], {}
    for place, (story, old) in enumerate(zip(stories, since.was, strict=True)):
        telling = story.told_in(language)
        key = _key(telling)
        if old != NEW and before.texts[old].key == key:
            texts.append(before.texts[old])
        else:
            if telling.language not in readers:
                readers[telling.language] = Stems(telling.language)
            counts = _read(telling, readers[telling.language])
            opened[place] = tuple(counts)
            texts.append(_packed(telling.language, key, counts))
    return Wordings(texts, _having(texts, opened, before, since)), opened


def replaced(texts: Sequence[Wording], before: Wordings, since: Since) -> tuple[list[int], list[int]]:
    """Give the places of texts that were not there before, and the places before of those that are gone."""
    fresh = [
        place
        for place, old in enumerate(since.was)
        if old == NEW or texts[place].key != before.texts[old].key
    ]
    kept = set(range(len(texts))).difference(fresh)
    return fresh, [old for old, place in enumerate(since.now) if place not in kept]


def _key(telling: Telling) -> bytes:
    evidence = (*telling.elements.values(), *telling.missed.values())
    parts = (telling.language, telling.title, telling.summary, *telling.lessons, *evidence, telling.body)
    return blake2b("\0".join(parts).encode(errors="surrogatepass"), digest_size=16).digest()


def _read(telling: Telling, stems: Stems) -> Mapping[int, int]:
    evidence = (*telling.elements.values(), *telling.missed.values())
    front = "\n".join((telling.title, telling.summary, *telling.lessons, *evidence))
    return stems.count(telling.body, front, _IN_FRONT)


def _packed(language: str, key: bytes, counts: Mapping[int, int]) -> Wording:
    used = counts.values()
    often = bytes(used) if not used or max(used) <= _MOST else bytes(min(count, _MOST) for count in used)
    return Wording(language, key, array("Q", counts).tobytes(), often)


def _having(
    texts: Sequence[Wording], opened: Opened, before: Wordings, since: Since
) -> dict[str, dict[int, int]]:
    having = {language: Counter(counts) for language, counts in before.having.items()}
    fresh, gone = replaced(texts, before, since)
    for old in gone:
        text = before.texts[old]
        counts = having[text.language]
        counts.subtract(text.numbers)
        for stem in text.numbers:
            if not counts[stem]:
                del counts[stem]
    for place in fresh:
        having.setdefault(texts[place].language, Counter()).update(opened[place])
    return {language: dict(counts) for language, counts in having.items() if counts}
