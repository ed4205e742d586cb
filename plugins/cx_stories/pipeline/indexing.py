"""The index of the site's own search."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatch
from pathlib import Path

from cx_stories.pipeline.ahead import Ahead
from cx_stories.pipeline.pagefind import Pagefind
from cx_stories.pipeline.settling import settled
from cx_stories.pipeline.side_by_side import PAGES_WORTH_A_PROCESS
from cx_stories.views.searching.filters import UNASKED

FOLDER = "pagefind"
_SERVED = (
    "pagefind.js",
    "pagefind-entry.json",
    "*.pf_meta",
    "wasm.*.pagefind",
    "fragment/*",
    "index/*",
    "filter/*",
)
"""What of Pagefind's files our scripts use; the rest are search boxes of its own."""
Documents = Iterable[tuple[str, str]]
"""Pages: the address of each, seen from the top of the site, and what it is found by."""


class Index:
    """An index that is being made beside other work."""

    def __init__(self, documents: Callable[[], Documents], pages: int) -> None:
        """Begin.

        documents:  gives the pages, in the order in which those equally good are found
        pages:      about how many there are
        """
        self._making = Ahead(lambda: _made(documents()), pages >= PAGES_WORTH_A_PROCESS)

    def write(self, site: Path) -> None:
        """Wait for the index, and put it into the folder of a site, in the place of an older one.

        Raises:  IndexingError if Pagefind cannot be run or does not succeed;
                 EndedProcessError if the process that makes it is ended from outside
        """
        files = self._making()
        folder = site / FOLDER
        shutil.rmtree(folder, ignore_errors=True)
        for inner in sorted({folder / path for path in files}):
            inner.parent.mkdir(parents=True, exist_ok=True)
            inner.write_bytes(files[inner.relative_to(folder).as_posix()])

    def close(self) -> None:
        """End what is still being made: nobody will ask for it."""
        self._making.close()


def _made(documents: Documents) -> Mapping[str, bytes]:
    with Pagefind() as program:
        for location, document in documents:
            program.add(location, document)
        made = program.files()
    served = {path: made[path] for path in made if any(fnmatch(path, pattern) for pattern in _SERVED)}
    return settled(served, UNASKED)
