"""The report of the last build, kept beside the memory of builds and nowhere else.

What stands in the file is believed no further than that it is printed: whoever can write into the folder
could have written it.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

import msgspec

from cx_stories.pipeline.build_report import Report
from cx_stories.pipeline.reading_files import read_bounded
from cx_stories.pipeline.remembering import FOLDER, FOREIGN, keep_out_of_git, leads_away

NAME = "build-report.json"
MAX_SIZE = 1_000_000
_DECODER = msgspec.json.Decoder(Report)


def recall(site: Path) -> tuple[Report, float] | None:
    """Give what the last build of a site has told, and when, in seconds since 1970.

    site:     the folder of its configuration
    Returns:  None if there is nothing, or nothing of use
    """
    file = site / FOLDER / NAME
    if leads_away(file):
        return None
    with suppress(OSError, *FOREIGN):
        return _DECODER.decode(read_bounded(file, MAX_SIZE)), file.stat().st_mtime
    return None


def keep(report: Report, site: Path) -> None:
    """Write a report down, whole or not at all. A report that cannot be written is no fault of the build."""
    if leads_away(site / FOLDER / NAME):
        return
    folder, temporary = site / FOLDER, ""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        keep_out_of_git(folder / ".gitignore")
        handle, temporary = tempfile.mkstemp(dir=folder, suffix=".report")
        with os.fdopen(handle, "wb") as stream:
            stream.write(as_json(report))
        Path(temporary).replace(folder / NAME)
    except OSError:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()


def as_json(report: Report) -> bytes:
    """Give a report as programs read it, a line for every value."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n"
