"""How far a check is, for those who wait."""

from __future__ import annotations

import sys
import time
from types import TracebackType

import click

from cx_stories.cli.terminal import is_terminal

PATIENCE = 1.0
"""How many seconds pass before anything is said."""


class Progress:
    """Says on a terminal how many stories have been read, and takes its words away when all is done."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._shown = False

    def __enter__(self) -> Progress:
        return self

    def __call__(self, done: int, total: int) -> None:
        """Take note of how many stories have been read."""
        if is_terminal(sys.stderr) and time.monotonic() - self._start > PATIENCE:
            click.echo(f"\r{done:,} of {total:,} stories read", err=True, nl=False)
            self._shown = True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            click.echo("\r\033[K", err=True, nl=False)
