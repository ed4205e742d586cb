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
    passed = counts[logging.WARNING] <= (settings.max_warnings or 0)
    for found, level in zip(collection.diagnostics, levels, strict=True):
        shown = replace(found, path=posixpath.normpath(f"{folder}/{found.path}"))
        log.log(logging.INFO if passed and level == logging.WARNING else level, "%s", shown)
    stop = counts[logging.ERROR] + (0 if passed else counts[logging.WARNING])
    if stop and config.strict and not serving:
        raise Abort(f"Nothing was published: {stop} of the findings above must be put right first.")


def _level(found: Diagnostic, collection: Collection) -> int:
    if found.path in collection.drafts and found.severity is Severity.WARNING:
        return logging.INFO
    return _LEVELS[found.severity]
