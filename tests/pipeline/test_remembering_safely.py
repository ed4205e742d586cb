"""A memory that came with a site from a stranger does no harm."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from cx_stories.pipeline import remembering
from cx_stories.pipeline.remembering import FOLDER
from tests.conftest import Site


@pytest.mark.parametrize(
    "link", [".cache", ".cache/cx-stories", ".cache/cx-stories/check.msgpack", ".cache/cx-stories/.gitignore"]
)
def test_memory_is_never_written_through_a_link(site: Site, tmp_path: Path, link: str) -> None:
    """The files that a link leads to stay as they are, and nothing is put beside them."""
    site.story("a", "channels: [web, web]\n")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    victim = elsewhere / "victim.txt"
    victim.write_text("mine")
    at = tmp_path / "site" / link
    at.parent.mkdir(parents=True)
    at.symlink_to(victim if "." in at.name[1:] or at.name == ".gitignore" else elsewhere)
    expected = site.inspect()

    assert site.inspect(tmp_path / "site" / FOLDER) == expected
    assert (sorted(elsewhere.iterdir()), victim.read_text(), at.is_symlink()) == ([victim], "mine", True)


@pytest.mark.parametrize(("part", "value"), [("kind", "person"), ("language", "de"), ("markdown", False)])
def test_entry_about_another_file_does_not_count(site: Site, tmp_path: Path, part: str, value: str) -> None:
    """What somebody wrote into a memory is held against the names of the files."""
    site.story("a", "channels: [web, web]\n")
    expected = site.inspect(tmp_path / "memory")
    _poison(tmp_path / "memory", "abstracts", part, value)

    assert site.inspect(tmp_path / "memory") == expected


@pytest.mark.parametrize(("part", "value"), [("path", "index.md"), ("code", "CX000")])
def test_finding_that_no_rule_can_have_made_does_not_count(
    site: Site, tmp_path: Path, part: str, value: str
) -> None:
    """A finding is about a file of its own story, and breaks a rule that there is."""
    site.story("a", "channels: [web, web]\n")
    site.file("index.md", "Hello.\n")
    expected = site.inspect(tmp_path / "memory")
    _poison(tmp_path / "memory", "findings", part, value)

    assert site.inspect(tmp_path / "memory") == expected


def test_other_version_of_a_library_makes_every_file_be_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new release may know telephone numbers that the old one did not."""
    keys = set()
    for version in ("9.0", "9.1"):
        monkeypatch.setattr(remembering, "version", lambda _, version=version: version)
        remembering._rules_key.cache_clear()
        keys.add(remembering._rules_key())
    remembering._rules_key.cache_clear()

    assert len(keys) == 2


def _poison(folder: Path, kind: str, part: str, value: str) -> None:
    """Say something else of every file in a memory."""
    file = folder / "check.msgpack"
    entries = msgspec.msgpack.decode(file.read_bytes())
    for entry in entries.values():
        for one in entry[kind]:
            one[part] = value
    file.write_bytes(msgspec.msgpack.encode(entries))
