"""`cx check --watch`: look again whenever something changes."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from cx_stories.cli.configuration import settings_of, standing_files
from cx_stories.cli.request import Request
from cx_stories.cli.running import run
from cx_stories.errors import CxStoriesError

PAUSE = 0.2
"""How many seconds no file may change before the next look: editors write a file in several steps."""
STARTED, ENDED = "Checking ...", "Waiting for changes. Ctrl+C ends this."
"""The first and the last line of a look, by which an editor knows which findings are those of today."""
_READING = ("opened", "closed_no_write")
Folders = Mapping[Path, tuple[bool, int]]
"""Whether the folders below a folder count too, and its number, which changes when it is made anew."""
logging.getLogger("watchdog").addHandler(logging.NullHandler())
"""It says that a folder is no longer watched, which nobody has to know."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a look depends on, by paths without links.

    files:    single files, whether they are there or not; the content folder itself is one of them
    content:  the folder in which every file counts; None if it is not known
    written:  the file that the look itself writes
    """

    files: frozenset[Path]
    content: Path | None = None
    written: Path | None = None

    def matters(self, path: Path) -> bool:
        """Whether a look may give something else when this file changes."""
        path = _placed(path)
        if path == self.written:
            return False
        return path in self.files or (self.content is not None and _stands_in(path, self.content))

    def folders(self) -> Folders:
        """Give the folders to watch that are there."""
        folders = {file.parent: False for file in self.files}
        if self.content:
            folders[self.content] = True
        return {
            folder: (deep, folder.stat().st_ino)
            for folder, deep in sorted(folders.items())
            if folder.is_dir()
        }


def scope_of(request: Request) -> Scope:
    """Give what a look depends on now; as much of it as a faulty configuration tells."""
    file = request.config_file
    written = _placed(request.output_file) if request.output_file else None
    try:
        files = {file, *standing_files(file)}
        content = settings_of(file)[0].content.resolve()
    except CxStoriesError as error:
        files, content = {file, *_named_in(file), *filter(None, [error.file])}, None
    return Scope(frozenset(map(_placed, (*files, *([content] if content else [])))), content, written)


def _named_in(file: Path) -> tuple[Path, ...]:
    try:
        return standing_files(file)
    except CxStoriesError:
        return ()


def _stands_in(path: Path, folder: Path) -> bool:
    """Whether a path stands in a folder, and not in a hidden one, which no look enters."""
    if not path.is_relative_to(folder):
        return False
    return not any(part.startswith(".") for part in path.relative_to(folder).parts)


def _placed(path: Path) -> Path:
    """Give a path whose folders are no links; the file itself may be one."""
    return path.parent.resolve() / path.name


class _Bell(FileSystemEventHandler):
    """Rings when a file changes that matters."""

    def __init__(self) -> None:
        self.rung = threading.Event()
        self.scope = Scope(frozenset())
        self.watched: Folders = {}

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _READING or (event.is_directory and event.event_type == "modified"):
            return
        paths = [Path(os.fsdecode(name)) for name in (event.src_path, event.dest_path) if name]
        if any(map(self.scope.matters, paths)):
            self.rung.set()


def watch(request: Request) -> None:
    """Check now and after each change, until it is interrupted."""
    bell, observer = _Bell(), Observer()
    observer.start()
    try:
        _look(request, bell, observer)
        while True:
            click.echo(ENDED)
            bell.rung.wait()
            while bell.rung.is_set():
                bell.rung.clear()
                bell.rung.wait(PAUSE)
            try:
                _look(request, bell, observer)
            except click.UsageError as error:  # what was asked for may be away for a moment
                click.echo(error.format_message(), err=True)
    except KeyboardInterrupt:
        click.echo()
    finally:
        observer.stop()
        observer.join()


def _look(request: Request, bell: _Bell, observer: BaseObserver) -> None:
    """Watch what the configuration names now, and check; in this order, so that no change is missed."""
    bell.scope = scope_of(request)
    folders = bell.scope.folders()
    if folders != bell.watched:
        observer.unschedule_all()
        for folder, (deep, _) in folders.items():
            with suppress(OSError):  # it is away again
                observer.schedule(bell, str(folder), recursive=deep)
        bell.watched = folders
    click.echo(STARTED)
    run(request)
