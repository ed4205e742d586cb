"""All relations of a library, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cx_stories.library import Library
from cx_stories.relations.backlinks import Backlinks, Link, backlinks, links, links_out
from cx_stories.relations.contrast import Contrast, contrast
from cx_stories.relations.feelings import Felt, felt
from cx_stories.relations.lessons import Lessons, lessons
from cx_stories.relations.neighbours import Neighbours, neighbours
from cx_stories.relations.related import Kinship, related
from cx_stories.relations.terms import TermIndex, terms


@dataclass(frozen=True)
class Relations:
    """How the stories of a library hang together.

    find_related:  gives what `related` would, if somebody has begun on it before
    """

    library: Library
    find_related: Callable[[], Mapping[str, Sequence[Kinship]]] | None = None

    @cached_property
    def related(self) -> Mapping[str, Sequence[Kinship]]:
        """The stories that go well with each, best first, by id."""
        return self.find_related() if self.find_related else related(self.library)

    @cached_property
    def contrasts(self) -> Mapping[str, Contrast]:
        """The most instructive opposite of each story that has one, by id."""
        return contrast(self.library)

    @cached_property
    def links(self) -> Sequence[Link]:
        """The links in all texts that lead to another page."""
        return links(self.library)

    @cached_property
    def backlinks(self) -> Backlinks:
        """The links that lead to a page, by its address."""
        return backlinks(self.links)

    @cached_property
    def links_out(self) -> Mapping[tuple[str, str], Sequence[str]]:
        """The addresses that a text links to, by the address of its page and its language."""
        return links_out(self.links)

    @cached_property
    def neighbours(self) -> Mapping[str, Neighbours]:
        """The stories before and after each in its series, else by date, by id."""
        return neighbours(self.library)

    @cached_property
    def terms(self) -> TermIndex:
        """The stories of each term, and the terms that go together."""
        return terms(self.library)

    @cached_property
    def felt(self) -> Mapping[str, Felt]:
        """Where in the stories each emotion is felt, by id."""
        return felt(self.library, self.terms)

    @cached_property
    def lessons(self) -> Lessons:
        """The lessons that stories share, and whose lessons are about an element or a stage."""
        return lessons(self.library)
