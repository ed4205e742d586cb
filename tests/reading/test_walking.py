"""A content folder is read to the end, whatever is in it and whatever happens to it meanwhile."""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cx_stories.reading.collection import content_of, read_documents
from cx_stories.reading.finding import find_files
from tests.conftest import Site

STORY = "---\ntitle: A\n---\n"


@pytest.fixture
def few_frames() -> Iterator[None]:
    """Let functions call each other not much deeper than now; a thousand folders take long to clean up."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 150)
    yield
    sys.setrecursionlimit(before)


@pytest.fixture
def deep(site: Site) -> Path:
    """Give a file in a great many folders."""
    return site.file(f"{'a/' * 300}b.md", STORY)


@pytest.mark.usefixtures("deep", "few_frames")
def test_folders_stand_in_each_other_as_deep_as_they_like(deep: Path, site: Site) -> None:
    """A damaged archive is no reason to stop."""
    assert [one.file for one in find_files(site.content, ("en",))] == [deep]


def test_file_that_has_gone_is_left_out(site: Site) -> None:
    """Somebody tidies up during a check."""
    files = [site.file(path, STORY) for path in ("stories/a.md", "stories/b.md", "stories/c.docx")]
    found = find_files(site.content, ("en",))
    for file in (files[0], files[2]):
        file.unlink()

    assert [document.path for document in read_documents(found)] == ["stories/b.md"]
    assert [content_of(one)[:1] for one in found] == [b"g", b"c", b"g"]


def test_folder_that_goes_meanwhile_is_left_out(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody moves a folder during a check."""
    site.file("about.md", STORY)
    (site.content / "old").mkdir()
    scandir = os.scandir

    def move(folder: str) -> object:
        if Path(folder).name == "old":
            Path(folder).rmdir()
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", move)

    assert [one.path for one in read_documents(find_files(site.content, ("en",)))] == ["about.md"]


def test_no_file_looks_like_a_link(site: Site, tmp_path: Path) -> None:
    """What stands in a file is never taken for what stands there instead of a file."""
    site.content.joinpath("a.md").symlink_to(tmp_path)
    (link,) = find_files(site.content, ("en",))
    told = content_of(link)
    site.file("bare.md", told[1:])
    site.file("copy.md", told)

    assert told not in [content_of(one) for one in find_files(site.content, ("en",))[1:]]


def test_ending_that_is_no_unicode_can_be_remembered(site: Site, tmp_path: Path) -> None:
    """A name from an old archive is told of, also by a check that remembers."""
    site.file("stories/a.md", STORY)
    Path(os.fsdecode(os.fsencode(site.content) + b"/stories/notes.do\xff")).write_text("")
    told = [one.message for one in site.inspect(tmp_path / "memory").diagnostics if "notes" in one.path]

    assert told == [
        'The file name has "\\" in it, which not every computer can store. Rename it with letters, digits '
        "and hyphens."
    ]
