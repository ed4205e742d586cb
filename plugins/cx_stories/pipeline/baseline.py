"""The findings that were there when a collection began to be checked, so that only new ones are told."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Sequence
from pathlib import Path

from cx_stories.checks.fingerprint import fingerprints
from cx_stories.errors import ConfigurationError
from cx_stories.model.diagnostic import Diagnostic
from cx_stories.pipeline.reading_files import read_bounded
from cx_stories.pipeline.writing import put_file

VERSION = 1
MAX_BASELINE = 100_000_000


def load_baseline(file: Path) -> frozenset[str]:
    """Give the fingerprints in a baseline; none if there is no such file.

    Raises:  ConfigurationError if it is not a baseline.
    """
    try:
        content = json.loads(read_bounded(file, MAX_BASELINE).decode())
        if content["version"] != VERSION:
            raise ValueError
        return frozenset(str(finding["fingerprint"]) for finding in content["findings"])
    except FileNotFoundError:
        return frozenset()
    except (OSError, ValueError, LookupError, TypeError, RecursionError) as error:
        raise ConfigurationError(
            "This baseline cannot be read. Make it anew with `cx check --write-baseline`.", file
        ) from error


def write_baseline(folder: Path, name: str, diagnostics: Sequence[Diagnostic]) -> None:
    """Write down findings, one to a line, so that a change of the file can be read.

    folder:  that of the site; nothing outside it is written, whatever its configuration names
    Raises:  ConfigurationError if it cannot be written.
    """
    file = folder / name
    if file.is_symlink() or not _real(file).is_relative_to(_real(folder)):
        raise ConfigurationError(
            "The baseline must be a file in the folder of the site, and no link. Change `baseline:`.", file
        )
    marks = zip(diagnostics, fingerprints(diagnostics), strict=True)
    rows = [{"path": found.path, "code": found.code, "fingerprint": mark} for found, mark in marks]
    lines = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows)
    text = f'{{"version": {VERSION}, "findings": [\n{lines}\n]}}\n'
    try:
        mode = stat.S_IMODE(file.stat().st_mode) if file.exists() else 0o644
        put_file(file, text.encode(), mode)
    except OSError as error:
        raise ConfigurationError("The baseline cannot be written there.", file) from error


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))
