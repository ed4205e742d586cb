"""Which stories are nearest to each: by their facts and by their texts."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cx_stories.library import Library
from cx_stories.relations.facts import VERDICT, Fact
from cx_stories.relations.ground import Ground
from cx_stories.relations.likeness import CHANCE, likeness, prints_of
from cx_stories.relations.meeting import SMALL, Before, Chances, Seating, met_at_tables
from cx_stories.relations.ranking import ALIKE, Marks, Met, Ranker, Ranking, of_text
from cx_stories.relations.readers import met_in_reading
from cx_stories.relations.scales import Scales, Weighed
from cx_stories.relations.since import Since, Standing
from cx_stories.relations.wordings import Wordings, wordings

_CHANCES = Chances(rounds=24, leave=1)


@dataclass(frozen=True, slots=True)
class Compared:
    """What it took to find out which stories are nearest to each, to find it out again with less.

    Every list goes by the places of the stories, and places are called as they were when it was made.
    """

    standing: Standing = field(default_factory=Standing)
    weighed: Weighed = field(default_factory=Weighed)
    wordings: Wordings = field(default_factory=Wordings)
    prints: Sequence[bytes] = ()
    seating: Seating = field(default_factory=Seating)
    readers: Sequence[bytes] = ()
    rankings: Sequence[Ranking] = ()


class Nearest:
    """The stories of a library by how near they are; a story is called by its place in the library.

    since:     what has moved
    rebagged:  those whose facts, or what these weigh, are not what they were
    """

    def __init__(
        self, library: Library, before: Compared | None = None, ground: Ground | None = None
    ) -> None:
        """Take the measure of every story.

        before:  what was found out before, of any library
        ground:  what is said of its stories, if somebody has read that
        """
        self._before = before = before or Compared()
        ground = ground or Ground(library)
        self._standing = ground.standing
        self.since = Since.between(before.standing, self._standing)
        said = ground.facts
        self.count = len(said)
        self._scales = Scales(said)
        self._bags = [self._scales.bag(facts) for facts in said]
        self.rebagged = self._scales.changed(self._bags, before.weighed, self.since)
        words, opened = wordings(library.stories, library.languages[0], before.wordings, self.since)
        self._words = words
        self._prints = prints_of(words, opened, before.wordings, before.prints, self.since)
        verdicts = {number for number, (kind, _) in enumerate(self._scales.facts) if kind == VERDICT}
        self._ranker = Ranker(self._scales, self._bags, self._prints, frozenset(verdicts))

    def ranked(self) -> Sequence[Ranking]:
        """Give for each story those nearest to it."""
        return self.compared().rankings

    def compared(self) -> Compared:
        """Find out which stories are nearest to each, and give what it took."""
        seating, readers, rankings = self._among_few() if self.count <= SMALL else self._among_many()
        packed = self._scales.weighed(self._bags)
        return Compared(self._standing, packed, self._words, self._prints.packed, seating, readers, rankings)

    def _among_few(self) -> tuple[Seating, Sequence[bytes], Sequence[Ranking]]:
        everybody = array("i", range(self.count))
        met = Met(everybody, everybody)
        return Seating(), [], [self._ranker.ranking(place, met) for place in everybody]

    def _among_many(self) -> tuple[Seating, Sequence[bytes], Sequence[Ranking]]:
        before, since = self._before, self.since
        known = Before(before.seating, since, self.rebagged)
        seating, moved = met_at_tables(self._facts, self._facts, self._scales, _CHANCES, known)
        readers, others = met_in_reading(self._prints, before.prints, before.readers, since)
        marks = Marks(since, self.rebagged, self._prints.fresh, moved | others)
        mets = (Met(array("i", one), array("i", two)) for one, two in zip(seating.met, readers, strict=True))
        return seating, readers, self._ranker.rankings(mets, before.rankings, marks)

    def _facts(self, place: int) -> frozenset[int]:
        return self._bags[place].facts

    def ranked_for(self, place: int) -> Sequence[int]:
        """Give those nearest to one story, best first, of all there are."""
        everybody = array("i", range(self.count))
        return list(self._ranker.ranking(place, Met(everybody, everybody)).nearest)

    def shared_stems(self, place: int, other: int) -> Mapping[int, int]:
        """Give what makes the texts of two stories alike, and how much; nothing for chance."""
        one, two = self._prints[place], self._prints[other]
        if likeness(one, two) <= CHANCE:
            return {}
        return {stem: one.stems[stem] * two.stems[stem] for stem in one.stems.keys() & two.stems.keys()}

    def nearness(self, place: int, other: int) -> int:
        """Say how near two stories are: 10,000 for the same facts, and for a good third of the same text."""
        overlap = self._scales.overlap(self._bags[place], self._bags[other])
        return overlap + of_text(likeness(self._prints[place], self._prints[other]))

    def shared(self, place: int, other: int) -> Sequence[Fact]:
        """Give the facts that both stories have, the most telling first."""
        both = self._bags[place].facts & self._bags[other].facts
        return [self._scales.facts[number] for number in sorted(both)]

    def alike(self, place: int, other: int) -> bool:
        """Say whether the texts of two stories are clearly alike."""
        return likeness(self._prints[place], self._prints[other]) >= ALIKE

    def reason(self, place: int, other: int) -> bool:
        """Say whether more than a verdict speaks for showing the two together."""
        return self._ranker.shares(place, other) or self.alike(place, other)
