"""What the commands take from `mkdocs.yml`."""

from __future__ import annotations

import os
from pathlib import Path

from pathspec import GitIgnoreSpec

from cx_stories.errors import ConfigurationError
from cx_stories.pipeline import Settings
from cx_stories.pipeline.configuration_file import PLUGIN, ConfigurationFile
from cx_stories.pipeline.configuring import Site, configure
from cx_stories.pipeline.left_out import left_out
from cx_stories.pipeline.naming_files import files_named_in
from cx_stories.pipeline.options import Options, options_of


def settings_of(file: Path, *, baseline: bool = True) -> tuple[Settings, Options]:
    """Give the settings of the plugin block in a site's configuration.

    baseline:  whether the findings that the site puts up with are left out
    Raises:  ConfigurationError, with the place and what to change.
    """
    configuration = ConfigurationFile(file)
    site = Site(
        folder=file.parent,
        content=_content(file, configuration),
        language=configuration.text("theme", "language", default="en"),
        excluded=left_out(_patterns(configuration, "exclude_docs"), _patterns(configuration, "draft_docs")),
        named_files=files_named_in(configuration.values),
    )
    return configure(
        configuration.block(),
        lambda steps: configuration.place(("plugins", PLUGIN, *steps)),
        site,
        baseline=baseline,
    )


def standing_files(file: Path) -> tuple[Path, ...]:
    """Give the files that all stories are held against, whether they are there or not.

    Returns  the configuration and those it inherits from, the vocabularies, the baseline and the deny list
    Raises:  ConfigurationError, with the place and what to change.
    """
    configuration = ConfigurationFile(file)
    options = options_of(
        configuration.block(), lambda steps: configuration.place(("plugins", PLUGIN, *steps))
    )
    named = (*options.vocabularies, options.baseline, options.deny_list)
    return (*configuration.files, *(file.parent / name for name in named if name))


def _content(file: Path, configuration: ConfigurationFile) -> Path:
    """Give the folder of the stories; as for MkDocs, the configuration is no part of what is published."""
    content = file.parent / configuration.path("docs_dir", default="docs")
    if Path(os.path.realpath(file.parent)).is_relative_to(Path(os.path.realpath(content))):
        raise ConfigurationError(
            "`docs_dir:` names a folder that this file stands in. Name the folder with the stories alone.",
            *configuration.place(("docs_dir",)),
        )
    return content


def _patterns(configuration: ConfigurationFile, key: str) -> GitIgnoreSpec:
    """Read paths that are left out, written as in .gitignore."""
    try:
        return GitIgnoreSpec.from_lines(configuration.text(key).splitlines())
    except ValueError as error:
        raise ConfigurationError(
            f"`{key}:` has a line that is no pattern of paths, such as `old/` or `*.txt`.",
            *configuration.place((key,)),
        ) from error
