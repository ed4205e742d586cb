"""`cx`: the commands for people who write or keep stories."""

from __future__ import annotations

import io
import sys
from importlib import import_module

import click

_COMMANDS = {
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


class _Commands(click.Group):
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


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="cx-stories", message="%(package)s %(version)s")
def main() -> None:
    """Write, check and publish customer-experience stories."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # not every console has a sign for every letter
            stream.reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    main()
