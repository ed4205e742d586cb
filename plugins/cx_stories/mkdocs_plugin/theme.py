"""Our templates laid over Material for MkDocs."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.theme import Theme

from cx_stories.pipeline.naming_files import files_named_in

log = logging.getLogger("mkdocs.plugins.cx_stories")
FOLDER = Path(__file__).parent / "theme"
_MKDOCS_DEFAULT = "mkdocs"
"""The theme of a site that names none."""
_OTHER_SEARCHES = ("search", "material/search")
_MATERIALS_FAVICON = "assets/images/favicon.png"
"""That of a site that names none."""
_STYLES = "assets/stylesheets/main.*.min.css"
"""Material's own, for what Markdown makes; its name changes with each version."""


class _InSight(FileSystemLoader):
    """Finds every file of a theme, and lists those that are not in hidden folders.

    MkDocs would look at all of them at every build only to pass them over: Material's icons are 14,000.
    """

    def list_templates(self) -> list[str]:
        """Give the files, seen from the theme's folders, sorted."""
        found: set[str] = set()
        for top in map(os.fspath, self.searchpath):
            for folder, folders, files in os.walk(top, followlinks=self.followlinks):
                folders[:] = [name for name in folders if not name.startswith(".")]
                below = os.path.relpath(folder, top).replace(os.sep, "/")
                found.update(files if below == "." else (f"{below}/{name}" for name in files))
        return sorted(found)


class _Staged(Theme):
    """A theme whose files are listed quickly."""

    def __init__(self, theme: Theme) -> None:
        self.__dict__.update(theme.__dict__)

    def get_env(self) -> Environment:
        """Give the environment of the templates."""
        environment = super().get_env()
        if type(environment.loader) is FileSystemLoader:
            environment.loader = _InSight(environment.loader.searchpath)
        return environment


def prepare_theme(config: MkDocsConfig) -> None:
    """Put our templates before those of the theme; a site that names no theme gets Material.

    Raises:  PluginError if the site has another theme, which our templates do not fit.
    """
    if config.theme.name == _MKDOCS_DEFAULT:
        config.theme = Theme(name="material")
    if config.theme.name != "material":
        raise PluginError(
            f'CX Stories is made for the theme "material", and mkdocs.yml names "{config.theme.name}". '
            "Write `theme: material`, or leave `theme` out."
        )
    if str(FOLDER) not in config.theme.dirs:
        position = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(position, str(FOLDER))
    config.theme = _Staged(config.theme)


def theme_styles(config: MkDocsConfig) -> str:
    """Give the address of Material's style sheet."""
    for folder in map(Path, config.theme.dirs):
        for path in sorted(folder.glob(_STYLES)):
            return path.relative_to(folder).as_posix()
    raise PluginError(f"This version of Material for MkDocs has no {_STYLES}.")


def own_picture(config: MkDocsConfig, key: str) -> str:
    """Give the `logo` or `favicon` that a site names below `theme:`, seen from the top of the site.

    Nothing if it names none, or one of another host: the first thing on a page waits for nobody else.
    """
    typed = config.theme.get(key)
    if typed == _MATERIALS_FAVICON:
        return ""
    return next(iter(files_named_in({"theme": {key: typed}})), "")


def silence_other_search(config: MkDocsConfig) -> None:
    """Switch MkDocs's or Material's own search off, if the site names it: its index would only be in the way.

    It must not have been configured yet, for then it would have put scripts into the site.
    """
    for name in _OTHER_SEARCHES:
        other = config.plugins.pop(name, None)
        if other is not None:
            for methods in config.plugins.events.values():
                methods[:] = [one for one in methods if getattr(one, "__self__", None) is not other]
            log.info("CX Stories has a search of its own; the line `search` in mkdocs.yml is not needed.")
