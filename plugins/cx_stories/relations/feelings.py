"""Where in a story an emotion is felt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cx_stories.library import Library
from cx_stories.model.story import Story
from cx_stories.relations.facets import Facet
from cx_stories.relations.terms import TermIndex

_EMOTIONS = "emotions"


@dataclass(frozen=True, slots=True)
class Felt:
    """In how many stories an emotion is felt first, last, in between, or is the only one that is named."""

    first: int = 0
    last: int = 0
    between: int = 0
    only: int = 0


def felt(library: Library, index: TermIndex) -> Mapping[str, Felt]:
    """Map each emotion that a story has, and each group of emotions, to where it is felt."""
    counts: dict[str, Counter[str]] = {}
    for story in library.stories:
        for name, when in set(_moments(story, index)):
            counts.setdefault(name, Counter())[when] += 1
    return {name: Felt(**found) for name, found in sorted(counts.items())}


def _moments(story: Story, index: TermIndex) -> Iterator[tuple[str, str]]:
    for number, emotion in enumerate(story.emotions):
        when = _when(number, len(story.emotions))
        yield emotion, when
        for group in index.groups[Facet(_EMOTIONS, emotion)]:
            yield group.term, when


def _when(number: int, count: int) -> str:
    if count == 1:
        return "only"
    return {0: "first", count - 1: "last"}.get(number, "between")
