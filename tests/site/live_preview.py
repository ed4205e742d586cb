"""A preview of a drawn site, served as `mkdocs serve` serves it, within this process."""

from __future__ import annotations

from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from tests.site.made_site import Stage

if TYPE_CHECKING:
    from cx_stories.mkdocs_plugin.plugin import CxStoriesPlugin

HOST = "127.0.0.1"
_BESIDES = ("404.html", "sitemap.xml", "sitemap.xml.gz", "feed.xml", "data/stories.csv", "llms.txt")


class Preview:
    """A preview; whoever saves builds again by hand.

    whole:  how often the whole site was built
    """

    def __init__(self, stage: Stage, folder: Path) -> None:
        self._stage, self._folder = stage, folder
        self.whole = 0
        self._config = self._configured()
        self._config.plugins.on_startup(command="serve", dirty=False)
        self.build()
        self._server = LiveReloadServer(self.build, HOST, 0, str(folder), shutdown_delay=0.01)
        self._server.watch(str(stage.content))
        self._server.watch(self._config.config_file_path)
        self._config.plugins.on_serve(self._server, config=self._config, builder=self.build)
        self._server.server_bind()
        self._server.server_activate()
        self._server.serve_thread.start()

    def _configured(self) -> MkDocsConfig:
        config = load_config(str(self._stage.folder / "mkdocs.yml"), site_dir=str(self._folder))
        config.site_url = "http://localhost/"
        return config

    def build(self) -> None:
        """Build the whole site again, with the plugin that goes on."""
        config = self._configured() if self.whole else self._config
        self.whole += 1
        build(config, serve_url="http://localhost/")

    def save(self) -> bool:
        """Do what the server does when something was saved; tell whether the whole site was built."""
        before = self.whole
        self._server.builder()
        return self.whole > before

    def get(self, path: str) -> tuple[int, str]:
        """Ask for a page; give the status and what it says."""
        line = HTTPConnection(HOST, self._server.server_port, timeout=60)
        try:
            line.request("GET", f"/{path}")
            answer = line.getresponse()
            return answer.status, answer.read().decode(errors="replace")
        finally:
            line.close()

    def everything(self) -> dict[str, bytes]:
        """Ask for every page, and some of what stands besides; give what was served, by its place."""
        plugin = cast("CxStoriesPlugin", self._config.plugins["cx-stories"])
        files = [file.dest_uri for local in plugin.site.locals.values() for file in local.files.values()]
        words = [asset.path for asset in plugin.site.own_words()]
        for place in (*files, *words, *_BESIDES):
            self.get(place)
        return {place: (self._folder / place).read_bytes() for place in (*files, *words, *_BESIDES)}

    def close(self) -> None:
        """End it."""
        self._config.plugins.on_shutdown()
        self._server.shutdown()
        self._server.server_close()
        self._server.serve_thread.join()
