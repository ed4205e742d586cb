"""Stories counted: by verdict, and by what they have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from cx_stories.model.story import Story

POSITIVE, NEGATIVE = "positive", "negative"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many stories have which verdict. `other` counts those that are neither good nor bad."""

    positive: int = 0
    negative: int = 0
    other: int = 0

    @property
    def total(self) -> int:
        """The number of stories."""
        return self.positive + self.negative + self.other


def tally(stories: Iterable[Story]) -> Tally:
    """Count stories by verdict."""
    verdicts = [story.polarity for story in stories]
    positive, negative = verdicts.count(POSITIVE), verdicts.count(NEGATIVE)
    return Tally(positive, negative, len(verdicts) - positive - negative)


def gathered(
    stories: Iterable[Story], terms: Callable[[Story], Iterable[str]]
) -> Mapping[str, Sequence[Story]]:
    """Map each term to the stories that have it, in their order."""
    found: dict[str, list[Story]] = {}
    for story in stories:
        for term in terms(story):
            found.setdefault(term, []).append(story)
    return found


def crossed(stories: Iterable[Story]) -> Mapping[tuple[str, str], Sequence[Story]]:
    """Map each stage and channel that occur together to the stories in which they do, in their order.

    A story that names several of either stands at every crossing of them.
    """
    found: dict[tuple[str, str], list[Story]] = {}
    for story in stories:
        for stage in story.stages:
            for channel in story.channels:
                found.setdefault((stage, channel), []).append(story)
    return found
