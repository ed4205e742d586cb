"""What is opened is a file of the content folder, whatever becomes of its name meanwhile."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cx_stories.reading import opened as opening
from cx_stories.reading.opened import opened


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Give a content folder with a file, a link to a secret, a link to a folder, a pipe and a folder."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/secret.md").write_text("secret")
    folder = tmp_path / "content"
    (folder / "stories").mkdir(parents=True)
    (folder / "stories/a.md").write_text("words")
    os.link(folder / "stories/a.md", folder / "hard.md")
    (folder / "link.md").symlink_to(tmp_path / "elsewhere/secret.md")
    (folder / "linked").symlink_to(tmp_path / "elsewhere")
    (folder / "round").symlink_to(folder)
    os.mkfifo(folder / "pipe.md")
    return folder


def _read(root: Path, path: str) -> str:
    try:
        with opened(root, root / path) as stream:
            return stream.read().decode()
    except OSError:
        return "refused"


@pytest.mark.parametrize("stepwise", [True, False])
def test_only_files_of_the_folder_are_opened(
    content: Path, stepwise: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No link is followed and no pipe waited for; a second name of the same file is that file."""
    monkeypatch.setattr(opening, "_STEPWISE", stepwise)
    paths = ("stories/a.md", "hard.md", "link.md", "linked/secret.md", "round/hard.md", "pipe.md", "stories")

    assert {path: _read(content, path) for path in paths} == {
        **dict.fromkeys(paths, "refused"),
        "stories/a.md": "words",
        "hard.md": "words",
    }


@pytest.mark.parametrize("stepwise", [True, False])
def test_content_folder_may_be_a_link(
    content: Path, tmp_path: Path, stepwise: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever looks after the site has put it there."""
    monkeypatch.setattr(opening, "_STEPWISE", stepwise)
    (tmp_path / "current").symlink_to(content)

    assert _read(tmp_path / "current", "stories/a.md") == "words"


def test_nothing_is_left_open(content: Path) -> None:
    """A build of a hundred thousand pictures does not run out of descriptors."""
    descriptors = Path("/proc/self/fd")
    before = len(list(descriptors.iterdir()))
    for path in ("stories/a.md", "linked/secret.md", "pipe.md", "gone.md", "stories"):
        _read(content, path)

    assert len(list(descriptors.iterdir())) == before
