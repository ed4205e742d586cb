"""The files below a folder, whatever somebody else does in it meanwhile."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

WELL_KNOWN = ".well-known"
"""The one hidden folder that is made to be published.

Source:  https://www.rfc-editor.org/rfc/rfc8615
"""


def files_below(folder: Path) -> Iterator[Path]:
    """Give all files below a folder, in no order; links are given but not followed.

    A folder that cannot be opened is given as if it were a file, and so is a hidden one: nobody looks inside.
    """
    folders = [os.fspath(folder)]
    while folders:
        current = folders.pop()
        try:
            with os.scandir(current) as found:
                entries = list(found)
        except OSError:
            yield Path(current)
            continue
        for entry in entries:
            if _is_folder(entry) and not hidden(entry.name):
                folders.append(entry.path)
            else:
                yield Path(entry.path)


def hidden(name: str) -> bool:
    """Whether a file or folder of this name is out of sight, and not meant to be published either."""
    return name.startswith(".") and name != WELL_KNOWN


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False
