"""`cx check`: the findings of a build, without building."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from cx_stories.cli.config_option import config_option
from cx_stories.cli.endings import UNUSABLE
from cx_stories.cli.formats.registry import FORMATS
from cx_stories.cli.mending import mend
from cx_stories.cli.request import Request
from cx_stories.cli.running import FOR_PEOPLE, keep_baseline, run
from cx_stories.cli.watching import watch
from cx_stories.errors import EndedProcessError
from cx_stories.model.diagnostic import Severity

_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.argument("paths", nargs=-1, metavar="[PATH]..."),
    config_option,
    click.option(
        "--format",
        "form",
        type=click.Choice(tuple(FORMATS)),
        default="full",
        show_default=True,
        help="How to print what is found.",
    ),
    click.option(
        "-o",
        "--output-file",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Print into a file instead of on the screen.",
    ),
    click.option("--select", multiple=True, metavar="RULES", help="Only these: CX201, unknown-term, CX2."),
    click.option("--ignore", multiple=True, metavar="RULES", help="All but these."),
    click.option(
        "--fail-on",
        type=click.Choice([severity.value for severity in Severity]),
        default=Severity.ERROR.value,
        show_default=True,
        help="From how bad a finding on this fails.",
    ),
    click.option("--diff-base", default="", metavar="REV", help="Only what changed since this branch."),
    click.option("--statistics", is_flag=True, help="How often each rule is broken, not where."),
    click.option("--fix", is_flag=True, help="Mend what can be mended beyond doubt."),
    click.option("--unsafe-fixes", is_flag=True, help="With --fix: put in what was probably meant, too."),
    click.option("--diff", is_flag=True, help="With --fix: show what would change, and change nothing."),
    click.option("--write-baseline", is_flag=True, help="Put up with what is found now; tell only new."),
    click.option("--watch", "watching", is_flag=True, help="Check again whenever a file changes."),
    click.option("--no-cache", is_flag=True, help="Read all files, those that have not changed too."),
)


def _with_options(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command its options, in the order in which `--help` shows them."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


@click.command()
@_with_options
def check(  # noqa: PLR0913 (an option each)
    *,
    paths: tuple[str, ...],
    config_file: Path,
    form: str,
    output_file: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    diff_base: str,
    statistics: bool,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    write_baseline: bool,
    watching: bool,
    no_cache: bool,
) -> None:
    """Check every story and say what to put right, where and how.

    Ends with 0 if nothing is as bad as --fail-on, 1 if something is, 2 if the command or the configuration
    cannot be used. RULES are separated by commas.
    """
    request = Request(
        config_file=config_file,
        paths=paths,
        select=_split(select),
        ignore=_split(ignore),
        diff_base=diff_base,
        form=form,
        output_file=output_file,
        fail_on=Severity(fail_on),
        statistics=statistics,
        remember=not no_cache,
    )
    if (unsafe_fixes or diff) and not fix:
        raise click.UsageError("--unsafe-fixes and --diff belong with --fix.")
    if watching and (fix or write_baseline):
        raise click.UsageError("--watch only looks; leave out --fix and --write-baseline.")
    if write_baseline and (fix or _narrowed(request)):
        raise click.UsageError(
            "--write-baseline writes down all there is; leave out --fix, --select, --ignore, --diff-base and "
            "paths."
        )
    if statistics and form not in FOR_PEOPLE:
        raise click.UsageError(f"--statistics is for people; use it with --format {' or '.join(FOR_PEOPLE)}.")
    with _one_sentence():
        if watching:
            watch(request)
        elif fix:
            sys.exit(mend(request, unsafe=unsafe_fixes, show=diff))
        else:
            sys.exit(keep_baseline(request) if write_baseline else run(request))


@contextmanager
def _one_sentence() -> Iterator[None]:
    """Say in one sentence what nobody can mend in a file."""
    try:
        yield
    except EndedProcessError as error:
        raise _Unfinished(str(error)) from error


class _Unfinished(click.ClickException):
    exit_code = UNUSABLE


def _narrowed(request: Request) -> bool:
    return bool(request.paths or request.select or request.ignore or request.diff_base)


def _split(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
