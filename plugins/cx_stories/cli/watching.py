"""`cx check --watch`: look again whenever something changes."""

from __future__ import annotations

import threading
from pathlib import Path

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from cx_stories.cli.configuration import settings_of
from cx_stories.cli.request import Request
from cx_stories.cli.running import run
from cx_stories.errors import CxStoriesError
from cx_stories.pipeline.remembering import FOLDER

PAUSE = 0.2
"""How many seconds no file may change before the next look: editors write a file in several steps."""
STARTED, ENDED = "Checking ...", "Waiting for changes. Ctrl+C ends this."
"""The first and the last line of a look, by which an editor knows which findings are those of today."""
_READING = ("opened", "closed_no_write")


class _Bell(FileSystemEventHandler):
    """Rings when a file changes that matters."""

    def __init__(self, hidden: Path) -> None:
        self.rung = threading.Event()
        self._hidden = hidden.resolve()

    def on_any_event(self, event: FileSystemEvent) -> None:
        path = Path(str(event.src_path)).resolve()
        written = event.event_type not in _READING and not event.is_directory
        if written and not path.is_relative_to(self._hidden):
            self.rung.set()


def watch(request: Request) -> None:
    """Check now and after each change, until it is interrupted."""
    bell = _Bell(request.config_file.parent / FOLDER.parts[0])
    observer = Observer()
    for folder, deep in _folders(request.config_file).items():
        observer.schedule(bell, str(folder), recursive=deep)
    observer.start()
    try:
        while True:
            click.echo(STARTED)
            run(request)
            click.echo(ENDED)
            bell.rung.wait()
            while bell.rung.is_set():
                bell.rung.clear()
                bell.rung.wait(PAUSE)
    except KeyboardInterrupt:
        click.echo()
    finally:
        observer.stop()
        observer.join()


def _folders(config_file: Path) -> dict[Path, bool]:
    """Give the folders to watch, and whether those below them too."""
    folders = {config_file.parent: False}
    try:
        content = settings_of(config_file)[0].content
    except CxStoriesError:
        return folders
    return {**folders, content: True} if content.is_dir() else folders
