"""A small content folder, read, examined and judged as a check does it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from cx_stories.checks.context import CheckContext, Standards
from cx_stories.checks.personal.in_files import Private
from cx_stories.checks.run import Examined, examine
from cx_stories.model.diagnostic import Diagnostic
from cx_stories.model.document import Document
from cx_stories.pipeline import Settings
from cx_stories.pipeline.judging import judge
from cx_stories.pipeline.opening import stories_of
from cx_stories.reading.collection import read_documents
from cx_stories.reading.finding import find_files
from cx_stories.vocabulary.loading import load
from tests.fuzz.stock import Files

LANGUAGES = ("en", "nl")
TODAY = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at a folder gave; `stories` has the files of each story."""

    stories: Sequence[Sequence[Document]]
    examined: Sequence[Examined]
    diagnostics: Sequence[Diagnostic]

    @property
    def unreadable(self) -> frozenset[str]:
        """The paths of the files that could not be read."""
        return frozenset(one.path for story in self.stories for one in story if one.obstacle)

    def private(self) -> Mapping[str, Sequence[Private]]:
        """Give by path what no output may show."""
        contexts = ((story, CheckContext(_standards(), story)) for story in self.stories)
        return {one.path: context.private(one) for story, context in contexts for one in story}


def settings_for(folder: Path) -> Settings:
    """Give the settings of a site in two languages whose content folder this is."""
    return Settings(folder, LANGUAGES, today=TODAY)


def lay(files: Files, folder: Path) -> None:
    """Make a folder hold these files and nothing else; a name that the disk refuses is left out."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path, raw in files.items():
        with suppress(OSError, ValueError):
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(raw)


def look(folder: Path) -> Look:
    """Look at a folder."""
    settings, standards = settings_for(folder), _standards()
    found = find_files(folder, LANGUAGES)
    stories = [read_documents(files) for files in stories_of(found)]
    examined = [examine(story, standards) for story in stories if story]
    diagnostics, *_ = judge(examined, found, standards, settings)
    return Look(stories, examined, diagnostics)


@cache
def _standards() -> Standards:
    return Standards(load(), LANGUAGES)
