"""Bytes that are laid down come back as they were, or not at all, and are in nobody's way meanwhile."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cx_stories.pipeline import laying_down
from cx_stories.pipeline.laying_down import InHand, OnDisk, Pile
from cx_stories.pipeline.remembering import Memory

needs_places = pytest.mark.skipif(not laying_down.READS_AT, reason="everything stays in the process here")
PIECES = [b"one", b"", b"three" * 100, memoryview(b"four")]


@needs_places
def test_what_is_too_much_to_hold_lies_on_the_disk(tmp_path: Path) -> None:
    """The first bytes stay in the process, the others in a file that nobody sees and that ends with it."""
    pile = Pile(tmp_path / "folder" / "some.memory", in_hand=4)
    held = [pile.lay(piece) for piece in PIECES]

    assert [one.read() for one in held] == [bytes(piece) for piece in PIECES]
    assert [type(one.source) for one in held] == [InHand, InHand, OnDisk, OnDisk]
    assert list((tmp_path / "folder").iterdir()) == []


@needs_places
def test_what_somebody_has_damaged_does_not_come_back(tmp_path: Path) -> None:
    """A disk that forgets costs what it has forgotten; nobody gets other bytes than he laid down."""
    pile = Pile(tmp_path / "some.memory", in_hand=0)
    held = [pile.lay(piece) for piece in (b"first", b"second", b"third")]
    source = held[1].source
    assert isinstance(source, OnDisk)
    os.pwrite(source.handle, b"S", held[1].start)
    os.ftruncate(source.handle, held[2].start + 1)

    assert [one.read() for one in held] == [b"first", None, None]


@needs_places
@pytest.mark.parametrize("place", ["file/folder", "full"])
def test_what_the_disk_has_no_room_for_stays_in_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """A build on a disk that is full, or that it may not write to, goes on."""
    (tmp_path / "file").write_text("")
    if place == "full":
        monkeypatch.setattr(os, "pwrite", lambda *_: 1)
    pile = Pile(tmp_path / place / "some.memory", in_hand=0)

    assert [pile.lay(piece).read() for piece in PIECES] == [bytes(piece) for piece in PIECES]


def test_memory_is_the_same_where_no_file_can_be_read_at_a_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other systems hold it all; what they write is what the others read."""
    monkeypatch.setattr(laying_down, "READS_AT", False)
    memory = Memory(tmp_path, "some.memory")
    memory.keep(bytes(16), b"entry")
    memory.save()
    there = Memory(tmp_path, "some.memory").recall(bytes(16))
    monkeypatch.undo()

    assert (there, Memory(tmp_path, "some.memory").recall(bytes(16))) == (b"entry", b"entry")
