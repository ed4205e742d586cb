"""Our templates laid over Material for MkDocs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.theme import Theme

FOLDER = Path(__file__).parent / "theme"
_MKDOCS_DEFAULT = "mkdocs"
"""The theme of a site that names none."""
_PARTS = {
    "styles": "assets/stylesheets/main.*.min.css",
    "bundle": "assets/javascripts/bundle.*.min.js",
    "worker": "assets/javascripts/workers/search.*.min.js",
}


def prepare_theme(config: MkDocsConfig) -> None:
    """Put our templates before those of the theme; a site that names no theme gets Material.

    Raises:  PluginError if the site has another theme, which our templates do not fit.
    """
    if config.theme.name == _MKDOCS_DEFAULT:
        if "search" in config.plugins:
            raise PluginError("The plugin `search` needs a line `theme: material` in mkdocs.yml. Add it.")
        config.theme = Theme(name="material")
    if config.theme.name != "material":
        raise PluginError(
            f'CX Stories is made for the theme "material", and mkdocs.yml names "{config.theme.name}". '
            "Write `theme: material`, or leave `theme` out."
        )
    if str(FOLDER) not in config.theme.dirs:
        position = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(position, str(FOLDER))


def set_theme_language(config: MkDocsConfig, language: str) -> None:
    """Let the theme's own words be in this language, where Material knows it; else in English."""
    template = f"partials/languages/{language}.html"
    known = any((Path(folder) / template).is_file() for folder in config.theme.dirs)
    config.theme["language"] = language if known else "en"


def theme_files(config: MkDocsConfig) -> Mapping[str, str]:
    """Give the addresses of Material's style sheet and scripts, whose names change with each version."""
    found: dict[str, str] = {}
    for name, pattern in _PARTS.items():
        for folder in map(Path, reversed(config.theme.dirs)):
            for path in sorted(folder.glob(pattern)):
                found[name] = path.relative_to(folder).as_posix()
        if name not in found:
            raise PluginError(f"This version of Material for MkDocs has no {pattern}.")
    return found
