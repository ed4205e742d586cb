"""`cx stats`: the collection in numbers."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from cx_stories.cli.config_option import config_option
from cx_stories.cli.counting.figures import figures_of
from cx_stories.cli.counting.for_people import as_lines
from cx_stories.cli.counting.for_programs import as_values
from cx_stories.cli.endings import UNUSABLE
from cx_stories.cli.formats.escaping import as_json
from cx_stories.cli.opening import opened
from cx_stories.errors import CxStoriesError
from cx_stories.pipeline.configuration_file import ConfigurationFile
from cx_stories.views.edition import Edition

_WIDTH = 80
"""Where nobody can say how wide the terminal is."""


@click.command()
@config_option
@click.option("--json", "for_programs", is_flag=True, help="Print JSON for programs, with keys that stay.")
def stats(*, config_file: Path, for_programs: bool) -> None:
    """Count the published stories: verdicts, elements, the journey and its gaps, lessons, terms.

    Ends with 0, or with 2 if the configuration cannot be used.
    """
    try:
        collection, _ = opened(config_file)
        name = ConfigurationFile(config_file).text("site_name")
    except CxStoriesError as error:
        click.echo(error.report(str(config_file.parent)), err=True)
        sys.exit(UNUSABLE)
    edition = Edition(collection.library, "en", name)
    figures = figures_of(collection, edition)
    if for_programs:
        click.echo(as_json(as_values(figures)).encode(), nl=False)
        return
    width = shutil.get_terminal_size((_WIDTH, 24)).columns
    click.echo("\n".join(as_lines(figures, edition, width)), nl=False)
