"""A file is in the new site as it was in the last one, or as it was written: never a part of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cx_stories.pipeline.taking_over import Published, size_of, write_new

WRITE = os.write


def test_file_is_whole_though_the_disk_takes_only_parts_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its proof is that of all of it."""
    monkeypatch.setattr(os, "write", lambda handle, content: WRITE(handle, bytes(content)[:3]))
    proof = write_new(str(tmp_path / "page" / "index.html"), b"a lamp in the rain")

    assert (tmp_path / "page" / "index.html").read_bytes() == b"a lamp in the rain"
    assert size_of(proof) == 18


def test_disk_that_is_full_in_the_middle_of_a_file_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody takes a part of a page for the page."""
    room = [5, 0]

    def write(handle: int, content: bytes) -> int:
        left = room.pop(0)
        if not left:
            raise OSError(28, "No space left on device")
        return WRITE(handle, bytes(content)[:left])

    monkeypatch.setattr(os, "write", write)

    with pytest.raises(OSError, match="No space"):
        write_new(str(tmp_path / "index.html"), b"a lamp in the rain")


def test_file_that_was_touched_is_read_and_given_under_a_new_proof(tmp_path: Path) -> None:
    """A copy from a backup is what it was; its next proof knows it without a look."""
    proof = write_new(str(tmp_path / "old" / "index.html"), b"a lamp")
    os.utime(tmp_path / "old" / "index.html", ns=(1, 1))
    again = Published(tmp_path / "old").give("index.html", str(tmp_path / "new" / "index.html"), proof)

    assert again not in (None, proof)
    assert (tmp_path / "new" / "index.html").read_bytes() == b"a lamp"


def test_file_of_another_content_is_not_given(tmp_path: Path) -> None:
    """Not even if it is of the same size."""
    proof = write_new(str(tmp_path / "old" / "index.html"), b"a lamp")
    (tmp_path / "old" / "index.html").unlink()
    write_new(str(tmp_path / "old" / "index.html"), b"a coat")
    os.utime(tmp_path / "old" / "index.html", ns=(1, 1))

    assert Published(tmp_path / "old").give("index.html", str(tmp_path / "new" / "index.html"), proof) is None
    assert not (tmp_path / "new").exists()
