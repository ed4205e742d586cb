"""Work done in a process of its own, while its parent goes on with something else."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from cx_stories.errors import EndedProcessError
from cx_stories.pipeline import stopwatch
from cx_stories.pipeline.build_parts import Told
from cx_stories.pipeline.side_by_side import cores, idle_threads, leave_all_to_parent

_Result = TypeVar("_Result")


def can_fork() -> bool:
    """Whether a copy of this process can work: not where a thread may hold a lock for ever."""
    return sys.platform == "linux" and threading.active_count() - idle_threads() == 1


class Ahead(Generic[_Result]):
    """Work that has begun; called, it gives what came of the next piece, and waits for that if it must.

    Where processes cannot be forked, or it is not safe, a piece is done when it is asked for.
    """

    def __init__(self, *pieces: Callable[[], _Result], worth: bool = True) -> None:
        """Begin with the first piece; the others follow, in the same process.

        pieces:  each takes nothing, gives what can be pickled, and can also be done without those before it
        worth:   whether they are worth a process of its own
        """
        self._pieces = list(pieces)
        self._process: BaseProcess | None = None
        self._answer: Connection | None = None
        if worth and cores() > 1 and can_fork():
            self._begin()

    def _begin(self) -> None:
        context = get_context("fork")
        self._answer, answer = context.Pipe(duplex=False)
        self._process = context.Process(target=_do, args=(self._pieces, self._answer, answer), daemon=True)
        self._process.start()
        answer.close()

    def __call__(self) -> _Result:
        """Give what came of the next piece of work; what goes wrong goes wrong here.

        Raises:  EndedProcessError if the process is ended from outside; whatever the work raises
        """
        work = self._pieces.pop(0)
        if self._answer is None:
            return work()
        told: Told
        results: tuple[_Result, ...] = ()
        try:
            results, told = self._answer.recv()
        except (EOFError, OSError) as error:
            raise EndedProcessError from error
        except BaseException:  # somebody has interrupted the build, and does not wait for the work
            self.close()
            raise
        finally:
            if not results or not self._pieces:
                self._end()
        stopwatch.hear(told)
        return results[0] if results else work()

    def close(self) -> None:
        """End the work, if nobody has asked what came of it: nobody will."""
        if self._process:
            self._process.terminate()
        self._end()

    def _end(self) -> None:
        if self._process and self._answer:
            self._answer.close()
            self._process.join()
        self._process = self._answer = None


def _do(pieces: Sequence[Callable[[], object]], asking: Connection, answer: Connection) -> None:
    """Work, in a process, and say what came of it; nothing if it went wrong, for then it will again.

    asking:  the other end, which only the parent may hold open: so it shows here when nobody asks any more
    """
    asking.close()
    stopwatch.begin(whole=True)
    leave_all_to_parent()
    signal.signal(signal.SIGTERM, _tidy_up)
    with suppress(BrokenPipeError):
        for work in pieces:
            results = _result_of(work)
            answer.send((results, stopwatch.hand_over()))
            if not results:
                return


def _result_of(work: Callable[[], object]) -> tuple[object, ...]:
    ended = stopwatch.ended()
    try:
        return (work(),)
    except Exception:
        return ()
    finally:
        stopwatch.add(processor=stopwatch.ended() - ended)


def _tidy_up(_signal: int, _frame: object) -> None:
    """End as if by an exception: whatever the work has begun ends with it."""
    sys.exit(1)
