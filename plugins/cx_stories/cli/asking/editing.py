"""The writer's own editor, opened on a new file."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

NOT_STARTED = -1000


def editor_chosen() -> str:
    """Give the editor that this person has chosen; nothing if none is."""
    return os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""


def edit(file: Path, editor: str) -> int:
    """Open a file in an editor, and wait until it is closed.

    editor:  the program, with words for it if there are any, as a shell would take them
    Returns  how the editor ended, 0 being well; NOT_STARTED if there is no such program
    """
    try:
        return subprocess.call([*shlex.split(editor), str(file)])  # noqa: S603 (the writer's own choice)
    except (OSError, ValueError):
        return NOT_STARTED
