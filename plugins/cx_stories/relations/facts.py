"""What may be said of two stories at once: the terms, elements and lessons that both have."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.model.story import Story
from cx_stories.vocabulary.vocabulary import TELLS_NOTHING

Fact = tuple[str, str]
"""What is said of a story: of what kind it is, and which one, as in `("channels", "phone")`."""
HIT, MISSED, LESSON, VERDICT = "hit", "missed", "lesson", "polarity"
"""The kinds that are not called after a vocabulary of facts."""
WHERE = frozenset({"touchpoints", "channels", "stages", "sectors", "incident"})
"""The kinds that say where and how it came about."""


def facts_of(story: Story) -> Iterator[Fact]:
    """Give what is said of a story, apart from what tells nothing; nothing twice."""
    yield from ((kind, term) for kind, term in _terms(story) if term and term not in TELLS_NOTHING)
    yield from ((HIT, element) for element in story.hits)
    yield from ((MISSED, element) for element in story.misses)
    yield from dict.fromkeys((LESSON, shared.lesson) for shared in story.shared)
    if story.polarity:
        yield VERDICT, story.polarity


def _terms(story: Story) -> Iterator[Fact]:
    yield from (("touchpoints", term) for term in story.touchpoints)
    yield from (("channels", term) for term in story.channels)
    yield from (("stages", term) for term in story.stages)
    yield from (("outcomes", term) for term in story.outcomes)
    yield from (("emotions", term) for term in story.emotions)
    yield from (("senses", term) for term in story.senses)
    yield "sectors", story.sector
    yield "incident", story.incident
    yield "recovery", story.recovery
