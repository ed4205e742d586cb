"""Which files somebody has touched: their dates, sizes and numbers on the disk, without opening one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from cx_stories.reading.naming import left_behind
from cx_stories.reading.walking import hidden

Mark = tuple[int, ...]
Marks = Mapping[str, Mark]
"""By the path of a file, what changes with it even if nobody reads it."""


def marks_below(folder: Path, excluded: Callable[[str], bool] = lambda _: False) -> Marks:
    """Give the marks of all files below a folder, by their path as seen from there.

    What programs put beside a file while it is being edited, and a site leaves out, is passed over.

    excluded:  whether a site leaves a path of the folder out
    """
    return dict(_marks(os.fspath(folder), "", excluded))


def marks_of(files: Iterable[Path]) -> Marks:
    """Give the marks of files, and of all files below folders; of what is not there, none."""
    marks: dict[str, Mark] = {}
    for file in files:
        with suppress(OSError):
            marks[os.fspath(file)] = _mark(file.stat())
        marks |= {os.fspath(file / path): mark for path, mark in marks_below(file).items()}
    return marks


def touched(now: Marks, then: Marks) -> frozenset[str] | None:
    """Give the paths of the files that are others than they were; None if one has come or gone."""
    if now.keys() != then.keys():
        return None
    return frozenset(path for path, mark in now.items() if mark != then[path])


def _marks(folder: str, above: str, excluded: Callable[[str], bool]) -> Iterator[tuple[str, Mark]]:
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except OSError:
        return
    for entry in entries:
        path = above + entry.name
        unseen = hidden(entry.name)
        if left_behind(path) or (unseen and excluded(path)):
            continue
        with suppress(OSError):  # gone meanwhile
            if entry.is_dir(follow_symlinks=False) and not unseen:
                yield from _marks(entry.path, f"{path}/", excluded)
            else:
                yield path, _mark(entry.stat(follow_symlinks=False))


def _mark(status: os.stat_result) -> Mark:
    return status.st_ino, status.st_mode, status.st_size, status.st_mtime_ns, status.st_ctime_ns
