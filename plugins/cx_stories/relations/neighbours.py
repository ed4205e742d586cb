"""Before and after: within a series, and where that ends in the order of publication."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cx_stories.library import Library
from cx_stories.model.story import Story


class Neighbour(NamedTuple):
    """The story before or after one.

    series:  the id of the series to which both belong; nothing if they only follow one another in time
    """

    story: Story
    series: str = ""


class Neighbours(NamedTuple):
    """The stories published just before and just after one."""

    previous: Neighbour | None
    next: Neighbour | None


def neighbours(library: Library) -> Mapping[str, Neighbours]:
    """Map the id of each story to those around it: of its series where that has one, else of all."""
    found = dict(_along(library.stories, ""))
    series: dict[str, list[Story]] = {}
    for story in library.stories:
        if story.series:
            series.setdefault(story.series, []).append(story)
    for name, stories in series.items():
        for identity, (before, after) in _along(stories, name):
            found[identity] = Neighbours(before or found[identity].previous, after or found[identity].next)
    return found


def _along(newest: Sequence[Story], series: str) -> Iterable[tuple[str, Neighbours]]:
    """Give each story with the ones around it in a list that has the newest first."""
    linked = [None, *(Neighbour(story, series) for story in newest), None]
    for index, story in enumerate(newest):
        yield story.id, Neighbours(previous=linked[index + 2], next=linked[index])
