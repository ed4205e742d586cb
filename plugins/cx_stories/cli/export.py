"""`cx export`: the stories as data, on the screen or in a file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cx_stories.cli.config_option import config_option
from cx_stories.cli.endings import AMISS, UNUSABLE
from cx_stories.cli.opening import published
from cx_stories.cli.terminal import is_terminal
from cx_stories.errors import CxStoriesError
from cx_stories.exports.data.files import FORMS, dataset_of
from cx_stories.exports.data.parquet_file import LacksPackageError
from cx_stories.exports.publication import Publication
from cx_stories.pipeline.drafting import write_new
from cx_stories.pipeline.writing import put_file


@click.command()
@config_option
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMS)),
    required=True,
    help="A table for a spreadsheet is csv, for an analysis jsonl or parquet; turtle has the terms.",
)
@click.option(
    "-o",
    "--output-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write into this file instead of on the screen.",
)
@click.option("--language", "languages", multiple=True, help="Only this language, such as nl.")
@click.option("--force", is_flag=True, help="Write over a file that is there already.")
def export(
    *, config_file: Path, form: str, output_file: Path | None, languages: tuple[str, ...], force: bool
) -> None:
    """Give the published stories as data: the same files as stand in data/ on the site.

    Drafts, and what concerns consent, are never in them. Without site_url in the configuration, addresses
    are those seen from the top of the site.

    Ends with 0; with 1 if the file cannot be written; with 2 if the command or the configuration cannot be
    used.
    """
    if force and output_file is None:
        raise click.UsageError("--force is about a file; name it with -o.")
    if output_file is None and FORMS[form].binary and on_a_screen():
        raise click.UsageError(f"{form} is nothing to read on a screen; name a file with -o.")
    if output_file is not None and output_file.exists() and not force:
        _refuse(f"{output_file} is there already. Choose another name, or add --force to write over it.")
    content = _content(config_file, form, languages)
    if output_file is None:
        click.echo(content, nl=False)
    else:
        _write(output_file, content, force=force)


def on_a_screen() -> bool:
    """Whether a person would see what is printed."""
    return is_terminal(sys.stdout)


def _content(config_file: Path, form: str, languages: tuple[str, ...]) -> bytes:
    try:
        publication = published(config_file)
        return FORMS[form].make(dataset_of(publication, _spoken(publication, languages)))
    except LacksPackageError as error:
        click.echo(str(error), err=True)
    except CxStoriesError as error:
        click.echo(error.report(str(config_file.parent)), err=True)
    sys.exit(UNUSABLE)


def _spoken(publication: Publication, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Give the languages that were asked for, in the order of the site."""
    known = publication.library.languages
    for language in languages:
        if language not in known:
            raise click.UsageError(f'This site is not in "{language}". Choose from: {", ".join(known)}.')
    return tuple(language for language in known if language in languages)


def _write(file: Path, content: bytes, *, force: bool) -> None:
    try:
        if force and file.exists():
            put_file(file, content, file.stat().st_mode & 0o777)
        else:
            write_new(file, content)
    except OSError as error:
        _refuse(f"{file} cannot be written: {error.strerror}.")
    except CxStoriesError as error:
        _refuse(str(error))


def _refuse(why: str) -> None:
    click.echo(why, err=True)
    sys.exit(AMISS)
