"""The pages of the theme that are none of ours, such as "not found", printed as MkDocs prints them."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_relative_url, is_error_template

from cx_stories.mkdocs_plugin.making_pages import Theirs
from cx_stories.pipeline.taking_over import write_new

_PACKED = ".gz"


class ThemePages:
    """Those of one state of a preview. A server looks for pages about errors; others wait to be asked for.

    theirs:  what MkDocs has for printing pages
    """

    def __init__(self, theirs: Theirs, config: MkDocsConfig) -> None:
        self._theirs, self._config = theirs, config
        self._names = frozenset(config.theme.static_templates)

    @property
    def places(self) -> Sequence[str]:
        """Where they are, seen from the top of the site."""
        return [*self._names, *(f"{name}{_PACKED}" for name in self._names)]

    def write_errors(self, folder: Path) -> None:
        """Write those about errors.

        folder:  that of the site
        """
        for name in filter(is_error_template, self._names):
            write_new(str(folder / name), self._printed(name))

    def bring(self, place: str, folder: Path) -> bool:
        """Write one that has been waiting, if it is one; whether it was.

        place:   where it is, seen from the top of the site
        folder:  that of the site
        """
        name = place.removesuffix(_PACKED)
        if name not in self._names:
            return False
        content = self._printed(name)
        write_new(str(folder / place), content if place == name else gzip.compress(content, mtime=0))
        return True

    def _printed(self, name: str) -> bytes:
        environment, nav, files = self._theirs
        base = urlsplit(self._config.site_url or "/").path if is_error_template(name) else ""
        context = get_context(nav, files, self._config, base_url=base or get_relative_url(".", name))
        return environment.get_template(name).render(context).encode()
