"""The one place that runs Git. It only reads, and asks nobody anything."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

_ALONE = {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
"""What is missing from a partial clone stays missing: nothing is fetched, written, or asked of anybody."""
_WARY = (
    *("-c", "safe.bareRepository=explicit"),
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
)
"""Files among the stories may look like a repository, whose configuration names programs to run."""


def git(folder: Path, *arguments: str, seconds: float | None = None) -> Sequence[str] | None:
    """Give what Git lists with `-z`, in any bytes that a name may have; None if it fails or is not there.

    seconds:  how long it may take; None for as long as it takes
    """
    try:
        done = subprocess.run(  # noqa: S603 (no shell, and what a user types is no option)
            ["git", "--literal-pathspecs", *_WARY, "-C", str(folder), *arguments],  # noqa: S607 (where the user has it)
            capture_output=True,
            check=True,
            stdin=subprocess.DEVNULL,
            env={**_environment(), **_ALONE},
            timeout=seconds,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
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
