"""Files put in the place of others: whole or not at all, and never over what somebody changed meanwhile."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

_LOCKED = "This file is read-only, so it was left as it is. Make it writable, and try again."
_FOLDER = "Its folder is read-only, so this file was left as it is. Make the folder writable, and try again."
_CHANGED = "This file was changed while it was being mended, so it was left as it is. Try again."
_GONE = "This file has gone or became something else while it was being mended. Look at it, and try again."
_FULL = "This file could not be written, so it was left as it is. See if the disk is full, and try again."
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)


def content_of_file(file: Path) -> bytes | None:
    """Give the bytes of a file; None if there is no file that can be read, links among them."""
    try:
        if not stat.S_ISREG(file.lstat().st_mode):
            return None
        with os.fdopen(os.open(file, os.O_RDONLY | _NO_FOLLOW | getattr(os, "O_BINARY", 0)), "rb") as stream:
            return stream.read()
    except OSError:
        return None


def replace_file(file: Path, before: bytes, after: bytes) -> str:
    """Put other content in a file, which keeps its permissions.

    before:  what it must still have in it
    Returns  nothing, or why it was left as it is
    """
    try:
        mode = file.lstat().st_mode
        why = _hindrance(file, before, mode)
        if not why:
            put_file(file, after, stat.S_IMODE(mode))
    except FileNotFoundError:
        return _GONE
    except PermissionError:
        return _FOLDER
    except OSError:
        return _FULL
    return why


def _hindrance(file: Path, before: bytes, mode: int) -> str:
    if not stat.S_ISREG(mode):
        return _GONE
    if _locked(file, mode):
        return _LOCKED
    if content_of_file(file) != before:
        return _CHANGED
    return _FOLDER if _locked(file.parent, file.parent.stat().st_mode) else ""


def _locked(path: Path, mode: int) -> bool:
    """Whether nobody may write there, or this person may not."""
    return not mode & 0o222 or not os.access(path, os.W_OK)


def put_file(file: Path, content: bytes, mode: int) -> None:
    """Write beside the file, under a name that no check looks at, and change places in one go.

    Raises:  OSError
    """
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=".mending")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(mode)
        Path(name).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
