"""Files that a configuration names, read without trust: it may name a device, or something endless."""

from __future__ import annotations

import stat
from pathlib import Path


class TooLargeError(OSError):
    """A file holds more than it can need."""


def read_bounded(file: Path, most: int) -> bytes:
    """Give the bytes of a regular file.

    most:    how many bytes it may have
    Raises:  OSError if it cannot be read or is no regular file; TooLargeError if it has more
    """
    if not stat.S_ISREG(file.stat().st_mode):
        raise OSError(f"{file.name} is no regular file")
    with file.open("rb") as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise TooLargeError(f"{file.name} is too large")
    return content
