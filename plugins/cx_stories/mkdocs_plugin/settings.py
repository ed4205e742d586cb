"""From MkDocs's configuration to the settings of a run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from cx_stories.errors import ConfigurationError
from cx_stories.pipeline import Settings
from cx_stories.pipeline.configuration_file import PLUGIN, ConfigurationFile
from cx_stories.pipeline.configuring import Site, configure
from cx_stories.pipeline.options import Options
from cx_stories.reading.collection import Excluded


def settings_of(block: Mapping[str, Any], config: MkDocsConfig, *, serving: bool) -> tuple[Settings, Options]:
    """Give the settings of a site.

    block:    the options of our plugin as MkDocs has read them
    serving:  whether this is a preview, which shows drafts
    Raises:   ConfigurationError, with the place and what to change.
    """
    file = Path(config.config_file_path)

    def locate(steps: Sequence[str | int]) -> tuple[Path, int, int]:
        try:
            return ConfigurationFile(file).place(("plugins", PLUGIN, *steps))
        except ConfigurationError:
            return file, 0, 0

    content, language = Path(config.docs_dir), str(config.theme["language"])
    site = Site(file.parent, content, language, _left_out(config, serving))
    settings, options = configure(block, locate, site)
    return replace(settings, drafts=serving), options


def _left_out(config: MkDocsConfig, serving: bool) -> Excluded:
    """Tell which paths MkDocs leaves out: `exclude_docs`, and `draft_docs` but for the preview."""
    chosen = [config.exclude_docs, None if serving else config.draft_docs]
    specs = [spec for spec in chosen if spec is not None]

    def excluded(path: str) -> bool:
        return path.startswith("templates/") or any(spec.match_file(path) for spec in specs)

    return excluded
