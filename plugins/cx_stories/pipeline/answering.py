"""A process that makes HTML of one text after another, and lets none of them eat the machine."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread
from time import process_time

from cx_stories.checks.rendered import Unmade
from cx_stories.pipeline.making import Convert
from cx_stories.pipeline.side_by_side import leave_all_to_parent
from cx_stories.views.prose import Converted, Left

if sys.platform == "linux":
    import resource

_FIRST = "x"
"""A text that is made before the clock runs, so that no other pays for what is loaded once."""


def serve(convert: Convert, seconds: float, memory: int, line: Connection, other: Connection | None) -> None:
    """Make HTML, in a process, until nobody asks any more.

    other:  the end of the line that only the parent may hold open, so that it shows when the parent is gone
    """
    if other:
        other.close()
    leave_all_to_parent()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.freeze()
    _limit_memory(memory)
    answering = Thread(target=_answer_all, args=(convert, seconds, line))
    answering.start()  # in a thread of its own every text meets the same stack, wherever the process began
    answering.join()


def _answer_all(convert: Convert, seconds: float, line: Connection) -> None:
    with suppress(EOFError, OSError):
        _made(convert, _FIRST)
        line.send([(None, process_time())])
        while True:
            answers = []
            for text in line.recv():
                _end_after(seconds + 1)
                answers.append((_made(convert, text), process_time()))
            _end_after(0)
            line.send(answers)


def _made(convert: Convert, text: str) -> Converted | Left | Unmade | None:
    try:
        return convert(text)
    except RecursionError:
        return Unmade.TANGLED
    except MemoryError:
        os._exit(1)  # what is left of the memory is not enough for the next text
    except Exception:  # whatever an extension of Markdown does
        return Unmade.REFUSED


def _limit_memory(beyond: int) -> None:
    """Let this process have so much memory beyond what it has, where the system can say how much that is."""
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        most, ceiling = pages * resource.getpagesize() + beyond, resource.getrlimit(resource.RLIMIT_AS)[1]
        if ceiling == resource.RLIM_INFINITY or most < ceiling:
            resource.setrlimit(resource.RLIMIT_AS, (most, ceiling))


def _end_after(seconds: float) -> None:
    """Have the system end this process after so much work, even if the text lets nothing else in it go on.

    seconds:  of a core; 0 to call it off
    """
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds)
