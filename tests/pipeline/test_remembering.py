"""The file of a memory: what is damaged is forgotten, and whoever is in the way of it does no harm."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from cx_stories.pipeline import laying_down, remembering
from cx_stories.pipeline.remembering import Memory, entries_of

ONE, TWO, THREE = (bytes([number]) * remembering.KEY for number in (1, 2, 3))
ALL = {ONE: b"first", TWO: b"second", THREE: b"third"}
NAME = "some.memory"


def _keep(folder: Path, entries: Mapping[bytes, bytes]) -> Path:
    """Remember entries, and nothing else; give the file."""
    memory = Memory(folder, NAME)
    for key, entry in entries.items():
        memory.keep(key, entry)
    memory.save()
    return folder / NAME


def _kept(folder: Path) -> Mapping[bytes, bytes]:
    return {key: bytes(entry) for key, entry in entries_of(folder / NAME)}


def test_what_was_kept_is_there_the_next_time(tmp_path: Path) -> None:
    """Each entry under its key, to the byte."""
    _keep(tmp_path / "folder", ALL)
    memory = Memory(tmp_path / "folder", NAME)
    recalled = [memory.recall(key) for key in (TWO, bytes(16))]

    assert (recalled, _kept(tmp_path / "folder")) == ([b"second", None], ALL)


def test_what_a_round_has_not_used_is_forgotten(tmp_path: Path) -> None:
    """The memory of a site does not grow for ever."""
    _keep(tmp_path, ALL)
    memory = Memory(tmp_path, NAME)
    memory.keep(TWO, memory.recall(TWO) or b"")
    memory.save()

    assert _kept(tmp_path) == {TWO: b"second"}


def test_nothing_is_written_where_nothing_has_changed(tmp_path: Path) -> None:
    """A build of a site as it was leaves the disk alone."""
    file = _keep(tmp_path, ALL)
    before = file.stat().st_ino
    memory = Memory(tmp_path, NAME)
    for key in ALL:
        memory.keep(key, memory.recall(key) or b"")
    memory.save()

    assert (file.stat().st_ino, _kept(tmp_path)) == (before, ALL)


def test_few_new_entries_may_wait_until_the_end(tmp_path: Path) -> None:
    """A preview does not write everything down for each story that is saved, but it does when it ends."""
    _keep(tmp_path, ALL)
    memory = Memory(tmp_path, NAME)
    for key in (ONE, TWO):
        memory.keep(key, memory.recall(key) or b"")
    memory.keep(THREE, b"other")
    memory.save(least=0.5)
    waiting = _kept(tmp_path)
    memory.close()

    assert (waiting, _kept(tmp_path)) == (ALL, {**ALL, THREE: b"other"})


@pytest.mark.parametrize(
    ("damage", "left"),
    [
        (lambda raw: raw[:0], {}),
        (lambda raw: raw[20:], {}),
        (lambda raw: raw[:-1], {ONE: b"first", TWO: b"second"}),
        (lambda raw: raw[: raw.index(b"third") - 9], {ONE: b"first", TWO: b"second"}),
        (lambda raw: raw.replace(b"second", b"secont"), {ONE: b"first", THREE: b"third"}),
        (lambda raw: raw.replace(b"memory 1", b"memory 2"), {}),
        (lambda raw: raw + b"more", ALL),
    ],
    ids=["empty", "foreign", "cut off", "cut off early", "one sign", "another version", "more"],
)
def test_what_is_damaged_is_forgotten_by_itself(tmp_path: Path, damage, left) -> None:  # type: ignore[no-untyped-def]
    """A file that was written by half, or a disk that forgets, costs the entries that it costs."""
    file = _keep(tmp_path, ALL)
    file.write_bytes(damage(file.read_bytes()))

    assert _kept(tmp_path) == left


def test_two_that_write_at_once_leave_what_the_last_one_wrote(tmp_path: Path) -> None:
    """Each goes on with what it has read, and neither finds half of a file."""
    _keep(tmp_path, ALL)
    first, second = Memory(tmp_path, NAME), Memory(tmp_path, NAME)
    for memory, key in ((first, ONE), (second, TWO)):
        memory.keep(key, memory.recall(key) or b"")
    second.save()
    still = first.recall(THREE)
    first.save()

    assert (still, _kept(tmp_path)) == (b"third", {ONE: b"first"})
    assert sorted(file.name for file in tmp_path.iterdir()) == [".gitignore", NAME]


def test_what_an_ended_build_has_left_unfinished_is_cleared_away(tmp_path: Path) -> None:
    """Builds that are killed in the middle do not fill a disk."""
    unfinished = tmp_path / f"{NAME}.abc.part"
    unfinished.write_bytes(b"half")
    _keep(tmp_path, ALL)

    assert (unfinished.exists(), _kept(tmp_path)) == (False, ALL)


def test_entry_that_is_damaged_while_a_build_goes_on_is_forgotten(tmp_path: Path) -> None:
    """What is on the disk is looked at when somebody wants it, and not believed for what it was before."""
    file = _keep(tmp_path, ALL)
    memory = Memory(tmp_path, NAME)
    with file.open("r+b") as stream:
        stream.write(file.read_bytes().replace(b"second", b"secont"))

    assert [memory.recall(key) for key in ALL] == [b"first", None, b"third"]


def test_memory_of_much_is_on_the_disk_and_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a large site remembers is written down as it comes; a build that is ended leaves nothing of it."""
    monkeypatch.setattr(laying_down, "IN_HAND", 0)
    memory = Memory(tmp_path, NAME)
    for key, entry in ALL.items():
        memory.keep(key, entry)
    before = list(tmp_path.iterdir())
    memory.save()
    again = [memory.recall(key) for key in ALL]

    assert (before, again, _kept(tmp_path)) == ([], [*ALL.values()], ALL)


def test_full_disk_leaves_the_memory_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The build goes on, and nothing unfinished lies about."""
    _keep(tmp_path, ALL)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(remembering, "pieces_of", full)
    _keep(tmp_path, {ONE: b"other"})

    assert (_kept(tmp_path), sorted(file.name for file in tmp_path.iterdir())) == (ALL, [".gitignore", NAME])


def test_folder_that_cannot_be_written_does_not_matter(tmp_path: Path) -> None:
    """A check or a build on a disk that may not be written to works."""
    (tmp_path / "file").write_text("")

    assert not _keep(tmp_path / "file" / "folder", ALL).exists()


def test_memory_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a site that is larger than anybody thought of, as much is remembered as there is room for."""
    monkeypatch.setattr(remembering, "MAX_SIZE", 85)
    file = _keep(tmp_path, ALL)

    assert (file.stat().st_size <= 85, _kept(tmp_path)) == (True, {ONE: b"first", TWO: b"second"})


def test_memory_keeps_itself_out_of_git(tmp_path: Path) -> None:
    """Nobody has to add a line to .gitignore."""
    _keep(tmp_path, ALL)

    assert (tmp_path / ".gitignore").read_text() == "*\n"
