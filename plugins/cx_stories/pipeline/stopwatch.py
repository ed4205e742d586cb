"""How long each part of a build takes, and what of the last build it could use again.

Whoever works says which part of a build that is; what it takes is counted for that part alone, so that the
parts add up to the whole. A process that works beside the build counts for itself, and hands over its count
with its results. Nothing of this is ever published.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter, process_time

from cx_stories.pipeline.build_parts import Kept, Kind, Part, Taken, Told

SLOW = 0.05
"""From how many seconds of a processor on one piece of work is told of by its name."""
_MOST_SLOW = 100


def ended() -> float:
    """Give the seconds of processors that children of this process have taken which have ended."""
    times = os.times()
    return times.children_user + times.children_system


class Stopwatch:
    """Counts what a process does, from the time it is made on."""

    def __init__(self, *, whole: bool = False, part: Part = "other") -> None:
        """Begin.

        whole:  whether what this process has taken before counts, too
        part:   what is counted for first
        """
        self.told = Told()
        self._began = perf_counter()
        self._before = 0.0 if whole else process_time()
        self._ended = 0.0 if whole else ended()
        self._open: list[Part] = [part]
        self._wall, self._own = self._began, self._before

    @property
    def open_part(self) -> Part:
        """What is counted for now."""
        return self._open[-1]

    def turn_to(self, part: Part) -> None:
        """From now on, time counts for this part, until somebody turns to another or a phase ends."""
        self.book()
        self._open[-1] = part

    def push(self, part: Part) -> None:
        """Count for a part within another one."""
        self.book()
        self._open.append(part)

    def pop(self) -> None:
        """Count for the outer part again."""
        self.book()
        self._open.pop()

    def book(self) -> None:
        """Count what was taken since the last time for the part that is open."""
        wall, own = perf_counter(), process_time()
        taken = self.taken(self.open_part)
        taken.wall += wall - self._wall
        taken.own += own - self._own
        self._wall, self._own = wall, own

    def taken(self, part: Part | None = None) -> Taken:
        """Give what is counted for a part, which may still grow; without a name, for the one that is open."""
        name = part or self.open_part
        found = self.told.parts.get(name)
        if found is None:
            found = self.told.parts[name] = Taken()
        return found

    def kept(self, kind: Kind) -> Kept:
        """Give what is counted of one kind."""
        return self.told.kept.setdefault(kind, Kept())

    def hear(self, told: Told) -> None:
        """Count what another process has counted: what it could not name counts for the part that is open."""
        for part, taken in told.parts.items():
            ours = self.taken(None if part == "other" else part)
            ours.beside += taken.processor
            ours.count += taken.count
            ours.size += taken.size
        for kind, kept in told.kept.items():
            self.kept(kind).used += kept.used
            self.kept(kind).made += kept.made
        self.note(*told.slow)

    def note(self, *slow: tuple[float, str]) -> None:
        """Remember what took long, the slowest first."""
        self.told.slow = sorted((*self.told.slow, *slow), key=lambda one: (-one[0], one[1]))[:_MOST_SLOW]

    def hand_over(self) -> Told:
        """Give what was counted, and begin anew; whoever is in the middle of a part stays there."""
        self.book()
        told, self.told = self.told, Told()
        return told

    @property
    def whole(self) -> tuple[float, float]:
        """The seconds since the beginning; those of processors, of children that have ended, too."""
        processor = process_time() - self._before + ended() - self._ended
        return perf_counter() - self._began, processor


class _Running(threading.local):
    """That of each thread: a preview also prints in threads that are no part of a build.

    Somebody may always count, whether anybody will look at it or not.
    """

    def __init__(self) -> None:
        self.watch = Stopwatch()


_running = _Running()


def begin(*, whole: bool = False, part: Part = "other") -> Stopwatch:
    """Begin to count anew: for a build, or, as a whole, for a process that works beside one."""
    _running.watch = Stopwatch(whole=whole, part=part)
    return _running.watch


def begin_build() -> None:
    """Begin to count for a build: the first one of a process has also started that process."""
    if _running.watch.open_part == "starting":
        turn_to("other")
    else:
        begin()


def running() -> Stopwatch:
    """Give the stopwatch of this process, in the thread in which it works."""
    return _running.watch


@contextmanager
def phase(part: Part, count: int = 0, of: str = "") -> Iterator[None]:
    """Count what is done here for a part of the build, and not for the part around it.

    count:  how many pieces of work that is
    of:     the name of the one piece, to be told if it takes long
    """
    watch = _running.watch
    watch.push(part)
    before = watch.taken().processor
    try:
        yield
    finally:
        watch.pop()
        taken = watch.taken(part)
        taken.count += count
        if of and taken.processor - before >= SLOW:
            watch.note((taken.processor - before, of))


def turn_to(part: Part) -> None:
    """Count for a part from now on, where the beginning and the end of it are in different places."""
    _running.watch.turn_to(part)


def add(part: Part | None = None, *, processor: float = 0.0, count: int = 0, size: int = 0) -> None:
    """Count what others have done for a part; for the one that is open, if none is named.

    processor:  seconds of processors that other processes have taken
    """
    taken = _running.watch.taken(part)
    taken.beside += processor
    taken.count += count
    taken.size += size


def kept(kind: Kind, *, used: int = 0, made: int = 0) -> None:
    """Count what was taken from the last build, and what had to be made anew."""
    counted = _running.watch.kept(kind)
    counted.used += used
    counted.made += made


def hand_over() -> Told:
    """Give what this process has counted since it last did this, for its parent to hear."""
    return _running.watch.hand_over()


def hear(told: Told) -> None:
    """Count what a process that works for this one has counted."""
    _running.watch.hear(told)
