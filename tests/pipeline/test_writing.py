"""A file is written whole or not at all, and never over the work of somebody else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cx_stories.pipeline import writing
from cx_stories.pipeline.writing import content_of_file, replace_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a file with something in it, in a folder of its own."""
    file = tmp_path / "stories" / "a.md"
    file.parent.mkdir()
    file.write_bytes(b"before")
    return file


def test_file_has_its_new_content_and_its_permissions(file: Path) -> None:
    """Whoever could read it before can read it now, and nothing else is left in the folder."""
    file.chmod(0o640)

    assert replace_file(file, b"before", b"after") == ""
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"after", 0o640)
    assert list(file.parent.iterdir()) == [file]


def test_file_that_changed_meanwhile_is_left(file: Path) -> None:
    """What somebody typed in the last second is not lost."""
    file.write_bytes(b"newer")

    assert replace_file(file, b"before", b"after") == (
        "This file was changed while it was being mended, so it was left as it is. Try again."
    )
    assert file.read_bytes() == b"newer"


def test_link_is_not_followed(file: Path) -> None:
    """Nothing outside the content folder is ever written."""
    link = file.with_name("b.md")
    link.symlink_to(file)

    assert replace_file(link, b"before", b"after") == (
        "This file has gone or became something else while it was being mended. Look at it, and try again."
    )
    assert (link.is_symlink(), file.read_bytes(), content_of_file(link)) == (True, b"before", None)


def test_file_that_has_gone_is_told(file: Path) -> None:
    """It is not made anew."""
    file.unlink()

    assert replace_file(file, b"before", b"after").startswith("This file has gone")
    assert not file.exists()


def test_read_only_file_is_left(file: Path) -> None:
    """Somebody meant it to stay as it is."""
    file.chmod(0o444)

    assert replace_file(file, b"before", b"after") == (
        "This file is read-only, so it was left as it is. Make it writable, and try again."
    )
    assert file.read_bytes() == b"before"


def test_file_in_a_read_only_folder_is_left(file: Path) -> None:
    """The cure names the folder."""
    file.parent.chmod(0o555)
    why = replace_file(file, b"before", b"after")
    file.parent.chmod(0o755)

    assert why == (
        "Its folder is read-only, so this file was left as it is. Make the folder writable, and try again."
    )
    assert file.read_bytes() == b"before"


def test_full_disk_leaves_the_file_and_no_scraps(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a story is worse than a fault in it."""

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    assert writing.replace_file(file, b"before", b"after").startswith("This file could not be written")
    assert [(path, path.read_bytes()) for path in file.parent.iterdir()] == [(file, b"before")]
