"""`cx build-report`: where the time of the last build went."""

from __future__ import annotations

import shutil
import sys
from datetime import datetime
from pathlib import Path

import click
import msgspec

from cx_stories.cli.config_option import config_option
from cx_stories.cli.endings import AMISS, UNUSABLE
from cx_stories.cli.formats.escaping import as_json
from cx_stories.cli.timing.for_people import as_lines
from cx_stories.errors import CxStoriesError
from cx_stories.pipeline.configuration_file import ConfigurationFile
from cx_stories.pipeline.keeping_reports import recall

_WIDTH = 80
"""Where nobody can say how wide the terminal is."""
_NONE = "There is no report of a build here yet. Build the site first: mkdocs build"


@click.command("build-report")
@config_option
@click.option("--json", "for_programs", is_flag=True, help="Print JSON for programs, with keys that stay.")
def build_report(*, config_file: Path, for_programs: bool) -> None:
    """Say where the time of the last build went.

    Also what it used again of the build before, how much memory it took, and what would make it quicker.

    Ends with 0, with 1 if no build has left a report, or with 2 if the configuration cannot be used.
    """
    try:
        name = ConfigurationFile(config_file).text("site_name")
    except CxStoriesError as error:
        click.echo(error.report(str(config_file.parent)), err=True)
        sys.exit(UNUSABLE)
    found = recall(config_file.parent)
    if found is None:
        click.echo(_NONE, err=True)
        sys.exit(AMISS)
    report, written = found
    if for_programs:
        click.echo(as_json(msgspec.to_builtins(report)).encode(), nl=False)
        return
    width = shutil.get_terminal_size((_WIDTH, 24)).columns
    built = datetime.fromtimestamp(written).astimezone()
    click.echo("\n".join(as_lines(report, name, built, width)))
