"""The most instructive opposite of a story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cx_stories.library import Library
from cx_stories.relations.ground import Ground
from cx_stories.relations.opposites import KeptOpposites, Opposites


@dataclass(frozen=True, slots=True)
class Contrast:
    """A story of the opposite verdict that happened in much the same place.

    story:     its id
    declared:  whether a writer told the two together; otherwise we found it
    shared:    where both happened, as (vocabulary, term), what fewest stories have first
    turned:    the elements that were there in one and missed in the other
    """

    story: str
    declared: bool
    shared: tuple[tuple[str, str], ...] = ()
    turned: tuple[str, ...] = ()


def contrast(library: Library) -> Mapping[str, Contrast]:
    """Map the id of each story to its opposite; a story without a verdict, or like no other, has none.

    That is the story it is told together with. Else it is the one of the opposite verdict that shares most of
    where it happened, and that missed what this one had or the other way round. Of several that are about as
    good it is the one that is the opposite of fewest others, so that one story of everything does not stand
    beside all.
    """
    return contrast_since(library, KeptOpposites())[0]


def contrast_since(
    library: Library, before: KeptOpposites, ground: Ground | None = None
) -> tuple[Mapping[str, Contrast], KeptOpposites]:
    """Give what `contrast` gives, with less work where little has changed, and what to keep."""
    opposites = Opposites(library, before, ground or Ground(library))
    found = {
        library.stories[place].id: _compared(place, other, library, opposites)
        for place, other in sorted(opposites.chosen().items())
    }
    return found, opposites.kept()


def _compared(place: int, other: int, library: Library, opposites: Opposites) -> Contrast:
    return Contrast(
        story=library.stories[other].id,
        declared=opposites.declared(place, other),
        shared=tuple(opposites.shared(place, other)),
        turned=tuple(opposites.turned(place, other)),
    )
