"""What Git tells of the files that have changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from cx_stories.pipeline.git import git


def changed_in(folder: Path, revision: str) -> Sequence[str]:
    """Give the paths in a folder that have changed since a revision and our own history parted.

    Returns  paths relative to the folder, new files included, shown as the findings show them
    Raises:  click.UsageError if Git cannot tell
    """
    if revision.startswith("-"):
        raise click.UsageError(f'"{revision}" is no commit or branch.')
    comparing = ("diff", "--name-only", "-z", "--relative", "--merge-base", revision, "--", ".")
    differing = git(folder, *comparing)
    if differing is None:
        raise click.UsageError(
            f'Git cannot compare with "{revision}". Look at its name; a build server must fetch all history.'
        )
    return [*differing, *_new(folder, ".")]


def any_changed(files: Sequence[Path], folder: Path, revision: str) -> bool:
    """Tell whether one of these files has changed since; of a file outside the repository nobody knows.

    Raises:  click.UsageError if Git cannot tell
    """
    inside = git(folder, "rev-parse", "--show-toplevel")
    top = Path((inside or [""])[0].rstrip("\n")).resolve()
    known = [str(file) for file in map(Path.resolve, files) if file.is_relative_to(top)]
    if not known:
        return False
    return bool(
        git(folder, "diff", "--name-only", "-z", "--merge-base", revision, "--", *known)
        or _new(folder, *known)
    )


def _new(folder: Path, *paths: str) -> Sequence[str]:
    """Give the files that Git has not seen yet."""
    listed = git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", *paths)
    if listed is None:
        raise click.UsageError("Git cannot list the new files. Type `git status` to see what is wrong.")
    return listed
