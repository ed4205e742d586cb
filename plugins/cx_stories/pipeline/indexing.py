"""The index of the site's own search."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from fnmatch import fnmatch
from pathlib import Path

from cx_stories.pipeline.pagefind import Pagefind
from cx_stories.pipeline.settling import settled
from cx_stories.pipeline.stopwatch import add, ended, phase
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


class Index:
    """An index that is made of one page after another, while others are still being printed."""

    def __init__(self) -> None:
        self._program: Pagefind | None = None
        self._ending = ExitStack()

    def add(self, location: str, document: str) -> None:
        """Add a page; of those that are found equally well the first one comes first.

        location:  its address, seen from the top of the site
        document:  what it is found by
        Raises:    IndexingError if Pagefind cannot be run or does not succeed; so does `write`
        """
        with phase("search", count=1):
            self._running().add(location, document)

    def write(self, site: Path) -> None:
        """Make the index, and put it into the folder of a site, in the place of an older one."""
        self.put(self.files(), site)

    def files(self) -> Mapping[str, bytes]:
        """Make the index, and give its files by their paths."""
        made = self._running().files()
        served = {path: made[path] for path in made if any(fnmatch(path, pattern) for pattern in _SERVED)}
        return settled(served, UNASKED)

    @staticmethod
    def put(files: Mapping[str, bytes], site: Path) -> None:
        """Put the files of an index into the folder of a site, in the place of an older one."""
        folder = site / FOLDER
        shutil.rmtree(folder, ignore_errors=True)
        for inner in sorted({(folder / path).parent for path in files}):
            inner.mkdir(parents=True, exist_ok=True)
        for path in sorted(files):
            (folder / path).write_bytes(files[path])

    def close(self) -> None:
        """End the program."""
        if self._program is None:
            return
        self._program = None
        before = ended()
        self._ending.close()
        add("search", processor=ended() - before)

    def _running(self) -> Pagefind:
        """Start the program with the first page."""
        if self._program is None:
            self._program = self._ending.enter_context(Pagefind())
        return self._program
