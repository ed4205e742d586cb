"""Which stories stand where they stood when their relations were found out before."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from cx_stories.library import newest_first
from cx_stories.model.story import Story

NEW = -1
"""The place before of a story that is new, and the place now of one that is gone."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The order of the stories of a library: the day of each and its id."""

    days: Sequence[int] = ()
    names: Sequence[str] = ()


def standing(stories: Sequence[Story]) -> Standing:
    """Give the order of stories."""
    keys = [newest_first(story) for story in stories]
    return Standing([day for day, _ in keys], [name for _, name in keys])


@dataclass(frozen=True, slots=True)
class Since:
    """What has moved since the relations of a library were found out.

    was:    the place that each story had; a story with another date counts as a new one, for it may stand
            elsewhere between the others
    now:    the place that each of those that were there has now
    still:  whether everybody stands where he stood
    """

    was: Sequence[int]
    now: Sequence[int]
    still: bool

    @classmethod
    def between(cls, before: Standing, after: Standing) -> Since:
        """Compare two orders."""
        places = {entry: place for place, entry in enumerate(zip(before.days, before.names, strict=True))}
        was = [places.get(entry, NEW) for entry in zip(after.days, after.names, strict=True)]
        now = [NEW] * len(places)
        for place, old in enumerate(was):
            if old != NEW:
                now[old] = place
        return cls(was, now, was == now == list(range(len(was))))

    @property
    def gone(self) -> Sequence[int]:
        """The places before of those that are not there any more."""
        return [old for old, place in enumerate(self.now) if place == NEW]

    def moved(self, places: bytes) -> bytes:
        """Give places as they are now, packed as before."""
        if self.still:
            return places
        return array("i", map(self.now.__getitem__, array("i", places))).tobytes()
