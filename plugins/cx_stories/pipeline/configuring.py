"""From the options of a site to the settings of a run, the private files that they name included."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cx_stories.checks.personal.denied_names import NO_NAMES, DeniedNames
from cx_stories.errors import ConfigurationError
from cx_stories.pipeline.baseline import load_baseline
from cx_stories.pipeline.languages import languages_fault
from cx_stories.pipeline.options import Locate, Options, options_of
from cx_stories.pipeline.reading_files import TooLargeError, read_bounded
from cx_stories.pipeline.settings import Settings, today
from cx_stories.reading.finding import Excluded

MAX_DENY_LIST = 10_000_000


@dataclass(frozen=True, slots=True)
class Site:
    """What else of a configuration counts.

    folder:    that of `mkdocs.yml`, to which files are relative
    content:   the folder with the stories
    language:  that of the theme, for a site that names none
    excluded:  whether a path of the content folder is left out
    named_files:  the paths of that folder that the configuration names
    """

    folder: Path
    content: Path
    language: str
    excluded: Excluded
    named_files: frozenset[str] = frozenset()


def configure(
    block: Mapping[str, Any], locate: Locate, site: Site, *, baseline: bool = True
) -> tuple[Settings, Options]:
    """Give the settings of a site for a check, and the options they were made of.

    block:     what stands below `cx-stories`
    locate:    tells where that is, for what is said about it
    baseline:  whether the findings that the site puts up with are left out
    Raises:    ConfigurationError, with the place and what to change.
    """
    options, folder, content = options_of(block, locate), site.folder, site.content
    if fault := languages_fault(options.languages):
        raise ConfigurationError(fault, *locate(("languages",)))
    known = load_baseline(folder / options.baseline) if baseline else frozenset()
    settings = Settings(
        content=content,
        languages=tuple(options.languages) or (site.language,),
        vocabularies=tuple(folder / name for name in options.vocabularies),
        today=today(),
        excluded=site.excluded,
        named_files=site.named_files,
        policy=replace(options.policy, known=known),
        max_warnings=options.max_warnings,
        denied=_denied(folder / options.deny_list, content, locate) if options.deny_list else NO_NAMES,
        history=options.history,
    )
    return settings, options


def _denied(file: Path, content: Path, locate: Locate) -> DeniedNames:
    """Read the private list of names; it must not stand where it would be published."""
    place = locate(("deny_list",))
    if Path(os.path.realpath(file)).is_relative_to(os.path.realpath(content)):  # resolve() fails on a ring
        raise ConfigurationError(
            "The private list of names stands among the stories, where it could be published. Move it.",
            *place,
        )
    try:
        return DeniedNames.of(read_bounded(file, MAX_DENY_LIST).decode("utf-8-sig").splitlines())
    except TooLargeError as error:
        raise ConfigurationError("The private list of names is too large.", *place) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(
            "The private list of names cannot be read. Look at its name; it is plain text, UTF-8.", *place
        ) from error
