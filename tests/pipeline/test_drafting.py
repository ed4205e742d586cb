"""New files among the stories: what they are called, and that they never harm another."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cx_stories.errors import CxStoriesError
from cx_stories.model.document import Kind
from cx_stories.pipeline.drafting import TakenError, id_of, write_all_new, write_new
from cx_stories.reading.finding import named
from cx_stories.reading.naming import unfit_name


@pytest.mark.parametrize(
    ("title", "identity"),
    [
        ("Blazing contact", "blazing-contact"),
        ("Don’t taste, don't look", "dont-taste-dont-look"),
        ("Geen geïrriteerde Ærø-ober", "geen-geirriteerde-aero-ober"),
        ("AT&T “x” <y>", "at-t-x-y"),
        ("お客様", "story"),
        ("Con", "story-con"),
        ("Index", "story-index"),
        ("404", "story-404"),
        ("word " * 60, "word-word-word-word-word-word-word-word-word-word-word-word"),
        ("Ooo" * 100, "ooo" * 20),
    ],
)
def test_id_is_the_title_in_plain_letters(title: str, identity: str) -> None:
    """A writer recognises the story in the name of its file and in its address."""
    assert id_of(title) == identity


def test_taken_id_gets_a_number() -> None:
    """Two stories may have one title; neither file is in the way of the other."""
    assert id_of("The bus", {"the-bus", "the-bus-2"}) == "the-bus-3"


@given(st.text())
def test_every_title_gives_a_name_that_every_computer_can_store(title: str) -> None:
    """Whatever is typed, the file is one of a story, with that id."""
    identity = id_of(title)

    assert unfit_name(f"stories/{identity}.md") == ""
    assert (named(f"stories/{identity}.md", ["en"]).kind, named(f"stories/{identity}.md", ["en"]).id) == (
        Kind.STORY,
        identity,
    )


def test_folders_that_are_missing_are_made(tmp_path: Path) -> None:
    """The first story of a site needs no folder made by hand, and nothing else is left beside it."""
    file = tmp_path / "content" / "stories" / "bus.md"
    write_new(file, "Één bus\n")

    assert (file.read_bytes(), list(file.parent.iterdir())) == ("Één bus\n".encode(), [file])
    mask = os.umask(0)
    os.umask(mask)
    assert file.stat().st_mode & 0o777 == 0o666 & ~mask


def _folder(file: Path) -> None:
    file.mkdir()


def _lost_link(file: Path) -> None:
    file.symlink_to(file.parent / "nowhere.md")


def _file(file: Path) -> None:
    file.write_bytes(b"mine")


@pytest.mark.parametrize("thing", [_file, _folder, _lost_link])
def test_nothing_is_ever_overwritten(tmp_path: Path, thing: object) -> None:
    """A file, a folder and even a link that leads nowhere are somebody's, and stay as they are."""
    file = tmp_path / "bus.md"
    thing(file)  # type: ignore[operator]
    before = file.lstat()

    with pytest.raises(TakenError, match=r"bus\.md is there already\. It was left as it is\.$"):
        write_new(file, "new")
    assert (file.lstat(), list(tmp_path.iterdir())) == (before, [file])


def test_file_that_comes_in_the_last_moment_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two people may have the same idea in the same second: the first has the name."""
    file = tmp_path / "bus.md"
    synced = os.fsync

    def slow(handle: int) -> None:
        synced(handle)
        file.write_bytes(b"mine")

    monkeypatch.setattr(os, "fsync", slow)
    with pytest.raises(TakenError):
        write_new(file, "new")
    assert (file.read_bytes(), list(tmp_path.iterdir())) == (b"mine", [file])


def test_disk_without_second_names_is_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A memory stick knows no links; the story gets there all the same."""

    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    write_new(tmp_path / "bus.md", "new")

    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("bus.md", b"new")]


def test_full_disk_leaves_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who runs out of room has no half story, and is told why."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(
        CxStoriesError, match=r"cannot be written: there is no room left on the disk\. Nothing was written\."
    ):
        write_new(tmp_path / "bus.md", "new")
    assert list(tmp_path.iterdir()) == []


def test_interruption_leaves_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C in the middle of it is as if nothing had been asked."""

    def stopped(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_new(tmp_path / "bus.md", "new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    """The sentence names the cause, not a number."""
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(CxStoriesError, match="its folder belongs to somebody else or is read-only"):
            write_new(tmp_path / "bus.md", "new")
    finally:
        tmp_path.chmod(0o700)


def test_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    """A file called `stories` is not taken for a story that is there already."""
    (tmp_path / "stories").write_bytes(b"")

    with pytest.raises(
        CxStoriesError, match=r"stories is no folder, so stories/bus\.md cannot be written"
    ) as told:
        write_new(tmp_path / "stories" / "bus.md", "new")
    assert not isinstance(told.value, TakenError)


def test_files_that_belong_together_are_written_together(tmp_path: Path) -> None:
    """A translation whose name is taken takes the story with it: nobody has to clear up a half one."""
    (tmp_path / "bus.nl.md").write_bytes(b"mine")

    with pytest.raises(TakenError):
        write_all_new({tmp_path / "bus.md": "new", tmp_path / "bus.nl.md": "nieuw"})
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("bus.nl.md", b"mine")]
