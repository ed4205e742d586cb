"""The trial that changes a collection under a preview would notice a stale page, and what grows."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from preview import Preview, Use
from soak import StaleError, faults, look
from writers import Collection, Expected


class _Mirror:
    """Stands in for a preview: shows what the files of a collection say, or said at first."""

    def __init__(self, collection: Collection) -> None:
        self.shown = dict(collection.expected)

    def shows(self, address: str, expected: Expected) -> bool:
        """Compare with what is shown."""
        return self.shown.get(address) == expected

    def answer(self, address: str) -> Expected:
        """Give what is shown."""
        return self.shown.get(address)


def test_a_preview_that_stays_behind_is_found_out(tmp_path: Path) -> None:
    """What has changed must be seen; what has not may be as it was."""
    collection = Collection(tmp_path, 6, seed=1)
    preview = cast("Preview", _Mirror(collection))
    before = set(collection.expected)
    look(collection, preview, before)

    touched = collection.change()

    look(collection, preview, before - touched)
    for address in touched:
        with pytest.raises(StaleError, match=address):
            look(collection, preview, {address})


def test_all_kinds_of_change_happen_and_files_say_what_is_expected(tmp_path: Path) -> None:
    """Stories come, go, break and are mended; the picture and the term change; each file is as told."""
    collection = Collection(tmp_path, 6, seed=1)
    first, seen = dict(collection.expected), set[Expected]()
    for _ in range(60):
        collection.change()
        seen.update(collection.expected.values())

    stories = {path.stem for path in (tmp_path / "content" / "stories").glob("*.md")}
    expected = {
        address.split("/")[1]: what for address, what in collection.expected.items() if "lamp-" in address
    }
    changed = {address for address in first if first[address] != collection.expected[address]}
    assert stories == {name for name, what in expected.items() if what is not None}
    assert {None, "no-such-channel"} < seen
    assert {"stories/lamp.png", "terms/channels/door-bell/"} < changed
    for name in stories:
        text = (tmp_path / "content" / "stories" / f"{name}.md").read_text(encoding="utf-8")
        assert str(expected[name]) in text


def test_what_grows_and_what_stays_behind_is_told() -> None:
    """A preview may need a little more in the end, and nothing else."""
    warm = Use(100.0, 20, 2)

    assert faults(warm, Use(109.0, 20, 2), []) == []
    assert faults(warm, Use(111.0, 21, 3), ["file mkdocs_x"]) == [
        "left behind: file mkdocs_x",
        "memory grew from 100 to 111 MB",
        "open files grew from 20 to 21",
        "processes grew from 2 to 3",
    ]
