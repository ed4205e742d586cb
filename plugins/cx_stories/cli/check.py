"""`cx check`: the findings of a build, without building."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from cx_stories.cli.configuration import settings_of
from cx_stories.errors import CxStoriesError
from cx_stories.model.diagnostic import Severity
from cx_stories.pipeline import collect, today

FOUND, UNUSABLE = 1, 2


@click.command()
@click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The configuration of the site. Nothing that it names is run.",
)
def check(config_file: Path) -> None:
    """Check every story and say what to put right, where and how.

    Ends with 0 if there is no error, 1 if there is one, 2 if the configuration cannot be used.
    """
    try:
        settings = settings_of(config_file, today())
        collection = collect(settings)
    except CxStoriesError as error:
        click.echo(str(error), err=True)
        sys.exit(UNUSABLE)
    for found in collection.diagnostics:
        click.echo(f"{settings.content.name}/{found}")
    counts = Counter(found.severity for found in collection.diagnostics)
    tally = ", ".join(_counted(counts[severity], severity.value) for severity in Severity)
    fit = len(collection.library.stories)
    click.echo(f"{fit} {'story is' if fit == 1 else 'stories are'} fit to publish; {tally}.")
    if counts[Severity.ERROR]:
        sys.exit(FOUND)


def _counted(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"
