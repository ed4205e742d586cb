"""Work is dealt out over processes: the same results in the same order, and an end whatever happens."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cx_stories.errors import EndedProcessError
from cx_stories.pipeline import side_by_side as module
from cx_stories.pipeline.build_parts import Told
from cx_stories.pipeline.side_by_side import Done, side_by_side
from tests.pipeline.processes import heeding_ctrl_c, left

SCRIPT = """
import os, time
from cx_stories.pipeline.side_by_side import side_by_side
def work(number):
    os.write(1, b"%d\\n" % os.getpid())
    time.sleep(0.1)
list(side_by_side(work, range(40), worth=1))
"""
"""A program that works long enough for something to happen to it; each process says its number."""


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)


def _squared(number: int) -> tuple[int, int]:
    return os.getpid(), number * number


def _ended(number: int) -> int:
    if number == 30:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def _refused(number: int) -> int:
    if number == 30:
        raise LookupError(number)
    return number


@pytest.mark.parametrize(("worth", "elsewhere"), [(101, False), (100, True)])
def test_results_come_in_order_wherever_they_are_made(worth: int, elsewhere: bool) -> None:
    """A large collection gives what a small one would, only sooner."""
    results = [one for batch in side_by_side(_squared, range(100), worth) for one in batch]

    assert [square for _, square in results] == [number * number for number in range(100)]
    assert (os.getpid() not in {process for process, _ in results}) == elsewhere


class _Together:
    """Work that is done for several items at once."""

    def __call__(self, number: int) -> tuple[int, int]:
        return self.of_batch((number,))[0]

    def of_batch(self, numbers: Sequence[int]) -> Sequence[tuple[int, int]]:
        """Give each number, and how many there were."""
        return [(number, len(numbers)) for number in numbers]


@pytest.mark.parametrize(("worth", "together"), [(101, 50), (100, 13)])
def test_work_that_can_be_done_together_is(worth: int, together: int) -> None:
    """Batch by batch, in this process or in others."""
    batches = list(side_by_side(_Together(), range(100), worth))

    assert [one for batch in batches for one, _ in batch] == list(range(100))
    assert batches[0] == [(number, together) for number in range(together)]


@pytest.mark.parametrize(("items", "processors", "started"), [(9, 64, 9), (5000, 128, 61), (99, 4, 4)])
def test_no_more_processes_are_started_than_are_of_use(
    monkeypatch: pytest.MonkeyPatch, items: int, processors: int, started: int
) -> None:
    """Windows refuses more than 61, and a process without stories is a start for nothing."""
    asked: list[int] = []

    class Pool(ThreadPoolExecutor):
        def __init__(self, workers: int, **_: object) -> None:
            asked.append(workers)
            super().__init__(1)

    def nothing(_batch: Sequence[int]) -> Done:
        return Done((), Told())

    monkeypatch.setattr(module, "ProcessPoolExecutor", Pool)
    monkeypatch.setattr(module, "do", nothing)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(processors)), raising=False)
    list(side_by_side(_squared, range(items), worth=1))

    assert asked == [started]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_process_that_is_ended_from_outside_ends_the_work_with_one_sentence() -> None:
    """Nobody waits for a process that is gone, and nobody looks for the fault in a story."""
    with pytest.raises(EndedProcessError, match=r"^A process that worked on the stories was ended"):
        list(side_by_side(_ended, range(100), worth=1))


@pytest.mark.parametrize("worth", [1, 1000])
def test_what_goes_wrong_in_a_process_goes_wrong_here(worth: int) -> None:
    """An error is the same error wherever it happens."""
    with pytest.raises(LookupError, match=r"^30$"):
        list(side_by_side(_refused, range(100), worth))


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to see which processes are left")
@pytest.mark.parametrize(
    ("stop", "said"),
    [
        (lambda program: os.killpg(program.pid, signal.SIGINT), 1),
        (lambda program: program.send_signal(signal.SIGINT), 1),
        (lambda program: program.kill(), 0),
        (lambda program: program.terminate(), 0),
    ],
    ids=["Ctrl-C", "interrupted", "killed", "terminated"],
)
def test_no_process_is_left_behind(
    stop: Callable[[subprocess.Popen[str]], None], said: int, tmp_path: Path
) -> None:
    """Whoever stops a build has stopped all of it, and reads of it once."""
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    with heeding_ctrl_c():
        program = subprocess.Popen(
            [sys.executable, script],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
    assert program.stdout is not None
    working: set[int] = set()
    while len(working) < 2:
        working.add(int(program.stdout.readline()))
    stop(program)
    errors = program.communicate(timeout=30)[1]

    assert (errors.count("Traceback"), errors.count("KeyboardInterrupt")) == (said, said)
    assert left(working) == set()
