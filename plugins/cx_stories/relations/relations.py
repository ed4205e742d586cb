"""All relations of a library, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from cx_stories.library import Library
from cx_stories.reading.linking import Linking
from cx_stories.relations.backlinks import Backlinks, Link, backlinks, links, links_out
from cx_stories.relations.contrast import Contrast, contrast
from cx_stories.relations.feelings import Felt, felt
from cx_stories.relations.lessons import Lessons, lessons
from cx_stories.relations.neighbours import Neighbours, neighbours
from cx_stories.relations.related import Kinship, related
from cx_stories.relations.terms import TermIndex, terms


class Begun(Protocol):
    """What somebody has begun to find out."""

    @property
    def contrasts(self) -> Mapping[str, Contrast]:
        """What `contrast` gives."""

    @property
    def related(self) -> Mapping[str, Sequence[Kinship]]:
        """What `related` gives."""


@dataclass(frozen=True)
class Relations:
    """How the stories of a library hang together.

    begun:  finds out which stories are related and which are opposites, if somebody has begun on it before
    read:   the links in texts, as far as somebody has read them before
    found:  what `links` gives, if somebody knows it
    """

    library: Library
    begun: Begun | None = None
    read: Mapping[str, Sequence[Linking]] = field(default_factory=dict)
    found: Sequence[Link] | None = None

    @cached_property
    def related(self) -> Mapping[str, Sequence[Kinship]]:
        """The stories that go well with each, best first, by id."""
        return self.begun.related if self.begun else related(self.library)

    @cached_property
    def contrasts(self) -> Mapping[str, Contrast]:
        """The most instructive opposite of each story that has one, by id."""
        return self.begun.contrasts if self.begun else contrast(self.library)

    @cached_property
    def links(self) -> Sequence[Link]:
        """The links in all texts that lead to another page."""
        return links(self.library, self.read) if self.found is None else self.found

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
