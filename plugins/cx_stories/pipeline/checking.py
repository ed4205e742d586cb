"""A check of the collection without building: the same findings, from the same rules, as fast as can be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from cx_stories.checks.context import Standards
from cx_stories.checks.run import Examined, drafts_among, examine_each
from cx_stories.model.diagnostic import Diagnostic
from cx_stories.pipeline.believing import examined_of
from cx_stories.pipeline.judging import Tally, judge, tally
from cx_stories.pipeline.keys import key_of, standards_key_of
from cx_stories.pipeline.opening import open_content, stories_of
from cx_stories.pipeline.remembering import FOREIGN, Memory
from cx_stories.pipeline.settings import Settings
from cx_stories.pipeline.side_by_side import side_by_side
from cx_stories.reading.collection import read_documents
from cx_stories.reading.finding import Found

NAME = "checks.memory"
_DECODER = msgspec.msgpack.Decoder(Examined)
_ENCODER = msgspec.msgpack.Encoder()
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
    kept = Memory(memory, NAME)
    examined = list(_examined(stories_of(found), standards, kept, progress))
    kept.save()
    return examined


def _examined(
    stories: Sequence[Story], standards: Standards, memory: Memory, progress: Progress
) -> Iterator[Examined]:
    """Give what is remembered, then what has to be read, in processes side by side if that is much."""
    standards_key = standards_key_of(standards)
    unread: list[tuple[bytes, Story]] = []
    for story in stories:
        key = key_of(story, standards_key)
        recalled = _recalled(memory, key, story)
        if recalled is None:
            unread.append((key, story))
        else:
            yield recalled
    done = len(stories) - len(unread)
    progress(done, len(stories))
    keys = iter([key for key, _ in unread])
    reading = _Reading(standards, standards_key, tuple(story for _, story in unread))
    for results in side_by_side(reading, range(len(unread))):
        for read_under, result in results:
            if next(keys) == read_under:
                memory.keep(read_under, result)
            yield _DECODER.decode(result)
        done += len(results)
        progress(done, len(stories))


def _recalled(memory: Memory, key: bytes, story: Story) -> Examined | None:
    """Give what was found in a story; None if that is not known, or something else is remembered."""
    entry = memory.recall(key)
    if entry is None:
        return None
    try:
        examined = _DECODER.decode(entry)
    except FOREIGN:
        return None
    if not examined_of(story, examined):
        return None
    memory.keep(key, entry)
    return examined


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads and examines stories; gives the key of each, and what was found in it as plain bytes.

    stories:  all of them; a process gets them once, and then only numbers
    """

    standards: Standards
    key: bytes
    stories: Sequence[Story]

    def __call__(self, number: int) -> tuple[bytes, bytes]:
        """Read and examine a story by itself."""
        return self.of_batch((number,))[0]

    def of_batch(self, numbers: Sequence[int]) -> Sequence[tuple[bytes, bytes]]:
        """The keys are taken last: they are those that were asked for if nothing has changed meanwhile."""
        stories = [self.stories[number] for number in numbers]
        found = examine_each([read_documents(story) for story in stories], self.standards)
        return [(key_of(story, self.key), encoded(one)) for story, one in zip(stories, found, strict=True)]


def encoded(examined: Examined) -> bytes:
    """Give what was found as plain bytes."""
    return _ENCODER.encode(examined)
