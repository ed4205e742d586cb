"""What may be said of two stories at once: the terms, elements and lessons that both have."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from cx_stories.model.story import HIT, MISSED, Story
from cx_stories.relations.facets import ONE, SEVERAL
from cx_stories.vocabulary.vocabulary import TELLS_NOTHING

Fact = tuple[str, str]
"""What is said of a story: of what kind it is, and which one, as in `("channels", "phone")`."""
LESSON, VERDICT = "lesson", "polarity"
"""Kinds of their own, as are `HIT` and `MISSED`; every other kind is a vocabulary."""
WHERE = frozenset({"touchpoints", "channels", "stages", "sectors", "incident"})
"""The kinds that say where and how it came about."""
_TOLD = WHERE | {"outcomes", "emotions", "senses", "recovery"}
"""The vocabularies that tell of what happened, and not of the text."""
_ONE = tuple((name, vocabulary) for name, vocabulary in ONE if vocabulary in _TOLD)
_SEVERAL = tuple((name, vocabulary) for name, vocabulary in SEVERAL if vocabulary in _TOLD)
_read = attrgetter(*(name for name, _ in (*_ONE, *_SEVERAL)))
_VOCABULARIES = tuple(vocabulary for _, vocabulary in (*_ONE, *_SEVERAL))


def facts_of(story: Story) -> Sequence[Fact]:
    """Give what is said of a story, apart from what tells nothing; nothing twice."""
    facts: list[Fact] = []
    for vocabulary, said in zip(_VOCABULARIES, _read(story), strict=True):
        if said:
            facts += _facts(vocabulary, said)
    facts += [(HIT, element) for element in story.hits]
    facts += [(MISSED, element) for element in story.misses]
    facts += [(LESSON, shared.lesson) for shared in story.shared]
    if story.polarity:
        facts.append((VERDICT, story.polarity))
    return list(dict.fromkeys(facts))


@lru_cache(maxsize=16_384)
def _facts(vocabulary: str, said: str | tuple[str, ...]) -> Sequence[Fact]:
    """Give what a term or several say; the same few are said of one story after the other."""
    terms = (said,) if isinstance(said, str) else said
    return tuple((vocabulary, term) for term in terms if term not in TELLS_NOTHING)
