"""A folder with a site, and the command typed in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cx_stories.checks.examples import files_of
from cx_stories.cli.main import main

CONFIGURATION = "site_name: Small stage\ndocs_dir: content\nplugins:\n  - cx-stories\n"


class Desk:
    """A folder with a site, and the command typed in it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        monkeypatch.chdir(folder)
        self.write("mkdocs.yml", CONFIGURATION)

    def write(self, path: str, text: str) -> None:
        """Write a file of the site."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def story(self, fragment: str) -> None:
        """Write a story; the fragment is laid over a sound sample."""
        path = "stories/refund.md"
        self.write(f"content/{path}", files_of({path: fragment})[path].decode())

    def configure(self, options: str) -> None:
        """Set options below the plugin, a line for each."""
        below = "".join(f"      {line}\n" for line in options.splitlines())
        self.write("mkdocs.yml", f"{CONFIGURATION.rstrip()}:\n{below}")

    def named_story(self, name: str, fragment: str = "") -> None:
        """Write a story under a name of its own."""
        path = f"stories/{name}.md"
        self.write(f"content/{path}", files_of({path: fragment})[path].decode())

    def type(self, *words: str) -> Result:
        """Type `cx` and what follows."""
        return CliRunner().invoke(main, words)

    def check(self, *arguments: str) -> Result:
        """Type `cx check`."""
        return self.type("check", *arguments)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give a folder with a configuration and nothing else."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return Desk(tmp_path, monkeypatch)


@pytest.fixture
def faulty(desk: Desk) -> Desk:
    """Give a site with two faulty stories, one of them in a folder below."""
    desk.named_story("a", "elements: [surprizing]\nchannels: [web, web]\n")
    desk.named_story("old/b", "date: 2024-02-30\nchannels: [web, web]\n")
    return desk
