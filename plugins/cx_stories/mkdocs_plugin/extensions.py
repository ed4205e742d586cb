"""The Markdown that our prose may have beyond what a site configures."""

from __future__ import annotations

from copy import copy

from markdown import Extension
from mkdocs.config.defaults import MkDocsConfig

from cx_stories.mkdocs_plugin.cross_references import CrossReferences
from cx_stories.mkdocs_plugin.pausing import Pausing
from cx_stories.mkdocs_plugin.tables import Tables

OWN: tuple[type[Extension], ...] = (Pausing, CrossReferences, Tables)
"""Our extensions of Markdown. They keep nothing between two texts, and can be made anew without a setting."""


def with_own_extensions(config: MkDocsConfig) -> MkDocsConfig:
    """Give the configuration with our extensions added; that of the site stays as it is."""
    ours = copy(config)
    ours["markdown_extensions"] = [*config.markdown_extensions, *(extension() for extension in OWN)]
    return ours
