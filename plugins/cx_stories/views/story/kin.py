"""The stories around a story: its other side, those like it, before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cx_stories.model.story import Story
from cx_stories.relations.neighbours import Neighbour
from cx_stories.views import addresses
from cx_stories.views.edition import Card, Edition
from cx_stories.views.pairs import address_of
from cx_stories.views.reasons import contrast_in_words, kinship_in_words


@dataclass(frozen=True, slots=True)
class OtherSide:
    """The opposite of a story.

    declared:  whether the writer told them together; otherwise it is our suggestion
    path:      where both stand side by side
    """

    card: Card
    declared: bool
    reason: str
    path: str


@dataclass(frozen=True, slots=True)
class Relative:
    """A story that goes well with another, and why."""

    card: Card
    reason: str


@dataclass(frozen=True, slots=True)
class Step:
    """The story before or after one; `series` is what they both belong to, if that is why they follow."""

    card: Card
    series: str


class Around(NamedTuple):
    """The stories around one by their ids, and why they are: what `kin_of` is made of."""

    stories: Sequence[str]
    reasons: object


def others_around(story: Story, edition: Edition) -> Around:
    """Give what the values of `kin_of` are made of, besides the facts of the story."""
    relations = edition.relations
    contrast, related = relations.contrasts.get(story.id), relations.related.get(story.id, ())
    steps = [(one.story.id, one.series) if one else None for one in relations.neighbours[story.id]]
    opposite = (contrast.story,) if contrast else ()
    ids = (*opposite, *(one.story for one in related), *(step[0] for step in steps if step))
    return Around(ids, (contrast, related, steps))


def kin_of(story: Story, edition: Edition) -> Mapping[str, object]:
    """Give the values that `templates/story/kin.html` prints."""
    before, after = edition.relations.neighbours[story.id]
    return {
        "other_side": _other_side(story, edition),
        "relatives": _relatives(story, edition),
        "previous": _step(before, edition),
        "following": _step(after, edition),
    }


def _other_side(story: Story, edition: Edition) -> OtherSide | None:
    contrast = edition.relations.contrasts.get(story.id)
    other = edition.library.story(contrast.story) if contrast else None
    if contrast is None or other is None:
        return None
    reason = contrast_in_words(contrast, edition)
    return OtherSide(edition.card(other), contrast.declared, reason, address_of(story, other))


def _relatives(story: Story, edition: Edition) -> Sequence[Relative]:
    relatives = []
    opposite = edition.relations.contrasts.get(story.id)
    for kinship in edition.relations.related.get(story.id, ()):
        other = edition.library.story(kinship.story)
        if other is not None and not (opposite and opposite.story == kinship.story):
            relatives.append(Relative(edition.card(other), kinship_in_words(kinship, edition)))
    return tuple(relatives)


def _step(neighbour: Neighbour | None, edition: Edition) -> Step | None:
    if neighbour is None:
        return None
    series = edition.prose(addresses.series(neighbour.series)) if neighbour.series else None
    return Step(edition.card(neighbour.story), series.title if series else "")
