"""A piece of work is done beside others, and comes to an end whatever happens."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing import active_children

import pytest

from cx_stories.errors import EndedProcessError
from cx_stories.pipeline.ahead import Ahead

forking = pytest.mark.skipif(sys.platform != "linux", reason="processes are not forked here")
HERE = os.getpid()
MORE_THAN_A_PIPE_HOLDS = 2**20


@pytest.fixture(autouse=True)
def _room_for_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def _where() -> str:
    return "here" if os.getpid() == HERE else "elsewhere"


@forking
def test_work_is_done_elsewhere_and_leaves_no_process() -> None:
    """A builder's second core is of use from the start."""
    ahead = Ahead(_where)

    assert len(active_children()) == 1
    assert ahead() == "elsewhere"
    assert active_children() == []


@forking
def test_each_piece_is_given_as_soon_as_it_is_done() -> None:
    """Who needs the first answer does not wait for the last, and none is lost when one goes wrong."""
    asked, answer = os.pipe()
    ahead = Ahead(_where, lambda: (os.read(asked, 1), _where())[1], lambda: 1 // (_where() == "here"), _where)

    assert ahead() == "elsewhere"
    os.write(answer, b"!")
    assert ahead() == "elsewhere"
    assert (ahead(), ahead()) == (1, "here")
    assert active_children() == []


@pytest.mark.parametrize(
    ("processors", "threads", "worth"),
    [(1, 1, True), (2, 2, True), (2, 1, False)],
    ids=["one core", "threads", "little work"],
)
def test_work_is_done_here_where_that_is_quicker_or_safer(
    monkeypatch: pytest.MonkeyPatch, processors: int, threads: int, worth: bool
) -> None:
    """A preview has threads, and its pages are the same."""
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(processors)), raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: threads)

    assert Ahead(_where, worth=worth)() == "here"


@forking
@pytest.mark.parametrize(
    ("work", "what", "said"),
    [
        (lambda: {}["ink"], KeyError, "ink"),
        (
            lambda: _where() == "here" or os.kill(os.getpid(), signal.SIGKILL),
            EndedProcessError,
            "from outside",
        ),
    ],
    ids=["refused", "killed"],
)
def test_what_goes_wrong_is_told_when_the_work_is_asked_for(
    work: Callable[[], object], what: type[Exception], said: str
) -> None:
    """Nobody waits for ever, and a full memory is not taken for a mistake in a story."""
    ahead = Ahead(work)

    with pytest.raises(what, match=said):
        ahead()
    assert active_children() == []


@forking
def test_work_that_nobody_asks_for_any_more_ends() -> None:
    """A build that stops half-way leaves no process behind, however much it had to say."""
    ahead = Ahead(lambda: "x" * MORE_THAN_A_PIPE_HOLDS)
    (process,) = active_children()

    del ahead
    gc.collect()
    process.join(timeout=30)

    assert process.exitcode == 0
