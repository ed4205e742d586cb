"""A file of the content folder, opened so that it is a file of that folder and nothing else.

What is looked at by its name may be something else when it is opened: a link, a folder that has become a
link, a pipe that nobody writes into. So every step from the content folder on is taken without following
links, and what is there is asked what it is once it is open.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

_STEPWISE = os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")
_FOLDER = getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_FILE = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class NoFileError(OSError):
    """What is there is a link, a pipe, a device or a folder."""


def opened(root: Path, file: Path) -> BinaryIO:
    """Open a regular file below a folder for reading; no link below that folder is followed.

    root:    the folder; it may itself be a link, for whoever named it chose it
    Raises:  NoFileError if it is something else; OSError
    """
    descriptor = _stepwise(root, _below(root, file)) if _STEPWISE else _at_once(root, file)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise NoFileError
    except OSError:
        os.close(descriptor)
        raise
    return os.fdopen(descriptor, "rb")


def _below(root: Path, file: Path) -> tuple[str, ...]:
    """Give the steps from a folder to a file; `relative_to` takes ten times as long, for every file."""
    steps = len(root.parts)
    return file.parts[steps:] if file.parts[:steps] == root.parts else file.relative_to(root).parts


def _stepwise(root: Path, parts: tuple[str, ...]) -> int:
    folder = os.open(root, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0))
    try:
        for part in parts[:-1]:
            below = os.open(part, os.O_RDONLY | _FOLDER, dir_fd=folder)
            os.close(folder)
            folder = below
        return os.open(parts[-1], os.O_RDONLY | _FILE, dir_fd=folder)
    finally:
        os.close(folder)


def _at_once(root: Path, file: Path) -> int:
    """Where steps cannot be taken one by one, as on Windows, ask of each whether it is a link."""
    if any(part.is_symlink() for part in (file, *file.parents) if part.is_relative_to(root) and part != root):
        raise NoFileError
    return os.open(file, os.O_RDONLY | _FILE)
