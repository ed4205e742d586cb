"""The findings that were there when a collection began to be checked, so that only new ones are told."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from cx_stories.checks.fingerprint import fingerprints
from cx_stories.errors import ConfigurationError
from cx_stories.model.diagnostic import Diagnostic

VERSION = 1


def load_baseline(file: Path) -> frozenset[str]:
    """Give the fingerprints in a baseline; none if there is no such file.

    Raises:  ConfigurationError if it is not a baseline.
    """
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        if content["version"] != VERSION:
            raise ValueError
        return frozenset(str(finding["fingerprint"]) for finding in content["findings"])
    except FileNotFoundError:
        return frozenset()
    except (OSError, ValueError, LookupError, TypeError, RecursionError) as error:
        raise ConfigurationError(
            "This baseline cannot be read. Make it anew with `cx check --write-baseline`.", file
        ) from error


def write_baseline(file: Path, diagnostics: Sequence[Diagnostic]) -> None:
    """Write down findings, one to a line, so that a change of the file can be read.

    Raises:  ConfigurationError if it cannot be written.
    """
    marks = zip(diagnostics, fingerprints(diagnostics), strict=True)
    rows = [{"path": found.path, "code": found.code, "fingerprint": mark} for found, mark in marks]
    lines = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows)
    text = f'{{"version": {VERSION}, "findings": [\n{lines}\n]}}\n'
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise ConfigurationError("The baseline cannot be written there.", file) from error
