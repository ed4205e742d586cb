"""`cx doctor`: whether a site can be built here, and if not, what to do."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import click

from cx_stories.cli.config_option import CONFIGURATION, config_option_if_any
from cx_stories.cli.endings import AMISS, FINE
from cx_stories.cli.formats.escaping import as_json
from cx_stories.cli.health import machine
from cx_stories.cli.health.remark import Remark, State, error, warning
from cx_stories.views.signs import no_orders, spelled_out

VERSION = 1
"""Of the JSON; goes up when a key is renamed or dropped."""
_FIRST = (machine.python, machine.packages, machine.parts_of_packages)
_THEN = (machine.theme, machine.pagefind, machine.console, machine.browser)


@click.command()
@config_option_if_any
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
def doctor(config_file: Path | None, form: str) -> None:
    """Say whether a site can be built here, and what to do where it cannot.

    Ends with 1 if something stops a build, else with 0.
    """
    remarks = tuple(_remarks(config_file))
    if form == "json":
        click.echo(_as_json(remarks).encode(), nl=False)
    else:
        click.echo(_as_text(remarks))
    sys.exit(AMISS if _errors(remarks) else FINE)


def _remarks(config_file: Path | None) -> Iterator[Remark]:
    """Look at one thing after another; the site last, and only where the packages are there to read it."""
    first = [remark for look in _FIRST for remark in _looked(look)]
    yield from first
    if _errors(first):
        yield warning("Nothing else was looked at.", "Mend this first, then type `cx doctor` again.")
        return
    for look in (*_THEN, partial(_of_site, config_file)):
        yield from _looked(look)


def _of_site(config_file: Path | None) -> Iterator[Remark]:
    from cx_stories.cli.health import project  # noqa: PLC0415 (its packages may be missing)

    day = tuple(project.day())
    yield from day
    if _errors(day):
        return
    file = config_file or CONFIGURATION
    if config_file is None and not file.exists():
        yield error(
            f"There is no {file.name} here, so there is nothing to build.",
            "Go to the folder of the site, or name the file with -f.",
        )
        return
    yield from machine.pins(file.parent / "requirements.txt")
    yield from project.site(file)


def _looked(look: Callable[[], Iterator[Remark]]) -> Sequence[Remark]:
    """Look, where what is needed for looking may itself be missing."""
    try:
        return tuple(look())
    except ImportError as missing:
        name = (missing.name or "a package").partition(".")[0]
        return (
            error(f"{name} is not installed.", "Type: python -m pip install --force-reinstall cx-stories"),
        )


def _errors(remarks: Sequence[Remark]) -> int:
    return Counter(remark.state for remark in remarks)[State.ERROR]


def _as_text(remarks: Sequence[Remark]) -> str:
    count = _errors(remarks)
    end = (
        f"{count} {'thing stops' if count == 1 else 'things stop'} a build."
        if count
        else "Nothing stops a build."
    )
    return "\n".join((*(no_orders(spelled_out(str(remark))) for remark in remarks), end))


def _as_json(remarks: Sequence[Remark]) -> str:
    rows = [{"state": one.state, "says": one.says, "cure": one.cure} for one in remarks]
    return as_json({"version": VERSION, "remarks": rows})
