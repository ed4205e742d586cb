"""A preview notices at once that somebody has saved something, and reports it once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from cx_stories.mkdocs_plugin.noticing import Noticing
from cx_stories.mkdocs_plugin.saving import Saving

PATIENCE = 30.0


class Heard(FileSystemEventHandler):
    """Whoever watches the configuration, as the server of MkDocs does."""

    def __init__(self) -> None:
        self.events: Queue[str] = Queue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note what it is said to be about."""
        self.events.put(Path(str(event.src_path)).name)


class Watched:
    """A content folder with one story, and those who watch it."""

    def __init__(self, folder: Path) -> None:
        (folder / "content").mkdir()
        (folder / "mkdocs.yml").write_text("site_name: Small\ndocs_dir: content\ntheme: material\n")
        self.story, self.saving, self.heard = folder / "content/lamp.md", Saving(), Heard()
        self.story.write_text("He lent her the lamp.")
        config = load_config(str(folder / "mkdocs.yml"))
        self.saving.begin({}, config)
        self.server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(folder))
        self.server.watch(config.docs_dir)
        self.server.observer.schedule(self.heard, str(folder / "mkdocs.yml"), recursive=True)
        self.noticing = Noticing(self.server, self.saving, config)
        self.noticing.start()
        self.server.observer.start()

    def end(self) -> None:
        """Let nobody watch any more."""
        self.noticing.end()
        self.server.observer.stop()
        self.server.server_close()


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    """Give a watched folder."""
    one = Watched(tmp_path)
    yield one
    one.end()


def test_what_is_saved_is_reported_once(watched: Watched) -> None:
    """Until it is saved again: a build takes its time, and MkDocs waits until nothing more is reported."""
    watched.story.write_text("He lent her the light.")
    first = watched.heard.events.get(timeout=PATIENCE)
    with pytest.raises(Empty):
        watched.heard.events.get(timeout=0.6)
    watched.story.write_text("He lent her the lamp, and the coat.")

    assert [first, watched.heard.events.get(timeout=PATIENCE)] == ["mkdocs.yml"] * 2


def test_mkdocs_is_relieved_of_the_content(watched: Watched) -> None:
    """Or it would report each save a second time, and everything would be built twice."""
    folders = [Path(emitter.watch.path) for emitter in watched.server.observer.emitters]

    assert folders
    assert watched.story.parent not in folders
