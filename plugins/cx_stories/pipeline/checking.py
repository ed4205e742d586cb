"""A check of the collection without building: the same findings, from the same rules, as fast as can be."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from cx_stories.checks.context import Standards
from cx_stories.checks.run import Examined, drafts_among, examine
from cx_stories.model.diagnostic import Diagnostic
from cx_stories.pipeline.judging import Tally, judge, tally
from cx_stories.pipeline.opening import open_content, stories_of
from cx_stories.pipeline.remembering import Memory, encoded, key_of, standards_key_of
from cx_stories.pipeline.settings import Settings
from cx_stories.reading.collection import Found, read_documents

BATCH = 50
WORTH_A_PROCESS = 400
"""How many stories must be read before a second process is worth its start."""
MOST_PROCESSES = 61
"""Windows waits for no more (https://docs.python.org/3/library/concurrent.futures.html#processpoolexecutor)."""
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
    Raises:  ConfigurationError, VocabularyError
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
    batches = [unread[start : start + BATCH] for start in range(0, len(unread), BATCH)]
    for results in _read(batches, standards, key):
        for story_key, result in results:
            yield memory.learn(story_key, result)
        done += len(results)
        progress(done, len(stories))


Results = Sequence[tuple[bytes, bytes]]
"""The key of each story, and what was found in it, as plain bytes."""


def _read(batches: Sequence[Sequence[Story]], standards: Standards, key: bytes) -> Iterator[Results]:
    workers = min(os.cpu_count() or 1, MOST_PROCESSES, len(batches))
    if workers <= 1 or len(batches) * BATCH < WORTH_A_PROCESS:
        for batch in batches:
            yield _read_batch(batch, standards, key)
        return
    with ProcessPoolExecutor(workers, initializer=_start, initargs=(standards, key)) as pool:
        yield from pool.map(_read_in_process, batches)


def _read_batch(batch: Sequence[Story], standards: Standards, key: bytes) -> Results:
    """Read and examine stories. The key is taken first: what changes meanwhile is read again next time."""
    results = []
    for story in batch:
        story_key = key_of(story, key)
        results.append((story_key, encoded(examine(read_documents(story), standards))))
    return results


_bench: list[tuple[Standards, bytes]] = []
"""What a process needs for every batch, handed over once."""


def _start(standards: Standards, key: bytes) -> None:
    _bench[:] = [(standards, key)]


def _read_in_process(batch: Sequence[Story]) -> Results:
    return _read_batch(batch, *_bench[0])
