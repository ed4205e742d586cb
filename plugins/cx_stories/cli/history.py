"""What Git tells of the files that have changed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import click


def changed_in(folder: Path, revision: str) -> Sequence[str]:
    """Give the paths in a folder that have changed since a revision and our own history parted.

    Returns  paths relative to the folder, new files included, shown as the findings show them
    Raises:  click.UsageError if Git cannot tell
    """
    if revision.startswith("-"):
        raise click.UsageError(f'"{revision}" is no commit or branch.')
    comparing = ("diff", "--name-only", "-z", "--relative", "--merge-base", revision, "--", ".")
    differing = _git(folder, *comparing)
    if differing is None:
        raise click.UsageError(
            f'Git cannot compare with "{revision}". Look at its name; a build server must fetch all history.'
        )
    return [*differing, *_new(folder, ".")]


def any_changed(files: Sequence[Path], folder: Path, revision: str) -> bool:
    """Tell whether one of these files has changed since; of a file outside the repository nobody knows.

    Raises:  click.UsageError if Git cannot tell
    """
    inside = _git(folder, "rev-parse", "--show-toplevel")
    top = Path((inside or [""])[0].rstrip("\n")).resolve()
    known = [str(file) for file in map(Path.resolve, files) if file.is_relative_to(top)]
    if not known:
        return False
    return bool(
        _git(folder, "diff", "--name-only", "-z", "--merge-base", revision, "--", *known)
        or _new(folder, *known)
    )


def _new(folder: Path, *paths: str) -> Sequence[str]:
    """Give the files that Git has not seen yet."""
    listed = _git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", *paths)
    if listed is None:
        raise click.UsageError("Git cannot list the new files. Type `git status` to see what is wrong.")
    return listed


def _git(folder: Path, *arguments: str) -> Sequence[str] | None:
    """Give what Git lists, in any bytes that a name may have; None if it fails."""
    try:
        done = subprocess.run(  # noqa: S603 (no shell, and the revision is no option)
            ["git", "--literal-pathspecs", "-C", str(folder), *arguments],  # noqa: S607 (where the user has it)
            capture_output=True,
            check=True,
            env=_environment(),
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    names = done.stdout.decode(errors="surrogateescape").split("\0")
    return [name.encode(errors="backslashreplace").decode() for name in names if name]


def _environment() -> Mapping[str, str]:
    """Leave out what a hook of Git sets for its own folder and index; how Git is configured may stay."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith("GIT_CONFIG")
    }
