"""What related stories and opposites are both found out from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from cx_stories.library import Library
from cx_stories.relations.facts import Fact, facts_of
from cx_stories.relations.since import Standing, standing
from cx_stories.relations.wishes import Wishes


class Ground:
    """What is said of the stories of a library, each thing read once; every list goes by their places."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @cached_property
    def standing(self) -> Standing:
        """The order of the stories."""
        return standing(self._library.stories)

    @cached_property
    def facts(self) -> Sequence[Sequence[Fact]]:
        """What is said of each story."""
        return [facts_of(story) for story in self._library.stories]

    @cached_property
    def wishes(self) -> Wishes:
        """What the writers have said about which stories go together."""
        return Wishes(self._library)
