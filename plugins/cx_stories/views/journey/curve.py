"""The curve: every story a mark above or below the line of the journey."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cx_stories.model.story import Story
from cx_stories.relations.tallies import NEGATIVE, POSITIVE, Tally, tally
from cx_stories.views.edition import Card, Edition, Label
from cx_stories.views.journey.route import Route

HIGHEST = 24
"""How many marks a column has at most, above and below the line together."""

NAMED = 12
"""Up to how many stories at a stage a poster has room for their titles."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Marks of one kind at a stage.

    verdict:  positive (above the line), negative (below it), or other (below it, too)
    count:    how many stories they stand for
    marks:    how many marks there are
    cards:    the story that each mark leads to; none if a mark stands for several
    """

    verdict: str
    count: int
    marks: int
    cards: Sequence[Card]


@dataclass(frozen=True, slots=True)
class Column:
    """A stage of the curve."""

    stage: Label
    tally: Tally
    stacks: Sequence[Stack]


@dataclass(frozen=True, slots=True)
class CurvePhase:
    """Neighbouring columns of one phase of the journey."""

    name: str
    columns: Sequence[Column]


@dataclass(frozen=True, slots=True)
class Curve:
    """The whole figure. `each` is how many stories a mark stands for at most."""

    phases: Sequence[CurvePhase]
    each: int

    @property
    def columns(self) -> Sequence[Column]:
        """All columns from left to right."""
        return tuple(column for phase in self.phases for column in phase.columns)

    @property
    def named(self) -> bool:
        """Whether there is room for the title of every story beside its mark, on paper."""
        return self.each == 1 and all(column.tally.total <= NAMED for column in self.columns)

    @property
    def others(self) -> bool:
        """Whether there are stories that are neither good nor bad."""
        return any(column.tally.other for column in self.columns)


def curve_of(route: Route) -> Curve:
    """Draw the curve; each story is a mark of its own as long as no column gets too high."""
    each = stories_a_mark(tally(stories) for stories in route.at.values())
    phases = tuple(
        CurvePhase(phase.name, tuple(_column(stage, each, route) for stage in phase.stages))
        for phase in route.phases
    )
    return Curve(phases, each)


def stories_a_mark(tallies: Iterable[Tally]) -> int:
    """Give the smallest number of stories a mark can stand for so that no column has more than 24 marks."""
    return max((_least(one) for one in tallies), default=1)


def _least(one: Tally) -> int:
    each = max(1, -(-one.total // HIGHEST))
    while sum(marks_of(count, each) for count in (one.positive, one.negative, one.other)) > HIGHEST:
        each += 1
    return each


def marks_of(count: int, each: int) -> int:
    """Give the number of marks for a number of stories; the last may stand for fewer."""
    return -(-count // each)


def _column(stage: Label, each: int, route: Route) -> Column:
    stories = route.at.get(stage.id, ())
    kinds = {POSITIVE: [], NEGATIVE: [], "other": []}  # type: dict[str, list[Story]]
    for story in reversed(stories):
        kinds.get(story.polarity, kinds["other"]).append(story)
    stacks = tuple(_stack(verdict, found, each, route.edition) for verdict, found in kinds.items() if found)
    return Column(stage, tally(stories), stacks)


def _stack(verdict: str, stories: Sequence[Story], each: int, edition: Edition) -> Stack:
    cards = edition.cards(stories) if each == 1 else ()
    return Stack(verdict, len(stories), marks_of(len(stories), each), cards)
