"""MkDocs made to build beside its output folder, and to publish only what is whole."""

from __future__ import annotations

import atexit
import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import CountHandler

from cx_stories.errors import DISK_FULL, PublishingError
from cx_stories.pipeline.publishing import Publishing

log = logging.getLogger("mkdocs.plugins.cx_stories")
_MKDOCS = logging.getLogger("mkdocs")
_BUILDING = logging.getLogger("mkdocs.commands.build")


class SiteFolder:
    """The output folder of a build, which MkDocs is led around."""

    def __init__(self, config: MkDocsConfig) -> None:
        """From now on everybody who asks the configuration writes beside the output folder."""
        self._config = config
        self._named = config.site_dir
        self._publishing = Publishing(Path(config.site_dir), lambda words: log.info("%s", words))
        config.site_dir = str(self._publishing.folder)
        _BUILDING.addFilter(self._with_its_name)
        atexit.register(self.close)

    @property
    def published(self) -> Path:
        """Where the site is that was built last, if there is one, and will be."""
        return self._publishing.site

    def begin(self) -> None:
        """Make room to write.

        Raises:  PluginError
        """
        try:
            self._publishing.begin()
        except PublishingError as error:
            raise PluginError(str(error)) from error

    def publish(self) -> bool:
        """Put the site in its place, if nobody has been warned who must not be; tell whether that was done.

        Raises:  PluginError
        """
        if self._config.strict and any(
            handler.get_counts() for handler in _MKDOCS.handlers if isinstance(handler, CountHandler)
        ):
            return False
        try:
            self._publishing.publish()
        except PublishingError as error:
            raise PluginError(str(error)) from error
        self.close()
        return True

    def close(self) -> None:
        """Leave nothing behind, and lead MkDocs back."""
        self._config.site_dir = self._named
        _BUILDING.removeFilter(self._with_its_name)
        atexit.unregister(self.close)
        self._publishing.close()

    def told(self, error: Exception) -> str:
        """Give in our words what the system refused about the site; nothing if that was not the matter."""
        if not isinstance(error, OSError):
            return ""
        if error.errno not in DISK_FULL and not self._publishing.concerns(error.filename):
            return ""
        return str(PublishingError.of(error, Path(self._named).name))

    def _with_its_name(self, record: logging.LogRecord) -> bool:
        """Let MkDocs name the folder that the site will be in."""
        record.msg = str(record.msg).replace(str(self._publishing.folder), self._named)
        return True
