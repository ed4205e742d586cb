"""The last lines of a check: what there is, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from cx_stories.cli.formats.report import Report

FIX = "cx check --fix"


def counted(number: int, name: str) -> str:
    """Give a number with its noun, which takes an s where there is not one."""
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def summary(report: Report) -> Sequence[str]:
    """Give one to four sentences, a line each."""
    return [_tally(report), *_drafts(report.drafts), *_put_up_with(report.put_up_with), *_mendable(report)]


def _tally(report: Report) -> str:
    found = ", ".join(
        counted(number, name)
        for number, name in ((report.errors, "error"), (report.warnings, "warning"), (report.infos, "info"))
    )
    return f"{_stories(report.fit)} fit to publish; {found}."


def _drafts(number: int) -> Sequence[str]:
    return [f"{_stories(number)} still {'a draft' if number == 1 else 'drafts'}."] if number else []


def _put_up_with(number: int) -> Sequence[str]:
    return (
        [f"{counted(number, 'finding')} of before {'is' if number == 1 else 'are'} put up with."]
        if number
        else []
    )


def _stories(number: int) -> str:
    return "1 story is" if number == 1 else f"{number} stories are"


def _mendable(report: Report) -> Sequence[str]:
    fixes = [found.fix for found in report.diagnostics if found.fix]
    safe = sum(fix.safe for fix in fixes)
    guesses = len(fixes) - safe
    if not fixes:
        return []
    if not safe:
        return [f"{counted(guesses, 'finding')} can be mended with `{FIX} --unsafe-fixes`."]
    more = f", {guesses} more with `--unsafe-fixes`" if guesses else ""
    return [f"{counted(safe, 'finding')} can be mended with `{FIX}`{more}."]
