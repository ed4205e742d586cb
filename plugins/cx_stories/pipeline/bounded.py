"""Markdown that can be stopped: made in a process that ends when a text takes too long, or breaks it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from math import inf
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic
from typing import Any

from cx_stories.checks.rendered import Unmade
from cx_stories.errors import EndedProcessError
from cx_stories.pipeline.ahead import can_fork
from cx_stories.pipeline.answering import serve
from cx_stories.pipeline.making import Convert
from cx_stories.pipeline.stopwatch import add
from cx_stories.views.prose import Converted, Left

SECONDS = 3.0
"""How long a text may take, so that whoever waits for a build hears of it within five. The longest novel that
a file may hold takes a tenth of that."""
PATIENCE = 4
"""How many times as long a text may take of which the machine, busy elsewhere, has hardly worked on."""
MEMORY = 2**30
"""How many bytes a text may take beyond what its process has before."""
_START = 60.0
"""How long a process may take to start; a busy machine is nobody's fault."""
_OF_BATCH = 1 / 3
"""Which part of the time that one text may take several get together; nearly always they need a hundredth."""
_ATTEMPTS = 2
"""How often a text is tried: a process may also end for a reason that is not in the text."""
_Answer = tuple[Converted | Left | Unmade | None, float]
"""What became of a text, and how many seconds of a core went into it."""


class Bounded:
    """Makes HTML of texts as another does, but comes to an end with every text, and so does the process.

    The process starts with the first text and serves all that follow. It ends with the one that asks it,
    however that ends. Who says before which texts will be asked for spares the two to wait for each other.
    """

    def __init__(self, convert: Convert, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        """Take what makes the HTML; it can be pickled.

        seconds:  how long a text may take
        memory:   how many bytes a text may take
        """
        self._work = (convert, seconds, memory)
        self._worker: _Worker | None = None
        self._foreseen: dict[str, _Answer] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        """A process is not handed on: who needs one starts one."""
        return Bounded, self._work

    def foresee(self, texts: Sequence[str]) -> None:
        """Convert texts together. If one takes long, or ends the process, each is made when it is asked for.

        Raises:  EndedProcessError if no process can be started
        """
        self._foreseen = {}
        if len(texts) > 1:
            try:
                answers = self._ready().ask(texts, self._work[1] * _OF_BATCH)
                self._foreseen = dict(zip(texts, answers, strict=True))
            except (TimeoutError, EOFError, OSError):
                self.close()

    def __call__(self, text: str) -> Converted | Left | Unmade | None:
        """Convert a text, or say why that cannot be done.

        Raises:  EndedProcessError if no process can be started
        """
        made, seconds = self._foreseen.pop(text) if text in self._foreseen else self._alone(text)
        add(processor=seconds)
        return made

    def _alone(self, text: str) -> _Answer:
        left = self._work[1]
        for _ in range(_ATTEMPTS):
            worker, start = self._ready(), monotonic()
            try:
                return worker.ask((text,), left)[0]
            except TimeoutError:
                self.close()
                return Unmade.SLOW, 0.0
            except (EOFError, OSError):
                self.close()
            left = max(0.0, left - (monotonic() - start))
        return Unmade.TANGLED, 0.0

    def close(self) -> None:
        """End the process, whatever it is doing. With the next text another one starts."""
        if self._worker and self._worker.owner == os.getpid():
            self._worker.end()
        self._worker = None

    def _ready(self) -> _Worker:
        """Give a process of ours; that of the process we are a copy of is not."""
        if self._worker is None or self._worker.owner != os.getpid():
            self._worker = _Worker(*self._work)
        return self._worker


class _Worker:
    """A process that makes HTML, as seen by the one that asks it."""

    def __init__(self, convert: Convert, seconds: float, memory: int) -> None:
        """Start it, and wait until it can be asked.

        Raises:  EndedProcessError if it does not start
        """
        forked = can_fork()
        context: Any = get_context("fork" if forked else "spawn")
        self.owner = os.getpid()
        self._before = 0.0
        self._line, theirs = context.Pipe()
        work = (convert, seconds, memory, theirs, self._line if forked else None)
        self._process: BaseProcess = context.Process(target=serve, args=work, daemon=True)
        self._process.start()
        theirs.close()
        try:
            add(processor=sum(seconds for _, seconds in self._answer(_START)))
        except (EOFError, OSError) as error:
            self.end()
            raise EndedProcessError from error

    def ask(self, texts: Sequence[str], seconds: float) -> Sequence[_Answer]:
        """Give what it answers to each text, and what it worked for that.

        seconds:  how long all of them may take, as long as they are worked on
        Raises:  TimeoutError if that takes too long; EOFError or OSError if the process ends
        """
        self._line.send(texts)
        for _ in range(PATIENCE):
            if self._line.poll(seconds):
                return self._answer(seconds)
            if self._worked() >= seconds / 2:
                break
        raise TimeoutError

    def _answer(self, seconds: float) -> Sequence[_Answer]:
        if not self._line.poll(seconds):
            raise TimeoutError
        answers = []
        for made, worked in self._line.recv():
            answers.append((made, worked - self._before))
            self._before = worked
        return answers

    def _worked(self) -> float:
        """Give how many seconds of a core went into these texts; no end of them where that is not known."""
        try:
            fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return inf
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") - self._before

    def end(self) -> None:
        """End the process at once."""
        self._line.close()
        self._process.kill()
        self._process.join()
