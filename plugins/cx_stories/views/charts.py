"""Counts as bars: the values that the tables with bars in them are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cx_stories.model.story import Story
from cx_stories.relations.tallies import Tally, gathered, tally
from cx_stories.views.edition import Edition, Label
from cx_stories.vocabulary.vocabulary import TELLS_NOTHING


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart: what is counted, and how many good and bad stories there are of it."""

    label: Label
    tally: Tally


@dataclass(frozen=True, slots=True)
class Twin:
    """Rows with a bar for the good stories and one for the bad, all on one scale.

    what:    the heading of the first column
    filter:  the filter of Explore whose values the rows are; nothing if there is none
    within:  what else must be chosen there to find the stories that are counted
    """

    what: str
    rows: Sequence[Bar]
    filter: str = ""
    within: Mapping[str, str] = field(default_factory=dict)

    @property
    def longest(self) -> int:
        """The count that fills the whole width."""
        return max((max(row.tally.positive, row.tally.negative) for row in self.rows), default=0) or 1

    @property
    def others(self) -> bool:
        """Whether there are stories that are neither good nor bad."""
        return any(row.tally.other for row in self.rows)

    def chosen(self, row: Bar) -> Mapping[str, str]:
        """Give what is to be chosen in Explore to find the stories of a row; nothing if it cannot be."""
        if not self.filter or row.label.id in TELLS_NOTHING:
            return {}
        return {**self.within, self.filter: row.label.id}

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
