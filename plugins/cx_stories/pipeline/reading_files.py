"""Files that a configuration names, read without trust: it may name a device, or something endless."""

from __future__ import annotations

import stat
from pathlib import Path

LONGEST_PATH, LONGEST_NAME = 1_000, 255
"""In bytes, as a disk counts them: of a path that a configuration names, and of each name in it."""
NO_PATH = (
    "`{}:` names no file or folder that there can be. Look for signs that are not seen, or are too many."
)


def can_be(path: str) -> bool:
    """Whether a disk can have a file of this path: asking for another one may end the program."""
    try:
        typed = path.encode()
    except UnicodeEncodeError:
        return False
    names = typed.replace(b"\\", b"/").split(b"/")
    return b"\0" not in typed and len(typed) <= LONGEST_PATH and max(map(len, names)) <= LONGEST_NAME


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
