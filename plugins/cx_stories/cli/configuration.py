"""What the commands take from `mkdocs.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pathspec import GitIgnoreSpec

from cx_stories.pipeline import Settings
from cx_stories.pipeline.configuration_file import PLUGIN, ConfigurationFile
from cx_stories.pipeline.configuring import Site, configure
from cx_stories.pipeline.options import Options
from cx_stories.reading.collection import Excluded

LEFT_OUT = "/templates/"
"""What MkDocs leaves out of every site, besides hidden files."""


def settings_of(file: Path, *, baseline: bool = True) -> tuple[Settings, Options]:
    """Give the settings of the plugin block in a site's configuration.

    baseline:  whether the findings that the site puts up with are left out
    Raises:  ConfigurationError, with the place and what to change.
    """
    configuration = ConfigurationFile(file)
    theme = configuration.values.get("theme")
    site = Site(
        folder=file.parent,
        content=file.parent / configuration.text("docs_dir", "docs"),
        language=str(theme.get("language", "en")) if isinstance(theme, Mapping) else "en",
        excluded=_left_out(configuration),
    )
    return configure(
        configuration.block(),
        lambda steps: configuration.place(("plugins", PLUGIN, *steps)),
        site,
        baseline=baseline,
    )


def _left_out(configuration: ConfigurationFile) -> Excluded:
    """Tell which paths a build leaves out: `exclude_docs` and `draft_docs`, written as in .gitignore."""
    patterns = (LEFT_OUT, configuration.text("exclude_docs"), configuration.text("draft_docs"))
    return GitIgnoreSpec.from_lines("\n".join(patterns).splitlines()).match_file
