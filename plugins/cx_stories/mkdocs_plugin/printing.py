"""Our pages printed ahead, in processes of their own, while MkDocs writes those before.

A process that is forked has all that is known of the site without being told. Where processes cannot be
forked, or it is not safe, each page is printed when it is asked for; the pages are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from cx_stories.errors import EndedProcessError
from cx_stories.mkdocs_plugin.pages import CxPage, Printed
from cx_stories.mkdocs_plugin.site import Site
from cx_stories.pipeline.ahead import can_fork
from cx_stories.pipeline.side_by_side import MOST_PROCESSES, PAGES_WORTH_A_PROCESS, begin, cores, do

BATCH = 20
AHEAD = 3
"""How many batches may be ready or under way for each process: what is not yet written takes memory."""
_Print = Callable[[CxPage], Printed]


class Press:
    """Prints the pages of a site; asked for them in their order it has them ready.

    pages:    all that will be asked for, as they are when the first one is
    prepare:  does once what would else be done in every process
    worth:    from how many pages on they are dealt out over processes
    """

    def __init__(
        self,
        pages: Sequence[CxPage],
        print_page: _Print,
        prepare: Callable[[], object] = lambda: None,
        worth: int = PAGES_WORTH_A_PROCESS,
    ) -> None:
        self.pages = pages
        self._print = print_page
        self._prepare = prepare
        self._numbers = {id(page): number for number, page in enumerate(pages)}
        self._processes = min(cores(), MOST_PROCESSES) if len(pages) >= worth else 1
        self._pool: ProcessPoolExecutor | None = None
        self._batches: dict[int, Future[Sequence[Printed | None]]] = {}
        self._next = 0

    def printed(self, page: CxPage) -> Printed:
        """Print a page, or give it as it has been printed.

        Raises:  EndedProcessError if a process is ended from outside
        """
        number = self._numbers.get(id(page))
        ready = None if number is None else self._ready(number)
        return ready or self._print(page)

    def _ready(self, number: int) -> Printed | None:
        """Give a page from its batch, and have those after it printed; None if nobody has printed it."""
        self._open()
        batch, place = divmod(number, BATCH)
        try:
            self._print_ahead(batch + AHEAD * self._processes)
            found = self._batches[batch].result()[place] if batch in self._batches else None
        except BrokenProcessPool as error:
            raise EndedProcessError from error
        for old in [one for one in self._batches if one < batch]:
            del self._batches[old]
        return found

    def _open(self) -> None:
        if self._pool is None and self._processes > 1 and can_fork():
            self._prepare()
            self._pool = ProcessPoolExecutor(
                self._processes, get_context("fork"), initializer=begin, initargs=(self._try,)
            )

    def _print_ahead(self, last: int) -> None:
        batches = -(-len(self.pages) // BATCH)
        while self._pool and self._next < min(last + 1, batches):
            numbers = range(self._next * BATCH, min((self._next + 1) * BATCH, len(self.pages)))
            self._batches[self._next] = self._pool.submit(do, numbers)
            self._next += 1

    def _try(self, number: int) -> Printed | None:
        """Print a page in a process; what goes wrong will go wrong again where MkDocs tells of which page."""
        try:
            return self._print(self.pages[number])
        except Exception:
            return None

    def close(self) -> None:
        """Let the processes end."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
        self._processes, self._pool = 1, None
        self._batches.clear()


def press_for(site: Site) -> Press:
    """Give a press for the pages of a site, in the order in which MkDocs asks for them."""
    files = (file for local in site.locals.values() for file in local.files.values())
    pages = tuple(file.page for file in files if isinstance(file.page, CxPage))
    relations = site.default.edition.relations

    def prepare() -> None:
        _ = relations.related
        for local in site.locals.values():
            local.renderer.compile()

    return Press(pages, lambda page: page.printed(site.locals[page.view.language].renderer), prepare)
