"""`cx`: the commands for people who write or keep stories."""

from __future__ import annotations

import io
import sys

import click

from cx_stories.cli.check import check
from cx_stories.cli.explain import explain
from cx_stories.cli.rules import rules
from cx_stories.cli.schema import schema


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="cx-stories", message="%(package)s %(version)s")
def main() -> None:
    """Write, check and publish customer-experience stories."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # not every console has a sign for every letter
            stream.reconfigure(errors="backslashreplace")


main.add_command(check)
main.add_command(explain)
main.add_command(rules)
main.add_command(schema)


if __name__ == "__main__":
    main()
