"""What may be said of two stories at once: the terms, elements and lessons that both have."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.model.story import HIT, MISSED, Story
from cx_stories.relations.facets import terms_of

Fact = tuple[str, str]
"""What is said of a story: of what kind it is, and which one, as in `("channels", "phone")`."""
LESSON, VERDICT = "lesson", "polarity"
"""Kinds of their own, as are `HIT` and `MISSED`; every other kind is a vocabulary."""
WHERE = frozenset({"touchpoints", "channels", "stages", "sectors", "incident"})
"""The kinds that say where and how it came about."""
_TOLD = WHERE | {"outcomes", "emotions", "senses", "recovery"}
"""The vocabularies that tell of what happened, and not of the text."""


def facts_of(story: Story) -> Iterator[Fact]:
    """Give what is said of a story, apart from what tells nothing; nothing twice."""
    for vocabulary, terms in terms_of(story).items():
        if vocabulary in _TOLD:
            yield from ((vocabulary, term) for term in terms)
    yield from ((HIT, element) for element in story.hits)
    yield from ((MISSED, element) for element in story.misses)
    yield from dict.fromkeys((LESSON, shared.lesson) for shared in story.shared)
    if story.polarity:
        yield VERDICT, story.polarity
