"""Stories that go well together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from cx_stories.library import Library
from cx_stories.model.story import HIT, MISSED
from cx_stories.relations.facts import LESSON, VERDICT
from cx_stories.relations.nearest import Nearest
from cx_stories.relations.reaching import Row, Rows, around
from cx_stories.relations.wishes import Wishes

MOST = 5
"""How many stories are shown beside one; more only where its writer picked more."""
LEAST = 3
"""How many are shown even if nothing much speaks for them, so that a reader can go on."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """A story that goes well with another, and what they have in common.

    story:    its id
    picked:   whether the writer of either picked the other
    shared:   the terms both have, as (vocabulary, term), the one that fewest stories have first
    hits, misses:  the elements that were there in both, that were missed in both
    alike:    whether the texts themselves are clearly alike
    lessons:  the ids of the lessons both have

    All of it may be empty: then they have no more in common than the verdict.
    """

    story: str
    picked: bool = False
    shared: tuple[tuple[str, str], ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
    alike: bool = False
    lessons: tuple[str, ...] = ()


def related(library: Library) -> Mapping[str, Sequence[Kinship]]:
    """Map the id of each story to those that go well with it: its writer's picks, then the nearest.

    A story and the one it is told together with are not related: that is its contrast. Translations change
    nothing: a story is compared by its facts, and by its text in the default language or else in its own.
    """
    wishes, nearest = Wishes(library), Nearest(library)
    ranked = nearest.ranked()
    rows = [_row(place, ranked[place], wishes, nearest) for place in range(len(library.stories))]
    Rows(rows, wishes, LEAST, MOST).lead_to_all(ranked)
    return {
        story.id: tuple(kinship_of(place, other, library, nearest, picked) for other, picked in row.items())
        for place, (story, row) in enumerate(zip(library.stories, rows, strict=True))
    }


def _row(place: int, ranked: Sequence[int], wishes: Wishes, nearest: Nearest) -> Row:
    """Choose what is shown beside a story."""
    row = dict.fromkeys(wishes.picks[place], True)
    back = sorted(wishes.picked_by(place), key=lambda other: (-nearest.nearness(place, other), other))
    for other in back:
        if len(row) < MOST:
            row.setdefault(other, True)
    allowed = [other for other in ranked if other not in row and wishes.allow(place, other)]
    for other in allowed:
        if len(row) < MOST and nearest.reason(place, other):
            row[other] = False
    strangers = (other for other in around(place, nearest.count) if wishes.allow(place, other))
    for other in chain(allowed, strangers):
        if len(row) >= LEAST:
            break
        row.setdefault(other, False)
    return row


def kinship_of(place: int, other: int, library: Library, nearest: Nearest, picked: bool = False) -> Kinship:
    """Say what two stories have in common; both are called by their place in the library."""
    of_kind: dict[str, list[str]] = {HIT: [], MISSED: [], LESSON: [], VERDICT: []}
    shared = []
    for fact in nearest.shared(place, other):
        kind, which = fact
        if kind in of_kind:
            of_kind[kind].append(which)
        else:
            shared.append(fact)
    return Kinship(
        story=library.stories[other].id,
        picked=picked,
        shared=tuple(shared),
        hits=tuple(of_kind[HIT]),
        misses=tuple(of_kind[MISSED]),
        alike=nearest.alike(place, other),
        lessons=tuple(of_kind[LESSON]),
    )
