"""The same work done for many stories, in processes side by side where that is worth their start."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from math import ceil
from multiprocessing import parent_process
from threading import Event, Thread
from typing import Any, NamedTuple, TypeVar

from cx_stories.errors import EndedProcessError
from cx_stories.pipeline import stopwatch
from cx_stories.pipeline.build_parts import Told

BATCH = 50
WORTH_A_PROCESS = 400
"""How many stories there must be before a second process is worth its start."""
PAGES_WORTH_A_PROCESS = 1000
"""How many pages there must be before a process to print them, or to index them, is worth its start."""
MOST_PROCESSES = 61
"""Windows waits for no more (https://docs.python.org/3/library/concurrent.futures.html#processpoolexecutor)."""
_TURNS = 4
"""How often a process gets a batch at least, so that all of them end at about the same time."""
_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def side_by_side(
    work: Callable[[_Item], _Result], items: Sequence[_Item], worth: int = WORTH_A_PROCESS
) -> Iterator[Sequence[_Result]]:
    """Give what comes of the items, in their order, batch by batch.

    work:    what is done for each, or for some of them together (`of_batch`); it can be pickled, and so can
             what it takes and gives
    worth:   from how many items on they are dealt out over processes
    Raises:  EndedProcessError if a process is ended from outside; whatever `work` raises
    """
    workers = min(cores(), MOST_PROCESSES, len(items))
    if workers <= 1 or len(items) < worth:
        yield from (of_batch(work, batch) for batch in _batches(items, BATCH))
        return
    size = min(BATCH, ceil(len(items) / workers / _TURNS))
    try:
        with ProcessPoolExecutor(workers, initializer=begin, initargs=(work,)) as pool:
            yield from map(heard, pool.map(do, _batches(items, size)))
    except BrokenProcessPool as error:
        raise EndedProcessError from error


def of_batch(work: Callable[[_Item], _Result], items: Sequence[_Item]) -> Sequence[_Result]:
    """Give what comes of some items: from the work itself, if it can do several together.

    To do one step for all of them before the next takes a fifth less than to do every step for each: a
    processor has the program and the data of a step at hand.
    """
    together: Callable[[Sequence[_Item]], Sequence[_Result]] | None = getattr(work, "of_batch", None)
    return together(items) if together else [work(item) for item in items]


def cores() -> int:
    """Give how many processors this process may use, which may be fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _batches(items: Sequence[_Item], size: int) -> Sequence[Sequence[_Item]]:
    return [items[start : start + size] for start in range(0, len(items), size)]


_bench: list[Callable[[Any], Any]] = []
"""What a process does for every item, handed over once."""


def begin(work: Callable[[Any], Any]) -> None:
    """Begin in a process that will be handed items."""
    stopwatch.begin(whole=True)
    _bench[:] = [work]
    leave_all_to_parent()


def leave_all_to_parent() -> None:
    """Begin in a process: an interrupt is for its parent, and without the parent there is nothing to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    waiting = Event()
    _waiting[:] = [Thread(target=_end_with_parent, args=(waiting,), daemon=True)]
    _waiting[0].start()
    waiting.wait()


def idle_threads() -> int:
    """Give how many threads of this process only wait for its parent to end; they never hold a lock."""
    return sum(thread.is_alive() for thread in _waiting)


_waiting: list[Thread] = []


def _end_with_parent(waiting: Event) -> None:
    parent = parent_process()
    waiting.set()
    if parent is not None:
        parent.join()
        os._exit(1)


class Done(NamedTuple):
    """What came of the items of a batch, and what the process took for it."""

    results: Sequence[Any]
    told: Told


def do(batch: Sequence[Any]) -> Done:
    """Work on items in a process that has begun; the parent takes what comes of it by `heard`."""
    return Done(of_batch(_bench[0], batch), stopwatch.hand_over())


def heard(done: Done) -> Sequence[Any]:
    """Give what came of a batch; what it took counts for what this process is doing."""
    stopwatch.hear(done.told)
    return done.results
