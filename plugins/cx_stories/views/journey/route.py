"""The way a customer goes: stages in phases, the channels, and the stories at each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cx_stories.model.story import Story
from cx_stories.relations.tallies import crossed, gathered
from cx_stories.views import addresses
from cx_stories.views.edition import Edition, Label
from cx_stories.vocabulary.vocabulary import Term


@dataclass(frozen=True, slots=True)
class Phase:
    """Stages that follow one another; `name` is empty for those that belong to no phase."""

    name: str
    stages: Sequence[Label]


@dataclass(frozen=True)
class Route:
    """All stages and channels of an edition, with the stories that happened there."""

    edition: Edition

    @property
    def stories(self) -> Sequence[Story]:
        """Every story, wherever it happened."""
        return self.edition.library.stories

    @cached_property
    def at(self) -> Mapping[str, Sequence[Story]]:
        """The stories of each stage that has any."""
        return gathered(self.stories, lambda story: story.stages)

    @cached_property
    def through(self) -> Mapping[str, Sequence[Story]]:
        """The stories of each channel that has any."""
        return gathered(self.stories, lambda story: story.channels)

    @cached_property
    def crossings(self) -> Mapping[tuple[str, str], Sequence[Story]]:
        """The stories of each stage and channel that occur together."""
        return crossed(self.stories)

    @cached_property
    def phases(self) -> Sequence[Phase]:
        """The stages in the order of the journey; stages of one phase stand together."""
        vocabulary = self.edition.library.vocabularies["stages"]
        gathered_stages: dict[str, list[Label]] = {}
        for term in self._shown(vocabulary.choices, self.at):
            gathered_stages.setdefault(term.broader, []).append(self.stage(term.id))
        return tuple(
            Phase(self.edition.label("stages", broader).text if broader else "", tuple(stages))
            for broader, stages in gathered_stages.items()
        )

    @cached_property
    def stages(self) -> Sequence[Label]:
        """All stages, each with its page in the journey."""
        return tuple(stage for phase in self.phases for stage in phase.stages)

    @property
    def unmapped(self) -> Sequence[Label]:
        """The stages that are no longer to be used and that no story has, each with its page."""
        mapped = {stage.id for stage in self.stages}
        terms = self.edition.library.vocabularies["stages"].choices
        return tuple(self.stage(term.id) for term in terms if term.id not in mapped)

    @cached_property
    def channels(self) -> Sequence[Label]:
        """All channels, each with its page."""
        terms = self.edition.library.vocabularies["channels"].choices
        return self.edition.labels("channels", [term.id for term in self._shown(terms, self.through)])

    def stage(self, identity: str) -> Label:
        """Give a stage with its page in the journey."""
        return self.edition.label("stages", identity, addresses.stage(identity))

    @staticmethod
    def _shown(terms: Sequence[Term], used: Mapping[str, Sequence[Story]]) -> Iterator[Term]:
        """Leave out terms that are no longer to be used, unless a story has them."""
        return (term for term in terms if term.id in used or not term.outdated)
