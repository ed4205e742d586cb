"""What a build and a check begin with: the files of the content folder, and what they are held against."""

from __future__ import annotations

import os
from collections.abc import Sequence

from cx_stories.checks.context import Standards
from cx_stories.errors import ConfigurationError
from cx_stories.model.document import Kind
from cx_stories.pipeline.languages import languages_fault
from cx_stories.pipeline.settings import Settings
from cx_stories.reading.finding import Found, find_files
from cx_stories.vocabulary.loading import load


def open_content(settings: Settings) -> tuple[Sequence[Found], Standards]:
    """Find the files of the content folder and load the vocabularies.

    Raises:  ConfigurationError, VocabularyError
    """
    if fault := languages_fault(settings.languages):
        raise ConfigurationError(fault)
    if not os.path.isdir(settings.content):  # noqa: PTH112 (Path.is_dir fails where it may not look)
        raise ConfigurationError(f"There is no folder {settings.content.name}/ to read stories from.")
    standards = Standards(load(settings.vocabularies), settings.languages, settings.denied)
    found = find_files(settings.content, settings.languages, settings.excluded, settings.named_files)
    return found, standards


def stories_of(found: Sequence[Found]) -> Sequence[Sequence[Found]]:
    """Gather the files that tell the same story, or the same page, in different languages."""
    groups: dict[tuple[Kind, str], list[Found]] = {}
    for one in found:
        groups.setdefault((one.blank.kind, one.blank.id), []).append(one)
    return tuple(groups.values())
