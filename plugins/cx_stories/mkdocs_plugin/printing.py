"""Our pages made whole and written, in processes of their own, while MkDocs goes on with what is not ours.

A process that is forked has all that is known of the site without being told. Where processes cannot be
forked, or it is not safe, the pages are made here, one after another; they are the same.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
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

BATCH = 20
_MKDOCS = logging.getLogger("mkdocs")
Said = tuple[str, int, str]
"""What was said in the log: by whom, how grave it is, and the words."""


class Sheet(NamedTuple):
    """What is left to know of a page when it is in the site.

    key:      of what it was made of
    entry:    what is to be remembered of it; nothing if that is known, as it has been taken over
    anchors:  the places in other pages that its prose leads to, by the file of the page, as they were typed
    """

    key: bytes
    entry: bytes
    anchors: Mapping[str, Mapping[str, str]]


Make = Callable[[CxPage], Sheet]


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
        self._batches: list[Future[Done]] = []

    def start(self) -> None:
        """Begin, where that can be done beside other work."""
        if self._processes > 1 and can_fork():
            self._prepare()
            self._pool = ProcessPoolExecutor(
                self._processes, get_context("fork"), initializer=begin, initargs=(self._try,)
            )
            starts = range(0, len(self.pages), BATCH)
            self._batches = [self._pool.submit(do, self._numbers(start)) for start in starts]

    def sheets(self) -> Iterator[tuple[CxPage, Sheet]]:
        """Give what is left to know of each page, in their order; what goes wrong goes wrong here.

        Raises:  EndedProcessError if a process is ended from outside
        """
        for start in range(0, len(self.pages), BATCH):
            for number, made in zip(self._numbers(start), self._made(start), strict=True):
                page = self.pages[number]
                if made is None:
                    yield page, self._make(page)
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
        batch, self._batches[start // BATCH] = self._batches[start // BATCH], Future()
        try:
            return heard(batch.result())
        except BrokenProcessPool as error:
            raise EndedProcessError from error

    def _try(self, number: int) -> tuple[Sheet, Sequence[Said]] | None:
        """Make a page in a process; what goes wrong will go wrong again where somebody is told of it."""
        said = _Listener()
        _MKDOCS.handlers[:] = [said]
        try:
            return self._make(self.pages[number]), said.records
        except Exception:
            return None

    def close(self) -> None:
        """Let the processes end."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
        self._processes, self._pool = 1, None
        self._batches.clear()


class _Listener(logging.Handler):
    """Hears what is said in a process, where nobody counts it."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[Said] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append((record.name, record.levelno, record.getMessage()))
