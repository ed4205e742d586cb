"""A text that takes too long, or breaks the process it is made in, stops nothing but itself."""

from __future__ import annotations

import os
import pickle
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from cx_stories.checks.rendered import Unmade
from cx_stories.pipeline.bounded import Bounded
from cx_stories.views.prose import Converted
from tests.pipeline.processes import heeding_ctrl_c, left

LIMIT = 0.4
MEMORY = 2**26
"""What a text may take here, in seconds and in bytes."""
SCRIPT = """
import os, re, time
from cx_stories.checks.rendered import Unmade
from cx_stories.pipeline.bounded import Bounded
from cx_stories.pipeline.side_by_side import side_by_side
def convert(text):
    if text != "x":
        os.write(1, b"%d %d\\n" % (os.getppid(), os.getpid()))
        re.match("(a+)+$", "a" * 60 + "b") if text == "deaf" else time.sleep(60)
list(side_by_side(Bounded(convert, 0.8), ["HOW"] * WORTH, worth=2))
"""
"""A program in which a text hangs, in this process or in two of them; it says which are at work on it."""


@pytest.fixture(autouse=True)
def _room_for_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.fixture
def begun() -> Callable[[], int]:
    """Give a way to count the processes that were begun since; what other tests have begun does not count."""
    before = set(active_children())
    return lambda: len(set(active_children()) - before)


@pytest.fixture
def bounded() -> Iterator[Bounded]:
    """Give a converter with little patience."""
    bounded = Bounded(_converted, LIMIT, MEMORY)
    yield bounded
    bounded.close()


def _converted(text: str) -> Converted | Unmade | None:
    """Stand in for Markdown, with texts of every kind of malice."""
    if text in _MALICE:
        _MALICE[text]()
    return None if text == "later" else Converted((f"{text} {os.getpid()}",))


def _endless() -> None:
    while True:
        pass


def _deep() -> None:
    _deep()


_MALICE: dict[str, Callable[[], object]] = {
    "starved": lambda: time.sleep(2 * LIMIT),  # as a machine is that is busy elsewhere
    "asleep": lambda: time.sleep(60),
    "endless": _endless,
    "deaf": lambda: re.match(
        "(a+)+$", "a" * 60 + "b"
    ),  # Python hears of nothing else before it has an answer
    "deep": _deep,
    "greedy": lambda: bytearray(2 * MEMORY),
    "killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "aborted": lambda: os._exit(0),
    "refused": lambda: {}["ink"],
}


def _process(made: object) -> int:
    """Give the process in which a text was made."""
    assert isinstance(made, Converted)
    return int(made.parts[0].split()[1])


def test_texts_are_made_in_one_process_that_is_not_this_one(bounded: Bounded) -> None:
    """A process is started once, and a text that must wait for its page waits."""
    first, later, second = (bounded(text) for text in ("one", "later", "two"))

    assert later is None
    assert _process(first) == _process(second) != os.getpid()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("endless", Unmade.SLOW),
        ("deaf", Unmade.SLOW),
        ("asleep", Unmade.SLOW),
        ("deep", Unmade.TANGLED),
        pytest.param(
            "greedy", Unmade.TANGLED, marks=pytest.mark.skipif(sys.platform != "linux", reason="no limit")
        ),
        ("killed", Unmade.TANGLED),
        ("aborted", Unmade.TANGLED),
        ("refused", Unmade.REFUSED),
    ],
)
def test_text_that_cannot_be_made_says_why_and_the_next_is_made(
    begun: Callable[[], int], bounded: Bounded, text: str, why: Unmade
) -> None:
    """One writer's accident is not the end of everybody's site."""
    assert bounded(text) is why
    assert _process(bounded("innocent")) != os.getpid()
    assert begun() == 1


def test_texts_that_are_foreseen_are_made_before_anybody_asks_for_them(bounded: Bounded) -> None:
    """Nobody waits for the process with each of many texts."""
    bounded.foresee(["one", "later", "two"])
    ended = _process(bounded("one"))
    os.kill(ended, signal.SIGKILL)

    assert (bounded("later"), _process(bounded("two"))) == (None, ended)
    assert _process(bounded("two")) != ended  # which nobody has foreseen


@pytest.mark.parametrize(
    ("text", "why"), [("deaf", Unmade.SLOW), ("killed", Unmade.TANGLED), ("refused", Unmade.REFUSED)]
)
def test_text_that_cannot_be_made_is_found_among_those_that_are_foreseen(
    begun: Callable[[], int], bounded: Bounded, text: str, why: Unmade
) -> None:
    """It is told by its name, and the others are made."""
    bounded.foresee(["one", text, "two"])
    first, unmade, last = (bounded(one) for one in ("one", text, "two"))

    assert unmade is why
    assert isinstance(first, Converted)
    assert isinstance(last, Converted)
    assert begun() == 1


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to see what a process works")
def test_text_that_waits_for_a_busy_machine_is_given_time(bounded: Bounded) -> None:
    """What is slow on a crowded machine is not the fault of a text."""
    assert _process(bounded("starved")) != os.getpid()


def test_process_that_was_ended_between_two_texts_is_no_fault_of_a_text(bounded: Bounded) -> None:
    """The system may end a process to make room; the text is made by another."""
    ended = _process(bounded("before"))
    os.kill(ended, signal.SIGKILL)

    assert _process(bounded("after")) not in {ended, os.getpid()}


def test_copy_in_another_process_starts_one_of_its_own(bounded: Bounded) -> None:
    """A build hands its work to several processes, and they do not get in one another's way."""
    here = _process(bounded("here"))
    copy = pickle.loads(pickle.dumps(bounded))  # noqa: S301 (made above)
    try:
        assert _process(copy("there")) != here
        assert _process(bounded("here")) == here
    finally:
        copy.close()


def test_closed_process_is_gone_and_another_starts_when_it_is_needed(
    begun: Callable[[], int], bounded: Bounded
) -> None:
    """A build leaves nothing behind; a preview that goes on can."""
    bounded("one")
    bounded.close()

    assert begun() == 0
    assert _process(bounded("two")) != os.getpid()


def test_process_is_started_anew_where_it_is_not_safe_to_copy_this_one(
    bounded: Bounded, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A preview has threads, and its texts come to an end too."""
    monkeypatch.setattr(threading, "active_count", lambda: 2)

    assert bounded("endless") is Unmade.SLOW
    assert _process(bounded("innocent")) != os.getpid()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to see which processes are left")
@pytest.mark.parametrize(
    ("how", "worth", "stop"),
    [
        ("patient", 2, lambda program: os.killpg(program.pid, signal.SIGINT)),
        ("deaf", 2, lambda program: program.kill()),
        ("patient", 1, lambda program: program.terminate()),
        ("deaf", 1, lambda program: program.kill()),
    ],
    ids=["Ctrl-C", "killed", "one process terminated", "one process killed"],
)
def test_no_process_is_left_behind(
    how: str, worth: int, stop: Callable[[subprocess.Popen[str]], None], tmp_path: Path
) -> None:
    """Whoever stops a build has stopped all of it, even what hears of nothing."""
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.replace("HOW", how).replace("WORTH", str(worth)))
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with heeding_ctrl_c():
        program = subprocess.Popen([sys.executable, script], **pipes, text=True, start_new_session=True)
    assert program.stdout is not None
    working: set[int] = set()
    while len(working) < 2 * worth:
        told = program.stdout.readline()
        assert told, "the program has ended before its processes were at work"
        working.update(map(int, told.split()))
    stop(program)
    program.communicate(timeout=30)

    assert left(working) == set()
