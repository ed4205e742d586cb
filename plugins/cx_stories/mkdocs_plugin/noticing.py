"""Noticing quickly that somebody has saved a story, while a preview of thousands goes on."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from threading import Event, Thread
from time import thread_time

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileModifiedEvent, FileSystemEventHandler

from cx_stories.mkdocs_plugin.saving import Saving

log = logging.getLogger("mkdocs.plugins.cx_stories")
_PAUSE = 0.2
"""For how many seconds nobody looks."""
_PAUSES = 6
"""How many times longer than a look a pause is at least: a large folder is looked at less often."""


class Noticing(Thread):
    """Looks at the content folder in the place of MkDocs, which does so less often and with more work.

    What it sees it reports as MkDocs's own observer would: at the watch for the configuration, which stays.
    """

    def __init__(self, server: LiveReloadServer, saving: Saving, config: MkDocsConfig) -> None:
        super().__init__(daemon=True)
        self._saving, self._ended, self._reported = saving, Event(), saving.marks
        self._file = os.path.abspath(config.config_file_path)  # noqa: PTH100 (as MkDocs calls it)
        self._observer = server.observer
        self._watch = self._observer.schedule(FileSystemEventHandler(), self._file, recursive=True)
        with suppress(KeyError):  # if nobody watches it, there is nobody to relieve
            server.unwatch(config.docs_dir)

    def run(self) -> None:
        """Look until it is over; what has been reported is not reported again."""
        pause = _PAUSE
        while not self._ended.wait(pause):
            began = thread_time()
            try:
                self._look()
            except Exception as error:  # whatever it is: nobody else looks
                log.debug("CX Stories: the content folder could not be looked at: %s", error)
            pause = max(_PAUSE, _PAUSES * (thread_time() - began))

    def _look(self) -> None:
        marks = self._saving.look()
        if marks not in (self._reported, self._saving.marks):
            self._reported = marks
            self._report()

    def end(self) -> None:
        """Look no more."""
        self._ended.set()

    def _report(self) -> None:
        for emitter in self._observer.emitters:
            if emitter.watch == self._watch:
                emitter.queue_event(FileModifiedEvent(self._file))
