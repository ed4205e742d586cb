"""The files below a folder, whatever somebody else does in it meanwhile."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def files_below(folder: Path) -> Iterator[Path]:
    """Give all files below a folder, in no order; hidden ones are left out, links are given but not followed.

    A folder that cannot be opened is given as if it were a file.
    """
    folders = [folder]
    while folders:
        current = folders.pop()
        try:
            paths = [path for path in current.iterdir() if not path.name.startswith(".")]
        except OSError:
            yield current
            continue
        for path in paths:
            if _open_folder(path):
                folders.append(path)
            else:
                yield path


def _open_folder(path: Path) -> bool:
    try:
        return path.is_dir() and not path.is_symlink() and os.access(path, os.R_OK | os.X_OK)
    except OSError:  # such as a path that is too long
        return False
