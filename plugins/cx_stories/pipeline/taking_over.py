"""Files of the published site, taken over into the one that takes its place if they are what they were."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from struct import Struct
from typing import TypeVar

from cx_stories.pipeline.remembering import KEY

_Made = TypeVar("_Made")
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_OLD = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_SEAL = Struct("<QQq")
PROOF = KEY + _SEAL.size
"""How many bytes the proof of a file has: the sum of what is in it, and the seal of the file itself."""


@dataclass(frozen=True, slots=True)
class Published:
    """The site that is published, of which files may be taken over.

    folder:  where it is
    shares:  whether a file may be in both sites for as long as there are two
    """

    folder: Path
    shares: bool = True

    def give(self, place: str, path: str, proof: bytes) -> bytes | None:
        """Put a file into the new site.

        A file with the seal of the proof is what it was when that was made, as Git has it, too: whoever
        writes into a file, or puts another one in its place, changes its time or its number. A file with
        another seal, as one from a backup has, is read and compared.

        place:   where it is, seen from the top of the site
        path:    where it is to be
        Returns  its proof in the new site; None if it is not given

        Raises:  OSError
        """
        old = f"{self.folder}/{place}"
        try:
            status = os.lstat(old)
        except OSError:
            return None
        if not stat.S_ISREG(status.st_mode):
            return None
        sealed = _seal(status) == proof[KEY:]
        content = None if sealed else _read(old)
        if content is not None and sum_of(content) != proof[:KEY]:
            return None
        if self.shares and status.st_nlink == 1 and _linked(old, path):
            return proof if sealed else proof[:KEY] + _seal(status)
        content = _read(old) if content is None else content
        return write_new(path, content) if sum_of(content) == proof[:KEY] else None

    def content(self, place: str, proof: bytes) -> bytes | None:
        """Give what is in a file; None if it is not what it was when the proof was made.

        place:  as `give` has it
        """
        content = _read(f"{self.folder}/{place}")
        return content if sum_of(content) == proof[:KEY] else None


def sum_of(content: bytes) -> bytes:
    """Give the sum by which a file is known again."""
    return blake2b(content, digest_size=KEY).digest()


def size_of(proof: bytes) -> int:
    """Give the size of the file that a proof is of."""
    return int(_SEAL.unpack(proof[KEY:])[1])


def write_new(path: str, content: bytes) -> bytes:
    """Write a file; its folder is made where there is none. Never into a file that another site may share.

    Returns  its proof
    Raises:  OSError
    """
    try:
        handle = _in_its_folder(path, lambda: os.open(path, _NEW, 0o666))
    except FileExistsError:
        Path(path).unlink()
        handle = os.open(path, _NEW, 0o666)
    try:
        rest = memoryview(content)
        while rest:  # a disk that is nearly full takes a part, and refuses the next one
            rest = rest[os.write(handle, rest) :]
        return sum_of(content) + _seal(os.fstat(handle))
    finally:
        os.close(handle)


def _seal(status: os.stat_result) -> bytes:
    return _SEAL.pack(status.st_ino, status.st_size, status.st_mtime_ns)


def _linked(old: str, path: str) -> bool:
    """Have the new site share a file with the old one, which goes; whether the system can do that."""
    try:
        _in_its_folder(path, lambda: os.link(old, path, follow_symlinks=False))
    except OSError:
        return False
    return True


def _in_its_folder(path: str, make: Callable[[], _Made]) -> _Made:
    """Make something in a folder, and the folder too if it is not there; most pages have one of their own."""
    folder = os.path.dirname(path)  # noqa: PTH120 (a path each takes three times as long)
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    return make()


def _read(path: str) -> bytes:
    """Give what is in a file, if it is one."""
    try:
        handle = os.open(path, _OLD)
        with os.fdopen(handle, "rb") as stream:
            return stream.read() if stat.S_ISREG(os.fstat(handle).st_mode) else b""
    except OSError:
        return b""
