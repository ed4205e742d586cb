"""Which stories their writers told together."""

from __future__ import annotations

from collections.abc import Mapping

from cx_stories.library import Library


def partners(library: Library) -> Mapping[str, str]:
    """Map the id of each story to that of the story it is told together with, if there is one.

    That is the story it names itself, else the newest of those that name it.
    """
    named_by: dict[str, str] = {}
    for story in library.stories:
        if library.pair_of(story):
            named_by.setdefault(story.pair, story.id)
    found = {}
    for story in library.stories:
        partner = story.pair if library.pair_of(story) else named_by.get(story.id, "")
        if partner and partner != story.id:
            found[story.id] = partner
    return found
