"""`cx`: the commands for people who write or keep stories."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from traceback import walk_tb
from typing import Any, NoReturn

import click

from cx_stories.errors import DISK_FULL

_COMMANDS = {
    "build-report": "build_report",
    "check": "check",
    "doctor": "doctor",
    "explain": "explain",
    "export": "export",
    "import": "importing",
    "init": "init",
    "new": "new",
    "rules": "rules",
    "schema": "schema",
    "stats": "stats",
}
"""The module of each, read when it is asked for: the doctor comes where others cannot."""


_PRINTING = "click.utils"
"""All that a command prints goes through here."""


class _Commands(click.Group):
    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command; where nothing can be printed, end with 1 and a sentence.

        A pipe that is closed, as `head` does, is nobody's fault: Click ends for it without a word.
        """
        _open_what_is_closed()
        try:
            return super().main(*args, **extra)
        except OSError as error:
            if _PRINTING not in _modules_of(error):
                raise
            _end_unprinted(error)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        try:
            name = _COMMANDS[cmd_name]
            command: click.Command = getattr(import_module(f"cx_stories.cli.{name}"), name)
        except ModuleNotFoundError as missing:
            raise click.ClickException(
                f"The package {missing.name} is not installed. Type `cx doctor` to see what is wrong."
            ) from missing
        return command


def _open_what_is_closed() -> None:
    """Have a stream that somebody has closed (`<&-`, `>&-`) be one with nothing in it."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 (until the end)


def _modules_of(error: OSError) -> Iterator[str]:
    """Give where an error came through."""
    return (frame.f_globals.get("__name__", "") for frame, _ in walk_tb(error.__traceback__))


def _end_unprinted(error: OSError) -> NoReturn:
    """Say why nothing was printed; what still waits to be is let go, or Python itself would complain."""
    why = "no room left on the disk" if error.errno in DISK_FULL else os.strerror(error.errno or errno.EIO)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    with suppress(OSError):
        click.echo(f"The output cannot be written: {why}.", err=True)
    sys.exit(1)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="cx-stories", message="%(package)s %(version)s")
def main() -> None:
    """Write, check and publish customer-experience stories."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # not every console has a sign for every letter
            stream.reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    main()
