"""A large preview: a page is printed when somebody asks for it, so that who saves a story sees it at once."""

from __future__ import annotations

import logging
import os
import posixpath
import shutil
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from threading import RLock, Thread
from time import sleep
from typing import Any

from mkdocs.livereload import LiveReloadServer

from cx_stories.mkdocs_plugin.making_pages import Pages
from cx_stories.mkdocs_plugin.theme_pages import ThemePages
from cx_stories.pipeline.indexing import FOLDER, Index
from cx_stories.pipeline.taking_over import write_new
from cx_stories.views.assets import Asset

log = logging.getLogger("mkdocs.plugins.cx_stories")
WORTH_WAITING = 400
"""From how many stories on pages wait until they are asked for; fewer are all printed at once."""
_ATTEMPTS = 3
"""How often a page is asked for: meanwhile another build may have taken the place of the one it was of."""
_REST = 1.0
"""For how many seconds the index is not begun: who has saved something looks at a page first."""
_THEIRS = "/livereload/"
"""Below this MkDocs says when there is another build."""
Answer = Callable[..., Any]
Application = Callable[[dict[str, Any], Answer], Iterable[bytes]]


class OnDemand:
    """The pages of the last build of a preview, that are still to be printed, and its index."""

    def __init__(self) -> None:
        self._turn = RLock()
        self._building = False
        self._pages: Pages | None = None
        self._theme: ThemePages | None = None
        self._root = Path()
        self._making: Index | None = None

    def pause(self) -> None:
        """Let nothing be printed while a build goes on, and nobody work on an index that it will replace."""
        self._turn.acquire()
        self._building = True
        if self._making:
            self._making.stop()

    def resume(self) -> None:
        """Go on, after the build, whatever came of it."""
        if self._building:
            self._building = False
            self._turn.release()

    def take(self, pages: Pages, root: Path) -> None:
        """From now on print these, and make the index of them beside that.

        root:  where the preview is served from
        """
        self._pages, self._theme, self._root = pages, None, root
        self._begin_index(pages)

    def take_again(self, pages: Pages, theme: ThemePages, assets: Iterable[Asset]) -> None:
        """From now on print these in the place of those before, where those stood.

        theme:   the pages of the theme that go with them
        assets:  files that go with them
        """
        if self._pages:
            self._pages.take_back(self._root)
        for place in theme.places:
            (self._root / place).unlink(missing_ok=True)
        for asset in assets:
            write_new(str(self._root / asset.path), asset.content)
        theme.write_errors(self._root)
        self._pages, self._theme = pages, theme
        self._begin_index(pages)

    def end(self) -> None:
        """Print nothing of an earlier build any more."""
        self._pages = self._theme = None

    def carry_over(self, folder: Path) -> None:
        """Let the last index go on until there is another.

        folder:  of the site that takes the place of the last one
        """
        old = self._root / FOLDER
        if self._pages and old.is_dir():
            shutil.copytree(old, folder / FOLDER, copy_function=_shared)

    def answer_for(self, server: LiveReloadServer) -> None:
        """Have a server ask here for what it does not find."""
        application, mount = server.get_app(), server.mount_path
        assert application is not None  # noqa: S101 (MkDocs has set its own)
        server.set_app(self._over(application, mount))

    def _over(self, application: Application, mount: str) -> Application:
        def answer(environ: dict[str, Any], start_response: Answer) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            said: list[Any] = []
            body: Iterable[bytes] = ()
            ours = path.startswith(mount) and not path.startswith(_THEIRS)
            for _ in range(_ATTEMPTS):
                printed = ours and self._tried(path.removeprefix(mount))
                said.clear()
                body = application(environ, lambda *words: said.extend(words))
                if not (printed and str(said[0]).startswith("404")):
                    break
            start_response(*said)
            return body

        return answer

    def _tried(self, path: str) -> bool:
        """Print what is asked for; what goes wrong is said where the preview was started."""
        try:
            return self._print(path)
        except Exception as error:  # whatever a template or the disk does: the preview goes on
            log.error("%s cannot be shown: %s", path or "The first page", error)
            return False

    def _print(self, path: str) -> bool:
        """Print what is asked for, if it is a page of ours or another file that waits; whether it is one."""
        address = f"/{path}"
        place = posixpath.normpath(address + ("index.html" if address.endswith("/") else "")).lstrip("/")
        with self._turn:
            pages, theme = self._pages, self._theme
            if theme and theme.bring(place, self._root):
                return True
            return pages is not None and any(
                pages.bring(one, self._root) for one in (place, f"{place}/index.html")
            )

    def _begin_index(self, pages: Pages) -> None:
        Thread(target=self._index, args=(pages,), daemon=True).start()

    def _index(self, pages: Pages) -> None:
        """Make the index of pages, as long as they are those that are shown."""
        sleep(_REST)
        try:
            self._fill(pages)
        except Exception as error:  # whatever a template or the disk does: the last index goes on
            if self._pages is pages and not self._building:
                log.warning("The index of the search could not be made: %s", error)

    def _fill(self, pages: Pages) -> None:
        with closing(Index()) as index:
            for number in range(pages.count):
                with self._turn:
                    if self._pages is not pages:
                        return
                    self._making = index
                    found = pages.found(number)
                if found:
                    index.add(*found)
            index.begin(self._root)
            files = index.files()
            with self._turn:
                if self._pages is pages:
                    self._making = None
                    index.put(files, self._root)


def _shared(old: str, new: str) -> str:
    """Have a file in two folders, or a copy of it where the system cannot do that."""
    try:
        os.link(old, new)
    except OSError:
        shutil.copyfile(old, new)
    return new
