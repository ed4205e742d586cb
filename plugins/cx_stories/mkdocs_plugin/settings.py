"""From MkDocs's configuration to the settings of a run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from cx_stories.errors import ConfigurationError
from cx_stories.pipeline import Settings
from cx_stories.pipeline.configuration_file import NO_TEXT, PLUGIN, ConfigurationFile
from cx_stories.pipeline.configuring import Site, configure
from cx_stories.pipeline.left_out import left_out
from cx_stories.pipeline.naming_files import files_named_in
from cx_stories.pipeline.options import Options


def settings_of(block: Mapping[str, Any], config: MkDocsConfig, *, serving: bool) -> tuple[Settings, Options]:
    """Give the settings of a site. Without a preview there is a form only where it is to be published.

    block:    the options of our plugin as MkDocs has read them
    serving:  whether this is a preview, which shows drafts
    Raises:   ConfigurationError, with the place and what to change.
    """
    file = Path(config.config_file_path)

    def locate(steps: Sequence[str | int]) -> tuple[Path, int, int]:
        try:
            return ConfigurationFile(file).place(steps)
        except ConfigurationError:
            return file, 0, 0

    content, language = Path(config.docs_dir), config.theme["language"]
    if not isinstance(language, str):
        raise ConfigurationError(NO_TEXT.format("language"), *locate(("theme", "language")))
    drafts = None if serving else config.draft_docs
    named = files_named_in(ConfigurationFile(file).values)
    site = Site(file.parent, content, language, left_out(config.exclude_docs, drafts), named)
    settings, options = configure(block, lambda steps: locate(("plugins", PLUGIN, *steps)), site)
    if options.form and not (serving or options.form.publish):
        options = replace(options, form=None)
    return replace(settings, drafts=serving), options
