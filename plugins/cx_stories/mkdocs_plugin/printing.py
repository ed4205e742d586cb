"""Our pages made whole and written, in processes of their own, while MkDocs goes on with what is not ours.

A process that is forked has all that is known of the site without being told. Where processes cannot be
forked, or it is not safe, the pages are made here, one after another; they are the same.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import NamedTuple

from cx_stories.errors import EndedProcessError
from cx_stories.mkdocs_plugin.pages import CxPage
from cx_stories.pipeline.ahead import can_fork
from cx_stories.pipeline.side_by_side import (
    MOST_PROCESSES,
    PAGES_WORTH_A_PROCESS,
    Done,
    begin,
    cores,
    do,
    heard,
)

BATCH = 60
AHEAD = 70
"""How many batches are made before somebody takes the first: of a large site all are too many to hold."""
ROUND = 167
"""After how many batches other processes take over: the longer one works, the less of it is shared."""
_MKDOCS = logging.getLogger("mkdocs")
Said = tuple[str, int, str]
"""What was said in the log: by whom, how grave it is, and the words."""


class Sheet(NamedTuple):
    """What is left to know of a page when it is in the site.

    key:      of what it was made of; nothing if it has to be printed again, for something was said meanwhile
    proof:    that it is what it was, for whoever takes it over
    found:    what the search finds it by; None if that is known, as it has been taken over
    anchors:  the places in other pages that its prose leads to, by the file of the page, as they were typed
    glance:   what tells in the next build that it is the same; nothing if there is more to know of it
    """

    key: bytes
    proof: bytes
    found: bytes | None
    anchors: Mapping[str, Mapping[str, str]]
    glance: bytes = b""


Steps = Generator[None, None, Sheet]
"""The making of a page, which rests after each step but the last."""
Make = Callable[[CxPage], Steps]


def whole(steps: Steps) -> Sheet:
    """Make a page without a rest."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            sheet: Sheet = done.value
            return sheet


class Press:
    """Makes the pages of a site.

    pages:    in the order in which their sheets will be wanted
    prepare:  does once what would else be done in every process
    worth:    from how many pages on they are dealt out over processes
    """

    def __init__(
        self,
        pages: Sequence[CxPage],
        make: Make,
        prepare: Callable[[], object] = lambda: None,
        worth: int = PAGES_WORTH_A_PROCESS,
    ) -> None:
        self.pages = pages
        self._make = make
        self._prepare = prepare
        self._processes = min(cores(), MOST_PROCESSES) if len(pages) >= worth else 1
        self._pool: ProcessPoolExecutor | None = None
        self._end = 0
        self._batches: deque[Future[Done]] = deque()

    def start(self) -> None:
        """Begin, where that can be done beside other work."""
        if self._processes > 1 and can_fork():
            self._prepare()
            self._open(0)

    def _open(self, start: int) -> None:
        """Start processes that make the next pages, from this one on."""
        self._end = min(len(self.pages), start + ROUND * BATCH)
        self._pool = ProcessPoolExecutor(
            self._processes,
            get_context("fork"),
            initializer=begin,
            initargs=(_Together(self.pages, self._make),),
        )
        for first in range(start, min(self._end, start + AHEAD * BATCH), BATCH):
            self._batches.append(self._pool.submit(do, self._numbers(first)))

    def sheets(self) -> Iterator[tuple[CxPage, Sheet]]:
        """Give what is left to know of each page, in their order; what goes wrong goes wrong here.

        Raises:  EndedProcessError if a process is ended from outside
        """
        for start in range(0, len(self.pages), BATCH):
            for number, made in zip(self._numbers(start), self._made(start), strict=True):
                page = self.pages[number]
                if made is None:
                    yield page, whole(self._make(page))
                    continue
                sheet, said = made
                for name, level, words in said:
                    logging.getLogger(name).log(level, "%s", words)
                yield page, sheet

    def _numbers(self, start: int) -> Sequence[int]:
        return range(start, min(start + BATCH, len(self.pages)))

    def _made(self, start: int) -> Sequence[tuple[Sheet, Sequence[Said]] | None]:
        """Give what a process has made of a batch; what it could not make, or none has, is made here."""
        if not self._pool:
            return [None] * len(self._numbers(start))
        following = start + AHEAD * BATCH
        try:
            made = heard(self._batches.popleft().result())
            if following < self._end:
                self._batches.append(self._pool.submit(do, self._numbers(following)))
        except BrokenProcessPool as error:
            raise EndedProcessError from error
        if not self._batches:
            self._shut()
            if self._end < len(self.pages) and can_fork():
                self._open(self._end)
        return made

    def close(self) -> None:
        """Let the processes end; no others follow."""
        self._shut()
        self._batches.clear()

    def _shut(self) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
        self._pool = None


Made = tuple[Sheet, Sequence[Said]]


class _Together:
    """Makes pages in a process, each step for all of a batch before the next: what it needs is at hand then.

    What goes wrong is left out: it will go wrong again where somebody is told of it.
    """

    def __init__(self, pages: Sequence[CxPage], make: Make) -> None:
        self._pages, self._make = pages, make

    def __call__(self, number: int) -> Made | None:
        return self.of_batch([number])[0]

    def of_batch(self, numbers: Sequence[int]) -> Sequence[Made | None]:
        made: dict[int, Made] = {}
        going = [(number, self._make(self._pages[number]), _Listener()) for number in numbers]
        while going:
            going = [one for one in going if self._rests(*one, made)]
        return [made.get(number) for number in numbers]

    @staticmethod
    def _rests(number: int, steps: Steps, said: _Listener, made: dict[int, Made]) -> bool:
        """Take the next step of a page; whether there is another one."""
        _MKDOCS.handlers[:] = [said]
        try:
            next(steps)
        except StopIteration as done:
            made[number] = done.value, said.records
            return False
        except Exception:
            return False
        return True


def hears_all() -> bool:
    """Whether whoever listens hears all that MkDocs may warn of in a page: nobody has told it to be quiet.

    One that tells everything looks at links in another way.
    """
    return _MKDOCS.isEnabledFor(logging.WARNING) and not _MKDOCS.isEnabledFor(logging.DEBUG)


@contextmanager
def listening() -> Iterator[Sequence[Said]]:
    """Hear what is said meanwhile; whoever else listens hears it, too."""
    listener = _Listener()
    _MKDOCS.addHandler(listener)
    try:
        yield listener.records
    finally:
        _MKDOCS.removeHandler(listener)


class _Listener(logging.Handler):
    """Hears what is said in a process, where nobody counts it."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[Said] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append((record.name, record.levelno, record.getMessage()))
