"""Before and after: the order in which stories were published."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cx_stories.library import Library
from cx_stories.model.story import Story


class Neighbours(NamedTuple):
    """The stories published just before and just after one."""

    previous: Story | None
    next: Story | None


def neighbours(library: Library) -> Mapping[str, Neighbours]:
    """Map the id of each story to the one published before it and the one published after it."""
    newest = library.stories
    return {
        story.id: Neighbours(
            previous=newest[index + 1] if index + 1 < len(newest) else None,
            next=newest[index - 1] if index else None,
        )
        for index, story in enumerate(newest)
    }
