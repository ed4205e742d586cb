"""Files that are put into a folder: all of them, or none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from cx_stories.pipeline.drafting import write_new


def lay(folder: Path, texts: Mapping[str, str | bytes]) -> None:
    """Write files that are not there yet. Whatever stops it, nothing stays behind of what it began.

    texts:   or bytes, by path, seen from the folder, which is made if it is not there
    Raises:  TakenError if something of such a name is there, CxStoriesError if something cannot be written
    """
    written: list[Path] = []
    new_folders = _missing(folder, texts)
    try:
        for path, text in texts.items():
            file = folder / path
            write_new(file, text)
            written.append(file)
    except BaseException:
        for file in written:
            file.unlink(missing_ok=True)
        for made in reversed(new_folders):
            _remove_if_empty(made)
        raise


def _missing(folder: Path, texts: Mapping[str, str | bytes]) -> list[Path]:
    """Give the folders that are not there yet, the outer ones first."""
    needed = {parent for path in texts for parent in (folder / path).parents}
    return sorted(one for one in needed if not os.path.lexists(one))


def _remove_if_empty(folder: Path) -> None:
    """Somebody else may have put something into it in the meantime."""
    try:
        folder.rmdir()
    except OSError:
        return
