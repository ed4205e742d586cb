"""MkDocs as it runs on another computer: a program for tests, `elsewhere.py ORDER PROCESSORS ARGUMENTS...`.

Folders list their files in another order, there are as many processors as it is told, and every piece of
work that can be dealt out over processes is.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Iterator
from types import TracebackType
from typing import Any


class _Listed:
    """The entries of a folder in an order of chance, to be used as what `os.scandir` gives."""

    def __init__(self, entries: list[os.DirEntry[str]]) -> None:
        self._entries = iter(entries)

    def __enter__(self) -> _Listed:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave nothing open."""

    def __iter__(self) -> Iterator[os.DirEntry[str]]:
        return self._entries

    def __next__(self) -> os.DirEntry[str]:
        return next(self._entries)

    def close(self) -> None:
        """Leave nothing open."""


def shuffle_folders(order: int) -> None:
    """Have every folder list what is in it in an order of chance, which a number decides."""
    scandir, listdir, chance = os.scandir, os.listdir, random.Random(order)  # noqa: S311 (only an order)

    def mixed(entries: list[Any]) -> list[Any]:
        entries.sort(key=lambda entry: getattr(entry, "name", entry))
        chance.shuffle(entries)
        return entries

    def shuffled(*folder: Any) -> _Listed:
        with scandir(*folder) as entries:
            return _Listed(mixed(list(entries)))

    os.scandir = shuffled  # type: ignore[assignment]
    os.listdir = lambda *folder: mixed(listdir(*folder))


def main(order: str, processors: str, *arguments: str) -> None:
    """Run MkDocs."""
    shuffle_folders(int(order))
    os.sched_getaffinity = lambda _: set(range(int(processors)))  # type: ignore[assignment]
    # Only now: what is imported takes these as they are.
    from cx_stories.pipeline import side_by_side  # noqa: PLC0415

    side_by_side.WORTH_A_PROCESS = side_by_side.PAGES_WORTH_A_PROCESS = 1
    from mkdocs.__main__ import cli  # noqa: PLC0415

    cli(arguments, prog_name="mkdocs")


if __name__ == "__main__":
    main(*sys.argv[1:])
