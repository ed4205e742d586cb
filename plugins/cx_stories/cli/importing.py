"""`cx import`: columns and old case studies as drafts, for a person to finish."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import click

from cx_stories.cli.config_option import config_option
from cx_stories.cli.configuration import settings_of
from cx_stories.cli.endings import AMISS, FINE, UNUSABLE
from cx_stories.errors import ConfigurationError, CxStoriesError, VocabularyError
from cx_stories.model.document import SHELVES, Kind
from cx_stories.pipeline.drafting import write_all_new
from cx_stories.pipeline.importing.credits import Credits, day_in
from cx_stories.pipeline.importing.known import Known, known_of
from cx_stories.pipeline.importing.plan import Plan, plan_of
from cx_stories.pipeline.importing.report import FORMS, on_screen, veil_of
from cx_stories.pipeline.settings import Settings

_CREDITS = {
    "title": "What the column is called.",
    "author": "Who wrote the column.",
    "teller": "Whose experience it was.",
    "series": "The series that it is in.",
    "publication": "The magazine, book or site that it stood in.",
    "url": "Its address on the web.",
    "date": "The day it was published, as 2026-01-31.",
}
_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."),
    config_option,
    click.option(
        "--into",
        type=click.Path(path_type=Path),
        help="The folder for the drafts. Default: that of the stories.",
    ),
    click.option(
        "--language", default="", help="The language of the stories, such as nl; else it is guessed."
    ),
    *(
        click.option(f"--{name}", default="", help=f"{said} Else what the column says.")
        for name, said in _CREDITS.items()
    ),
    click.option(
        "--report", type=click.Path(path_type=Path), help="Write the report into a new .md or .json file."
    ),
    click.option("--dry-run", is_flag=True, help="Show what would be, and write nothing."),
)


def _with_options(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command its options, in the order in which `--help` shows them."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


@click.command("import")
@_with_options
def importing(  # noqa: PLR0913 (an option each)
    *,
    files: tuple[Path, ...],
    config_file: Path,
    into: Path | None,
    language: str,
    report: Path | None,
    dry_run: bool,
    **said: str,
) -> None:
    """Make drafts of columns and old case studies.

    FILE is a Word document, Markdown, plain text or HTML, a table (.csv, .tsv), or a folder of these. A text
    with headings such as "Positive: ..." and "Negative: ..." becomes a pair of drafts. Nothing is published,
    and nothing that is there is overwritten.

    Ends with 0, with 1 if no draft was made, or with 2 if the command or the configuration cannot be used.
    """
    try:
        settings = settings_of(config_file)[0]
        known = known_of(settings)
    except (ConfigurationError, VocabularyError) as error:
        click.echo(error.report(str(config_file.parent)), err=True)
        sys.exit(UNUSABLE)
    _refuse(known, language, report, said["date"])
    folder = _folder(settings, into)
    told = Credits(**{**said, "date": day_in(said["date"])})
    plan = plan_of(files, known, told, language, folder)
    _finish(plan, settings, known, report, dry=dry_run)


def _finish(plan: Plan, settings: Settings, known: Known, report: Path | None, *, dry: bool) -> None:
    """Write what there is to write, and tell of it."""
    shown = veil_of(known.standards.denied)
    try:
        files: dict[Path, str | bytes] = {}
        if report:
            files[report] = FORMS[report.suffix.lower()](plan, shown)
        if not dry:
            files |= {settings.content / one.path: one.text for one in plan.drafts}
        write_all_new(files)
    except CxStoriesError as error:
        raise click.ClickException(str(error)) from error
    click.echo("\n".join(on_screen(plan, shown, settings.content.name, dry=dry)))
    sys.exit(FINE if plan.drafts else AMISS)


def _refuse(known: Known, language: str, report: Path | None, date: str) -> None:
    """Refuse what cannot be meant, before anything is written."""
    if language and language not in known.languages:
        raise click.UsageError(f"The site has no language {language}; it has {', '.join(known.languages)}.")
    if date and not day_in(date):
        raise click.UsageError("--date takes a day, such as 2026-01-31.")
    if report and report.suffix.lower() not in FORMS:
        raise click.UsageError("--report takes the name of a new file that ends in .md or .json.")
    if report and report.exists():
        raise click.UsageError(
            f"{report} is there already. It was left as it is; give the report another name."
        )


def _folder(settings: Settings, into: Path | None) -> str:
    """Give the folder for the drafts, below the content folder."""
    shelf = SHELVES[Kind.STORY]
    if into is None:
        return shelf
    content = settings.content.resolve()
    whole = into.resolve()
    inside = PurePosixPath(whole.relative_to(content).as_posix()) if whole.is_relative_to(content) else None
    if inside is None or inside.parts[:1] != (shelf,):
        raise click.UsageError(
            f"--into takes a folder for stories: {settings.content.name}/{shelf}, or one in it."
        )
    return inside.as_posix()
