"""The index of the site's own search."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from fnmatch import fnmatch
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

import msgspec

from cx_stories.errors import IndexingError
from cx_stories.pipeline.keys import program_key
from cx_stories.pipeline.laying_down import Held, Pile
from cx_stories.pipeline.pagefind import Pagefind
from cx_stories.pipeline.remembering import FOREIGN, KEY, Entry, Memory
from cx_stories.pipeline.settling import settled
from cx_stories.pipeline.stopwatch import add, ended, kept, phase
from cx_stories.pipeline.taking_over import Published, write_new
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


NAME = "index.memory"
_PLAIN = re.compile(r"(?:[a-z]+/)?[\w.-]+", re.ASCII)
"""What the files of an index are called."""
_PROOFS = msgspec.msgpack.Decoder(dict[str, bytes])


class Index:
    """An index that is made of one page after another, while others are still being printed.

    As long as every page is found by what it was found by before, nothing is made: the last index may do.

    memory:     what is remembered of the last one
    published:  the site that it stands in
    """

    def __init__(self, memory: Memory | None = None, published: Published | None = None) -> None:
        self._memory, self._published = memory, published
        self._program: Pagefind | None = None
        self._ending = ExitStack()
        self._waiting: list[tuple[str, Held]] = []
        self._pile = memory.pile() if memory else Pile(None)
        self._digest = blake2b(_made_by(), digest_size=KEY)

    def add(self, location: str, document: Entry, *, known: bool = False) -> None:
        """Add a page; of those that are found equally well the first one comes first.

        location:  its address, seen from the top of the site
        document:  what it is found by, in UTF-8; nothing if it is not found
        known:     whether the last index, too, has this of it
        Raises:    IndexingError if Pagefind cannot be run or does not succeed; so do `begin` and `write`
        """
        if not document:
            return
        with phase("search", count=1):
            self._digest.update(b"%d %d " % (len(location.encode()), len(document)) + location.encode())
            self._digest.update(document)
            if known and self._memory and not self._program:
                self._waiting.append((location, self._pile.lay(document)))
            else:
                self._feed().add(location, str(document, "utf-8"))

    def begin(self, site: Path) -> None:
        """Have the index made of what has been added; or take the last one over, if it is the same.

        site:  the folder of the site
        """
        if self._waiting and self._taken_over(site):
            self._waiting.clear()
        else:
            self._feed().begin()

    def write(self, site: Path) -> None:
        """Put the index into the folder of a site, in the place of an older one, when it is made."""
        if self._program:
            self._remember(self.put(self.files(), site))

    def files(self) -> Mapping[str, bytes]:
        """Give the files of the index by their paths, when it is made."""
        made = self._running().files()
        served = {path: made[path] for path in made if any(fnmatch(path, pattern) for pattern in _SERVED)}
        return settled(served, UNASKED)

    @staticmethod
    def put(files: Mapping[str, bytes], site: Path) -> Mapping[str, bytes]:
        """Put the files of an index into a site, in the place of an older one; give their proofs by path."""
        folder = site / FOLDER
        shutil.rmtree(folder, ignore_errors=True)
        return {path: write_new(f"{folder}/{path}", files[path]) for path in sorted(files)}

    def remember(self) -> None:
        """Write down what is remembered, now that the site is published."""
        if self._memory:
            self._memory.save()

    def stop(self) -> None:
        """Have it come to nothing, whoever is working on it: `IndexingError` is what they get."""
        if self._program:
            self._program.stop()

    def close(self) -> None:
        """End the program."""
        if self._program is None:
            return
        self._program = None
        before = ended()
        self._ending.close()
        add("search", processor=ended() - before)

    def _feed(self) -> Pagefind:
        """Hand on what has been waiting; give the program that gets it."""
        program = self._running()
        for location, held in self._waiting:
            document = held.read()
            if document is None:
                raise IndexingError("What its pages are found by cannot be read any more.")
            program.add(location, str(document, "utf-8"))
        self._waiting.clear()
        return program

    def _running(self) -> Pagefind:
        """Start the program with the first page."""
        if self._program is None:
            self._program = self._ending.enter_context(Pagefind())
        return self._program

    def _taken_over(self, site: Path) -> bool:
        """Take the last index over, file by file; whether all of it is still what it was."""
        entry = self._memory.recall(self._digest.digest()) if self._memory else None
        if entry is None or self._published is None:
            return False
        try:
            proofs = _PROOFS.decode(entry)
        except FOREIGN:
            return False
        for path in proofs:
            if not any(fnmatch(path, pattern) for pattern in _SERVED) or not _PLAIN.fullmatch(path):
                return False
            place = f"{FOLDER}/{path}"
            proof = self._published.give(place, str(site / place), proofs[path])
            if proof is None:
                shutil.rmtree(site / FOLDER, ignore_errors=True)
                return False
            proofs[path] = proof
        self._remember(proofs)
        kept("index", used=1)
        return True

    def _remember(self, proofs: Mapping[str, bytes]) -> None:
        if self._memory:
            self._memory.keep(self._digest.digest(), msgspec.msgpack.encode(proofs))


def _made_by() -> bytes:
    """Give what has a say in an index besides the pages."""
    return f"{version('pagefind-bin-extended')} {UNASKED} {_SERVED}".encode() + program_key()
