"""A check of the collection without building: the same findings, from the same rules, as fast as can be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cx_stories.checks.context import Standards
from cx_stories.checks.run import Examined, drafts_among, examine
from cx_stories.model.diagnostic import Diagnostic
from cx_stories.pipeline.judging import Tally, judge, tally
from cx_stories.pipeline.opening import open_content, stories_of
from cx_stories.pipeline.remembering import Memory, encoded, key_of, standards_key_of
from cx_stories.pipeline.settings import Settings
from cx_stories.pipeline.side_by_side import side_by_side
from cx_stories.reading.collection import read_documents
from cx_stories.reading.finding import Found

Story = Sequence[Found]
Progress = Callable[[int, int], None]
"""Is told how many stories have been read, and out of how many."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a check found.

    diagnostics:  every finding, sorted
    drafts:       the paths of the files of stories that are still drafts
    """

    diagnostics: Sequence[Diagnostic]
    tally: Tally
    drafts: frozenset[str]


def inspect(
    settings: Settings, memory: Path | None = None, progress: Progress = lambda _done, _all: None
) -> Inspection:
    """Check the content folder.

    memory:  the folder in which is kept what was found in files that may not have changed since
    Raises:  ConfigurationError, VocabularyError, EndedProcessError
    """
    found, standards = open_content(settings)
    examined = examine_all(found, standards, memory, progress)
    judgement = judge(examined, found, standards, settings)
    return Inspection(judgement.diagnostics, tally(judgement), drafts_among(judgement.abstracts))


def examine_all(
    found: Sequence[Found], standards: Standards, memory: Path | None, progress: Progress
) -> Sequence[Examined]:
    """Run the rules about files over every story, or remember what they found, in no order."""
    kept = Memory(memory)
    examined = list(_examined(stories_of(found), standards, kept, progress))
    kept.save()
    return examined


def _examined(
    stories: Sequence[Story], standards: Standards, memory: Memory, progress: Progress
) -> Iterator[Examined]:
    """Give what is remembered, then what has to be read, in processes side by side if that is much."""
    key = standards_key_of(standards)
    unread: list[Story] = []
    for story in stories:
        recalled = memory.recall(key_of(story, key), story)
        if recalled is None:
            unread.append(story)
        else:
            yield recalled
    done = len(stories) - len(unread)
    progress(done, len(stories))
    for results in side_by_side(_Reading(standards, key), unread):
        for story_key, result in results:
            yield memory.learn(story_key, result)
        done += len(results)
        progress(done, len(stories))


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads and examines a story; gives its key, and what was found in it as plain bytes."""

    standards: Standards
    key: bytes

    def __call__(self, story: Story) -> tuple[bytes, bytes]:
        """The key is taken first: what changes meanwhile is read again next time."""
        story_key = key_of(story, self.key)
        return story_key, encoded(examine(read_documents(story), self.standards))
