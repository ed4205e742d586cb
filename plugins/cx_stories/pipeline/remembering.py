"""A file in which work is remembered, so that what has not changed need not be done again.

It holds plain bytes under keys, each with its length and a sum by which damage shows. What is damaged, cut
off or of another make is forgotten, entry by entry. Whoever reads an entry decides what of it to believe.

Entries stay on the disk until somebody wants one: of a large site they are more than a process should hold.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from struct import Struct
from zlib import crc32

import msgspec

from cx_stories.pipeline.laying_down import UNFINISHED, Held, Pile, Source, source_of

FOLDER = Path(".cache") / "cx-stories"
"""Beside the configuration of the site."""
MAX_SIZE = 1_000_000_000
KEY = 16
"""How many bytes a key has."""
FOREIGN = (msgspec.MsgspecError, ValueError, LookupError, RecursionError)
"""What is raised by whoever decodes an entry that is none of ours, be it that its text is none."""
Entry = bytes | memoryview
_BEGINNING = b"cx-stories memory 1\n"
_HEAD = Struct(f">{KEY}sLL")
"""What stands before each entry: its key, its length and its sum."""


class Memory:
    """What is remembered in one file, by keys that change with what it was made of.

    Work goes in rounds, a check or a build each; what a round has not used is forgotten by the next.
    """

    def __init__(self, folder: Path | None, name: str) -> None:
        """Open a memory.

        folder:  where it is kept; None for one that is forgotten with this process
        name:    of its file
        """
        self._file = None if folder is None or leads_away(folder / name) else folder / name
        self._known = _known_in(self._file) if self._file else {}
        self._new = self.pile()
        self._used: dict[bytes, Held] = {}
        self._unsaved: set[bytes] = set()

    def recall(self, key: bytes) -> Entry | None:
        """Give what is remembered under a key; it is kept only if somebody says so."""
        held = self._known.get(key)
        return held.read() if held else None

    def keep(self, key: bytes, entry: Entry) -> None:
        """Have this remembered under a key."""
        held = self._known.get(key)
        if held is None or (held.length, held.total) != (len(entry), crc32(entry)):
            self._unsaved.add(key)
            held = self._new.lay(entry)
        self._used[key] = held

    def pile(self) -> Pile:
        """Give somewhere to lay down what is too much to hold, beside the file."""
        return Pile(self._file)

    def save(self, least: float = 0.0) -> None:
        """End a round, and write down what was of use in it, if that is not what is written there.

        least:  which part of it must be new to be worth the writing; the rest can wait until there is more

        A memory that cannot be written is no fault of the stories.
        """
        changed = len(self._unsaved | (self._known.keys() - self._used.keys()))
        self._known, self._used = self._used, {}
        if changed > least * len(self._known):
            self._write()

    def close(self) -> None:
        """Write down what no round has found worth the writing."""
        if self._unsaved:
            self._write()

    def _write(self) -> None:
        self._unsaved.clear()
        if self._file:
            with suppress(OSError):
                _write(self._file, _Entries(self._known))
                self._known, self._new = _known_in(self._file), self.pile()


class _Entries(Mapping[bytes, Entry]):
    """Entries by their keys, each read when it is asked for; what has been damaged meanwhile is empty."""

    def __init__(self, held: Mapping[bytes, Held]) -> None:
        self._held = held

    def __getitem__(self, key: bytes) -> Entry:
        return self._held[key].read() or b""

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)


def entries_of(file: Path) -> Iterator[tuple[bytes, Entry]]:
    """Give what a memory holds, as far as it is whole; nothing if it is none, or cannot be read."""
    for key, held in _known_in(file).items():
        entry = held.read()
        if entry is not None:
            yield key, entry


def _known_in(file: Path) -> dict[bytes, Held]:
    """Give where the entries of a memory are, as far as it goes; an entry may still be damaged."""
    try:
        source, size = source_of(file, MAX_SIZE)
    except OSError:
        return {}
    return dict(_places_in(source, size))


def _places_in(source: Source, size: int) -> Iterator[tuple[bytes, Held]]:
    place = len(_BEGINNING)
    if source.read(0, place) != _BEGINNING:
        return
    while place + _HEAD.size <= size:
        head = source.read(place, _HEAD.size)
        if len(head) < _HEAD.size:
            return
        key, length, total = _HEAD.unpack(head)
        start = place + _HEAD.size
        place = start + length
        if place <= size:
            yield key, Held(source, start, length, total)


def pieces_of(entries: Mapping[bytes, Entry]) -> Iterator[Entry]:
    """Give what stands in the file of a memory with these entries, or with as many as it may hold."""
    yield _BEGINNING
    room = MAX_SIZE - len(_BEGINNING)
    for key, entry in entries.items():
        room -= _HEAD.size + len(entry)
        if room >= 0:
            yield _HEAD.pack(key, len(entry), crc32(entry))
            yield entry


def _write(file: Path, entries: Mapping[bytes, Entry]) -> None:
    """Write beside the file and change places: whoever is in the middle of reading the old one can go on.

    Of two that write at the same time the last one counts. What a third has left unfinished is cleared away.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    keep_out_of_git(file.parent / ".gitignore")
    for unfinished in file.parent.glob(f"{file.name}.*{UNFINISHED}"):
        with suppress(OSError):
            unfinished.unlink()
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f"{file.name}.", suffix=UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(pieces_of(entries))
        Path(name).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def leads_away(file: Path) -> bool:
    """Whether a memory would be written somewhere else: whoever made the site may have put a link there."""
    return any(part.is_symlink() for part in (file, *list(file.parents)[: len(FOLDER.parts)]))


def keep_out_of_git(file: Path) -> None:
    """Write what nobody has written yet; a link counts as written."""
    with suppress(FileExistsError), file.open("x", encoding="utf-8") as stream:
        stream.write("*\n")
