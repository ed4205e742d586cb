"""Counts as bars: the values that the tables with bars in them are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cx_stories.model.story import Story
from cx_stories.relations.tallies import Tally, gathered, tally
from cx_stories.views.edition import Edition, Label


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart: what is counted, and how many good and bad stories there are of it."""

    label: Label
    tally: Tally


@dataclass(frozen=True, slots=True)
class Twin:
    """Rows with a bar for the good stories and one for the bad, all on one scale.

    what:  the heading of the first column
    """

    what: str
    rows: Sequence[Bar]

    @property
    def longest(self) -> int:
        """The count that fills the whole width."""
        return max((max(row.tally.positive, row.tally.negative) for row in self.rows), default=0) or 1

    @property
    def others(self) -> bool:
        """Whether there are stories that are neither good nor bad."""
        return any(row.tally.other for row in self.rows)

    def width(self, count: int) -> float:
        """Give how much of the width a count takes, 0 to 100."""
        return round(100 * count / self.longest, 1)


def bars_of(
    vocabulary: str,
    terms: Callable[[Story], Iterable[str]],
    stories: Sequence[Story],
    edition: Edition,
    *,
    unused: bool = False,
) -> Sequence[Bar]:
    """Count stories by the terms of a vocabulary, in its order.

    unused:  whether terms without a story have a row, too; those no longer to be used never have
    """
    found = gathered(stories, terms)
    return tuple(
        Bar(edition.label(vocabulary, term.id), tally(found.get(term.id, ())))
        for term in edition.library.vocabularies[vocabulary].choices
        if term.id in found or (unused and not term.outdated)
    )


def most_first(bars: Iterable[Bar]) -> Sequence[Bar]:
    """Give rows by the number of stories; those with as many stay in their order."""
    return tuple(sorted(bars, key=lambda bar: -bar.tally.total))
