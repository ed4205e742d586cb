"""Which stories are nearest to each: by their facts and by their texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cx_stories.library import Library
from cx_stories.relations.facts import VERDICT, Fact, facts_of
from cx_stories.relations.likeness import likeness, prints
from cx_stories.relations.meeting import SMALL, Chances, met_at_tables, met_in_reading
from cx_stories.relations.scales import Scales

CHANCE = 300
"""How much two texts may be alike by chance: that much does not count."""
ALIKE = 1_500
"""From when on two texts are clearly alike: in a mixed collection no two are that by chance."""
KEPT = 20
"""How many of the nearest are worth keeping."""
_WEIGHT_OF_TEXT = 3
_CHANCES = Chances(rounds=24, leave=1)
_READ = 12
"""With how many of those with the most telling facts in common the text is compared."""


class Nearest:
    """The stories of a library by how near they are; a story is called by its place in the library."""

    def __init__(self, library: Library) -> None:
        """Take the measure of every story."""
        said = [tuple(facts_of(story)) for story in library.stories]
        self.count = len(said)
        self._scales = Scales(said)
        self._bags = [self._scales.bag(facts) for facts in said]
        self._prints = prints(library.stories, library.languages[0])
        self._verdicts = {number for number, (kind, _) in enumerate(self._scales.facts) if kind == VERDICT}

    def ranked(self) -> Sequence[Sequence[int]]:
        """Give for each story those nearest to it, best first; of two that are as near, the newer."""
        everybody = range(self.count)
        if self.count <= SMALL:
            return [self._best(place, self._by_facts(place, everybody)) for place in everybody]
        facts = [bag.facts for bag in self._bags]
        at_tables = met_at_tables(facts, facts, self._scales, _CHANCES)
        reading = met_in_reading([one.stems for one in self._prints])
        met = [
            self._by_facts(place, at_tables[place])[:_READ] + self._by_facts(place, reading[place])
            for place in everybody
        ]
        return [self._best(place, found) for place, found in enumerate(met)]

    def ranked_for(self, place: int) -> Sequence[int]:
        """Give those nearest to one story, best first, of all there are."""
        return self._best(place, self._by_facts(place, range(self.count)))

    def shared_stems(self, place: int, other: int) -> Sequence[str]:
        """Give what makes the texts of two stories alike, the most telling first; nothing for chance."""
        one, two = self._prints[place], self._prints[other]
        if likeness(one, two) <= CHANCE:
            return ()
        weights = {stem: one.stems[stem] * two.stems[stem] for stem in one.known & two.known}
        return sorted(weights, key=lambda stem: (-weights[stem], stem))

    def nearness(self, place: int, other: int) -> int:
        """Say how near two stories are: 10,000 for the same facts, and for a good third of the same text."""
        return self._scales.overlap(self._bags[place], self._bags[other]) + self._of_text(place, other)

    def shared(self, place: int, other: int) -> Sequence[Fact]:
        """Give the facts that both stories have, the most telling first."""
        both = self._bags[place].facts & self._bags[other].facts
        return [self._scales.facts[number] for number in sorted(both)]

    def alike(self, place: int, other: int) -> bool:
        """Say whether the texts of two stories are clearly alike."""
        return likeness(self._prints[place], self._prints[other]) >= ALIKE

    def reason(self, place: int, other: int) -> bool:
        """Say whether more than a verdict speaks for showing the two together."""
        both = self._bags[place].facts & self._bags[other].facts
        return not both <= self._verdicts or self.alike(place, other)

    def _by_facts(self, place: int, met: Iterable[int]) -> list[tuple[int, int]]:
        """Give how near others are by their facts, in figures below nothing, and who; the nearest first."""
        overlap, bag, bags = self._scales.overlap, self._bags[place], self._bags
        return sorted([(-overlap(bag, bags[other]), other) for other in met if other != place])

    def _best(self, place: int, found: Iterable[tuple[int, int]]) -> Sequence[int]:
        """Add the texts to what the facts say, and give the best."""
        best = sorted({(near - self._of_text(place, other), other) for near, other in found})
        return [other for _, other in best[:KEPT]]

    def _of_text(self, place: int, other: int) -> int:
        alike = likeness(self._prints[place], self._prints[other])
        return _WEIGHT_OF_TEXT * (alike - CHANCE) if alike > CHANCE else 0
