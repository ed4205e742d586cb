"""Bytes that lie on the disk until somebody wants them: of a large site they are too many to hold."""

from __future__ import annotations

import os
import stat
import tempfile
import weakref
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Protocol
from zlib import crc32

from cx_stories.pipeline.reading_files import TooLargeError, read_bounded

READS_AT = hasattr(os, "pread")
"""Whether this system reads at a place of an open file, so that forked processes can share one."""
IN_HAND = 32_000_000
"""How many bytes of a pile stay in a process: small sites never touch the disk."""
UNFINISHED = ".part"
"""What the name of a file ends with that nobody is to read yet."""


class Source(Protocol):
    """Something that bytes can be read from, at any place."""

    def read(self, start: int, length: int) -> bytes:
        """Give bytes; fewer, or none, where they cannot be had."""


class Held(NamedTuple):
    """Bytes that somebody holds.

    total:  a sum by which damage shows
    """

    source: Source
    start: int
    length: int
    total: int

    def read(self) -> bytes | None:
        """Give the bytes; None if they are not what they were."""
        content = self.source.read(self.start, self.length)
        return content if len(content) == self.length and crc32(content) == self.total else None


class InHand:
    """Bytes in this process."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def read(self, start: int, length: int) -> bytes:
        """Give bytes."""
        return self._content[start : start + length]


class OnDisk:
    """Bytes in an open file, which stay there for as long as somebody holds this, whatever becomes of it."""

    def __init__(self, handle: int) -> None:
        """Take over an open file, which is closed when nobody holds this any more."""
        self.handle = handle
        weakref.finalize(self, os.close, handle)

    def read(self, start: int, length: int) -> bytes:
        """Give bytes; fewer if the file has been cut off, none if it cannot be read."""
        with suppress(OSError):
            return os.pread(self.handle, length, start)
        return b""


def source_of(file: Path, most: int) -> tuple[Source, int]:
    """Open a regular file; give its size, too.

    most:    how many bytes it may have
    Raises:  OSError if it cannot be read or is no regular file; TooLargeError if it has more
    """
    if not READS_AT:
        content = read_bounded(file, most)
        return InHand(content), len(content)
    if not stat.S_ISREG(file.stat().st_mode):
        raise OSError(f"{file.name} is no regular file")
    source = OnDisk(os.open(file, os.O_RDONLY))
    size = os.fstat(source.handle).st_size
    if size > most:
        raise TooLargeError(f"{file.name} is too large")
    return source, size


class Pile:
    """Bytes laid down one after the other: in this process as long as they are few, then on a disk."""

    def __init__(self, file: Path | None, in_hand: int | None = None) -> None:
        """Begin with nothing.

        file:     beside which bytes are laid down, in a file without a name; None for no disk
        in_hand:  how many bytes stay in this process; if not said, so many that few sites have more
        """
        self._file = file if READS_AT else None
        self._room = IN_HAND if in_hand is None else in_hand
        self._disk: OnDisk | None = None
        self._end = 0

    def lay(self, content: bytes | memoryview) -> Held:
        """Lay bytes down; where the disk has no room for them they stay in this process."""
        length, total = len(content), crc32(content)
        self._room -= length
        if self._room < 0 and (place := self._on_disk(content)):
            return Held(*place, length, total)
        return Held(InHand(bytes(content)), 0, length, total)

    def _on_disk(self, content: bytes | memoryview) -> tuple[OnDisk, int] | None:
        if self._file and not self._disk:
            self._begin(self._file)
        if self._disk:
            start = self._end
            with suppress(OSError):
                if os.pwrite(self._disk.handle, content, start) == len(content):
                    self._end += len(content)
                    return self._disk, start
        return None

    def _begin(self, file: Path) -> None:
        """Make the file; once at the most."""
        self._file = None
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=file.parent, prefix=f"{file.name}.", suffix=UNFINISHED)
            self._disk = OnDisk(handle)
            Path(name).unlink()
