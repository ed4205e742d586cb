"""Files of the published site, taken over into the one that takes its place if they are what they were."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from cx_stories.pipeline.remembering import KEY

_Made = TypeVar("_Made")
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_OLD = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Published:
    """The site that is published, of which files may be taken over.

    folder:  where it is
    shares:  whether a file may be in both sites for as long as there are two
    """

    folder: Path
    shares: bool = True

    def give(self, place: str, path: str, total: bytes) -> int | None:
        """Put a file into the new site.

        place:   where it is, seen from the top of the site
        path:    where it is to be
        total:   its sum; a file with another one is not given
        Returns  its size; None if it is not given

        Raises:  OSError
        """
        old = f"{self.folder}/{place}"
        content, alone = _read(old)
        if sum_of(content) != total:
            return None
        if not (self.shares and alone and _linked(old, path)):
            write_new(path, content)
        return len(content)


def sum_of(content: bytes) -> bytes:
    """Give the sum by which a file is known again."""
    return blake2b(content, digest_size=KEY).digest()


def write_new(path: str, content: bytes) -> None:
    """Write a file; its folder is made where there is none. Never into a file that another site may share.

    Raises:  OSError
    """
    try:
        handle = _in_its_folder(path, lambda: os.open(path, _NEW, 0o666))
    except FileExistsError:
        Path(path).unlink()
        handle = os.open(path, _NEW, 0o666)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)


def _linked(old: str, path: str) -> bool:
    """Have the new site share a file with the old one, which goes; whether the system can do that."""
    try:
        _in_its_folder(path, lambda: os.link(old, path, follow_symlinks=False))
    except OSError:
        return False
    return True


def _in_its_folder(path: str, make: Callable[[], _Made]) -> _Made:
    """Make something in a folder, and the folder too if it is not there."""
    try:
        return make()
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        return make()


def _read(path: str) -> tuple[bytes, bool]:
    """Give what is in a file, if it is one, and whether it stands in no other folder as well."""
    try:
        handle = os.open(path, _OLD)
        with os.fdopen(handle, "rb") as stream:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                return b"", False
            return stream.read(), status.st_nlink == 1
    except OSError:
        return b"", False
