"""`cx check --fix`: mend what can be mended, then say what is left."""

from __future__ import annotations

import click

from cx_stories.cli.choosing import choice_of
from cx_stories.cli.configuration import settings_of
from cx_stories.cli.endings import AMISS, FINE
from cx_stories.cli.formats.summary import counted
from cx_stories.cli.request import Request
from cx_stories.cli.running import refuse, run, seen_from_here
from cx_stories.errors import CxStoriesError
from cx_stories.pipeline import Settings
from cx_stories.pipeline.differences import unified_diff
from cx_stories.pipeline.fixing import Fixed, fix, mended
from cx_stories.views.signs import spelled_out


def mend(request: Request, *, unsafe: bool, show: bool) -> int:
    """Mend what was asked for; give the exit status of what is left.

    unsafe:  whether guesses at what was meant are put in, too
    show:    whether to show what would change, instead of changing it: the status is 1 if anything would
    """
    try:
        settings, _ = settings_of(request.config_file)
        choice = choice_of(request, settings)
        fixed = fix(settings, unsafe=unsafe, chosen=choice.keeps)
    except CxStoriesError as error:
        return refuse(request, error)
    if show:
        click.echo(unified_diff(fixed.changes, seen_from_here(settings.content)), nl=False)
        return AMISS if fixed.changes else FINE
    left = _write(fixed, settings)
    return max(run(request), AMISS if left else FINE)


def _write(fixed: Fixed, settings: Settings) -> bool:
    """Change the files and say so, beside the report; give whether one had to be left as it was."""
    written = fixed.write()
    if written.changes:
        total = sum(mended(written.changes).values())
        files = counted(len(written.changes), "file")
        click.echo(f"{counted(total, 'finding')} mended in {files}.", err=True)
    for path, why in sorted(written.left.items()):
        click.echo(spelled_out(f"{seen_from_here(settings.content / path)}: {why}"), err=True)
    return bool(written.left)
