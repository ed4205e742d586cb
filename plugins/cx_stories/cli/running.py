"""Look once, and print what was found."""

from __future__ import annotations

import os
import posixpath
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import click

from cx_stories.checks.policy import FIXED
from cx_stories.checks.registry import CHECKS
from cx_stories.cli.choosing import choice_of
from cx_stories.cli.configuration import settings_of
from cx_stories.cli.endings import AMISS, FINE, UNUSABLE
from cx_stories.cli.formats.github import step_summary
from cx_stories.cli.formats.paint import Paint
from cx_stories.cli.formats.registry import FORMATS
from cx_stories.cli.formats.report import Report
from cx_stories.cli.formats.summary import summary
from cx_stories.cli.progress import Progress
from cx_stories.cli.request import Request
from cx_stories.cli.terminal import is_terminal
from cx_stories.errors import ConfigurationError, CxStoriesError
from cx_stories.model.diagnostic import Diagnostic, Severity
from cx_stories.model.document import Span
from cx_stories.pipeline import Inspection, Settings, inspect
from cx_stories.pipeline.baseline import write_baseline
from cx_stories.pipeline.judging import Tally, warnings_that_count
from cx_stories.views.signs import no_orders

FOR_PEOPLE = ("full", "concise")
_RULES = {rule.code: rule for rule in CHECKS}


def run(request: Request) -> int:
    """Check and print; give the exit status."""
    try:
        settings, _ = settings_of(request.config_file)
        found = look(request, settings)
        show(request, _report(found, settings))
    except CxStoriesError as error:
        return refuse(request, error)
    too_many = settings.max_warnings is not None and (
        warnings_that_count(found.diagnostics, found.drafts) > settings.max_warnings
    )
    if too_many:
        click.echo(
            f"`max_warnings` lets {settings.max_warnings} warnings pass, and there are more.", err=True
        )
    bad = any(one.severity.rank <= request.fail_on.rank for one in found.diagnostics)
    return AMISS if bad or too_many else FINE


def look(request: Request, settings: Settings) -> Inspection:
    """Check, and keep what was asked for."""
    choice = choice_of(request, settings)
    with Progress() as progress:
        found = inspect(settings, request.memory, progress)
    return replace(found, diagnostics=tuple(filter(choice.keeps, found.diagnostics)))


def keep_baseline(request: Request) -> int:
    """Write down as known the findings that a site may put up with; give the exit status."""
    try:
        settings, options = settings_of(request.config_file, baseline=False)
        found = inspect(settings, request.memory)
        known = [one for one in found.diagnostics if not one.code.startswith(FIXED)]
        write_baseline(request.config_file.parent, options.baseline, known)
    except CxStoriesError as error:
        return refuse(request, error)
    count, left = len(known), len(found.diagnostics) - len(known)
    click.echo(
        f"{count} {'finding is' if count == 1 else 'findings are'} written down in {options.baseline}, "
        "and will not be told again. Take a line out of it to hear of it once more."
    )
    if left:
        kept = "1 finding stays" if left == 1 else f"{left} findings stay"
        click.echo(f"{kept} to be mended, because nobody may put up with what keeps the site whole.")
    return FINE


def refuse(request: Request, error: CxStoriesError) -> int:
    """Say why nothing could be checked: to people in words, to programs as the one finding there is.

    Where the finding cannot be written for a program, people are told.
    """
    folder = str(request.config_file.parent)
    if request.form in FOR_PEOPLE:
        click.echo(no_orders(error.report(folder)), err=True)
        return UNUSABLE
    path = seen_from_here(error.file or request.config_file)
    place = Span(error.line or 1, error.column or 1, error.line or 1, (error.column or 1) + 1)
    finding = Diagnostic(path, place, error.code, error.name, Severity.ERROR, str(error))
    try:
        show(request, Report((finding,), "", 0, 0, 0, _RULES))
    except CxStoriesError as unwritten:
        for why in dict.fromkeys((error.report(folder), unwritten.report(folder))):
            click.echo(no_orders(why), err=True)
    return UNUSABLE


def show(request: Request, report: Report) -> None:
    """Print a report, or put it in a file.

    Raises:  ConfigurationError if the file cannot be written
    """
    text = _statistics(report) if request.statistics else FORMATS[request.form](report, _paint(request))
    if request.output_file is None:
        click.echo(text if request.form in FOR_PEOPLE else text.encode(), nl=False, color=True)
    else:
        _write(request.output_file, text)
    table = os.environ.get("GITHUB_STEP_SUMMARY")
    if request.form == "github" and table:
        _write(Path(table), step_summary(report), mode="a")


def _write(file: Path, text: str, mode: str = "w") -> None:
    try:
        with file.open(mode, encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise ConfigurationError("This file cannot be written.", file) from error


def _paint(request: Request) -> Paint:
    """Colour a terminal, unless it was asked not to (https://no-color.org, https://force-color.org)."""
    if request.output_file or os.environ.get("NO_COLOR"):
        return Paint(colour=False)
    return Paint(colour=bool(os.environ.get("FORCE_COLOR")) or is_terminal(sys.stdout))


def _report(found: Inspection, settings: Settings) -> Report:
    tally: Tally = found.tally
    folder = seen_from_here(settings.content)
    return Report(
        found.diagnostics, folder, tally.stories, tally.fit, tally.drafts, _RULES, tally.put_up_with
    )


def seen_from_here(path: Path) -> str:
    """Give a path from the current folder, with forward slashes."""
    try:
        return posixpath.join(*Path(os.path.relpath(path)).parts)
    except ValueError:  # another drive of Windows
        return path.as_posix()


def _statistics(report: Report) -> str:
    """Give a line for each rule that is broken, the most frequent first."""
    counts = Counter(found.code for found in report.diagnostics)
    lines = [
        f"{count:>6}  {code}  {report.rules[code].name}"
        for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    return "".join(f"{line}\n" for line in (*lines, *summary(report)))
