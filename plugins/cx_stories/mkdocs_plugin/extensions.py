"""The Markdown of our prose: what a site configures, what we add to it, and what we take away."""

from __future__ import annotations

from copy import copy
from pathlib import Path

from markdown import Extension
from mkdocs.config.defaults import MkDocsConfig

from cx_stories.errors import ConfigurationError
from cx_stories.mkdocs_plugin.cross_references import CrossReferences
from cx_stories.mkdocs_plugin.pausing import Pausing
from cx_stories.mkdocs_plugin.tables import Tables
from cx_stories.pipeline.configuration_file import ConfigurationFile

OWN: tuple[type[Extension], ...] = (Pausing, CrossReferences, Tables)
"""Our extensions of Markdown. They keep nothing between two texts, and can be made anew without a setting."""

WHERE_NONE_IS_NAMED = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "tables",
    "pymdownx.details",
    "pymdownx.superfences",
    "pymdownx.tasklist",
)
"""What Markdown a site has that says nothing of it: what is told to writers holds there, too."""

READING_FILES = frozenset(
    {
        "markdown_include",
        "mdx_include",
        "mdx_include_lines",
        "mkdocs_include",
        "pymdownx.b64",
        "pymdownx.snippets",
    }
)
"""Extensions that put files of the computer into a text: for whoever runs the site, not for a story."""


def prepare_markdown(config: MkDocsConfig) -> None:
    """Give a site that names no extensions of Markdown those that writers count on; its own list stays."""
    if _names_extensions(config):
        return
    there = config.markdown_extensions
    config.markdown_extensions = [*there, *(one for one in WHERE_NONE_IS_NAMED if one not in there)]


def _names_extensions(config: MkDocsConfig) -> bool:
    """Whether a site says which it wants; where we cannot read it, as MkDocs has read it."""
    try:
        return "markdown_extensions" in ConfigurationFile(Path(config.config_file_path)).values
    except ConfigurationError:
        return True


def with_own_extensions(config: MkDocsConfig) -> MkDocsConfig:
    """Give the configuration for our pages; that of the site stays as it is."""
    ours = copy(config)
    harmless = (one for one in config.markdown_extensions if not _reads_files(one))
    ours["markdown_extensions"] = [*harmless, *(extension() for extension in OWN)]
    return ours


def _reads_files(extension: str | Extension) -> bool:
    """Whether an extension, by its name or as an object, is one of those or a part of one."""
    name = extension if isinstance(extension, str) else type(extension).__module__
    parts = name.partition(":")[0].split(".")
    return any(".".join(parts[:length]) in READING_FILES for length in range(1, len(parts) + 1))
