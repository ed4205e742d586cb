"""Stories that go well together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from cx_stories.library import Library
from cx_stories.model.story import HIT, MISSED
from cx_stories.relations.facts import LESSON, VERDICT, Fact
from cx_stories.relations.ground import Ground
from cx_stories.relations.nearest import Compared, Nearest
from cx_stories.relations.ranking import Ranking
from cx_stories.relations.reaching import Row, Rows, around
from cx_stories.relations.wishes import Wishes

MOST = 5
"""How many stories are shown beside one; more only where its writer picked more."""
LEAST = 3
"""How many are shown even if nothing much speaks for them, so that a reader can go on."""
_APART = frozenset({HIT, MISSED, LESSON, VERDICT})
"""What is not told among the terms that both have."""


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


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept to find out with less which stories go well together once some of them have changed.

    It may be of any library, older or newer: each part is believed as far as it was found out from the same.
    It is made by `related_since` alone.
    """

    compared: Compared = field(default_factory=Compared)
    kinships: Sequence[Sequence[Kinship]] = ()


def related(library: Library) -> Mapping[str, Sequence[Kinship]]:
    """Map the id of each story to those that go well with it: its writer's picks, then the nearest.

    A story and the one it is told together with are not related: that is its contrast. Translations change
    nothing: a story is compared by its facts, and by its text in the default language or else in its own.
    """
    return related_since(library, Kept())[0]


def related_since(
    library: Library, before: Kept, ground: Ground | None = None
) -> tuple[Mapping[str, Sequence[Kinship]], Kept]:
    """Give what `related` gives, with less work where little has changed, and what to keep."""
    ground = ground or Ground(library)
    wishes, nearest = ground.wishes, Nearest(library, before.compared, ground)
    compared = nearest.compared()
    rankings = compared.rankings
    rows = [_row(place, ranking, wishes, nearest) for place, ranking in enumerate(rankings)]
    Rows(rows, wishes, LEAST, MOST).lead_to_all([ranking.nearest for ranking in rankings])
    telling = _Telling(library, nearest, before)
    kinships = [telling.kinships(place, row, rankings[place]) for place, row in enumerate(rows)]
    found = {story.id: kin for story, kin in zip(library.stories, kinships, strict=True)}
    return found, Kept(compared, kinships)


def _row(place: int, ranking: Ranking, wishes: Wishes, nearest: Nearest) -> Row:
    """Choose what is shown beside a story."""
    row = dict.fromkeys(wishes.picks[place], True)
    back = wishes.picked_by(place)
    if len(back) > 1:
        back = sorted(back, key=lambda other: (-nearest.nearness(place, other), other))
    for other in back:
        if len(row) < MOST:
            row.setdefault(other, True)
    for other, reason in ranking.reasons:
        if len(row) >= MOST:
            break
        if reason and other not in row and wishes.allow(place, other):
            row[other] = False
    if len(row) < LEAST:
        for other in chain(ranking.nearest, around(place, nearest.count)):
            if len(row) >= LEAST:
                break
            if wishes.allow(place, other):
                row.setdefault(other, False)
    return row


@dataclass(frozen=True, slots=True)
class _Telling:
    """Says what stories have in common; what was said before and still holds stays."""

    library: Library
    nearest: Nearest
    before: Kept

    def kinships(self, place: int, row: Row, ranking: Ranking) -> Sequence[Kinship]:
        """Say what a story has in common with each of those that are shown beside it."""
        kept = self._kept(place)
        names = [self.library.stories[other].id for other in row]
        told = [(kin.story, kin.picked) for kin in kept]
        if kept and told == [*zip(names, row.values(), strict=True)] and self._holds(place, row, ranking):
            return kept
        said, alike = {kin.story: kin for kin in kept}, ranking.alike
        found = []
        for name, (other, picked) in zip(names, row.items(), strict=True):
            same = alike[other] if other in alike else self.nearest.alike(place, other)
            kin = said.get(name) if other not in self.nearest.rebagged else None
            if not kin:
                found.append(_kinship(name, self.nearest.shared(place, other), picked, same))
            elif (kin.picked, kin.alike) == (picked, same):
                found.append(kin)
            else:
                found.append(replace(kin, picked=picked, alike=same))
        return tuple(found)

    def _kept(self, place: int) -> Sequence[Kinship]:
        """Give what was said of a story whose facts are what they were."""
        if place in self.nearest.rebagged or not self.before.kinships:
            return ()
        return self.before.kinships[self.nearest.since.was[place]]

    def _holds(self, place: int, row: Row, ranking: Ranking) -> bool:
        """Say whether a story is as near to others as it was, and the facts of its row are the same."""
        ranked = self.before.compared.rankings[self.nearest.since.was[place]]
        return ranking is ranked and self.nearest.rebagged.isdisjoint(row)


def kinship_of(place: int, other: int, library: Library, nearest: Nearest) -> Kinship:
    """Say what two stories have in common; both are called by their place in the library."""
    alike = nearest.alike(place, other)
    return _kinship(library.stories[other].id, nearest.shared(place, other), False, alike)


def _kinship(story: str, facts: Sequence[Fact], picked: bool, alike: bool) -> Kinship:
    return Kinship(
        story=story,
        picked=picked,
        shared=tuple([fact for fact in facts if fact[0] not in _APART]),
        hits=tuple([which for kind, which in facts if kind == HIT]),
        misses=tuple([which for kind, which in facts if kind == MISSED]),
        alike=alike,
        lessons=tuple([which for kind, which in facts if kind == LESSON]),
    )
