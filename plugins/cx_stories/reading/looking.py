"""What keeps a file from being published: what kind of thing it is, where it stands, what is in it."""

from __future__ import annotations

import stat
from pathlib import PurePosixPath
from typing import BinaryIO

from cx_stories.model.document import Obstacle
from cx_stories.reading.admitting import misplaced
from cx_stories.reading.finding import Found
from cx_stories.reading.opened import opened
from cx_stories.reading.pictures import PICTURES, unfit_picture

GONE = (FileNotFoundError, NotADirectoryError)


def obstacle_of(one: Found) -> Obstacle | None:
    """Say what keeps a file from being published, as far as it can be said without understanding it.

    Raises:  FileNotFoundError, NotADirectoryError if it has gone since it was found
    """
    misfit = misplaced(one.blank.path, named=one.named)
    try:
        mode = one.file.lstat().st_mode
        if not stat.S_ISREG(mode) and not (misfit and misfit.detail == "hidden"):
            detail = "link" if stat.S_ISLNK(mode) else "locked" if stat.S_ISDIR(mode) else "special"
            return Obstacle("unsafe-file", detail=detail)
        if misfit or one.blank.path.endswith(".md"):
            return misfit
        if one.twin:
            return Obstacle("unsafe-file", detail=f"twin {one.twin}")
        with opened(one.root, one.file) as stream:
            return judged_content(one, stream)
    except GONE:
        raise
    except OSError:
        return misfit or Obstacle("unsafe-file", detail="locked")


def judged_content(one: Found, stream: BinaryIO) -> Obstacle | None:
    """Say what is wrong with a file that has been opened: a picture must be one, and not too large."""
    ending = PurePosixPath(one.blank.path).suffix.lower()
    detail = unfit_picture(stream, ending) if ending in PICTURES else ""
    return Obstacle("unsafe-file", detail=detail) if detail else None
