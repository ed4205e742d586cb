"""What a build says of the findings, through MkDocs's own log."""

from __future__ import annotations

import logging
import posixpath
from collections import Counter
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from cx_stories.model.diagnostic import Diagnostic, Severity
from cx_stories.pipeline import Collection, Settings
from cx_stories.pipeline.judging import warnings_that_count
from cx_stories.views.signs import no_orders, spelled_out

log = logging.getLogger("mkdocs.plugins.cx_stories")
_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.INFO: logging.INFO}


def report(collection: Collection, settings: Settings, config: MkDocsConfig, *, serving: bool) -> None:
    """Say what was found, a line for each finding; a strict build ends here if it is not fit to publish.

    Drafts are not published, so what their authors still have to do does not stop the others. Warnings
    that the site lets pass are told without stopping anything.
    """
    folder = Path(config.docs_dir).name
    levels = [_level(found, collection) for found in collection.diagnostics]
    counts = Counter(levels)
    warnings, passed = _warnings(collection, settings)
    for found, level in zip(collection.diagnostics, levels, strict=True):
        path = posixpath.normpath(f"{folder}/{found.path}")
        shown = replace(found, path=spelled_out(path), message=spelled_out(found.message))
        log.log(logging.INFO if passed and level == logging.WARNING else level, "%s", no_orders(str(shown)))
    stop = counts[logging.ERROR] + (0 if passed else warnings)
    if stop and config.strict and not serving:
        raise Abort(f"Nothing was published: {stop} of the findings above must be put right first.")


def is_loud(collection: Collection, settings: Settings) -> bool:
    """Whether anything was found that a strict build ends with."""
    errors = any(_level(found, collection) == logging.ERROR for found in collection.diagnostics)
    return errors or not _warnings(collection, settings)[1]


def _warnings(collection: Collection, settings: Settings) -> tuple[int, bool]:
    """Count the warnings; and say whether the site lets so many pass."""
    warnings = warnings_that_count(collection.diagnostics, collection.drafts)
    return warnings, warnings <= (settings.max_warnings or 0)


def _level(found: Diagnostic, collection: Collection) -> int:
    if found.path in collection.drafts and found.severity is Severity.WARNING:
        return logging.INFO
    return _LEVELS[found.severity]
