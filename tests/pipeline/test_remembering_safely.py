"""A memory that came with a site from a stranger does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from cx_stories.checks.run import Examined
from cx_stories.pipeline.checking import NAME
from cx_stories.pipeline.remembering import FOLDER
from tests.conftest import Site
from tests.pipeline.memories import altered, poison


@pytest.mark.parametrize(
    "link", [".cache", ".cache/cx-stories", ".cache/cx-stories/checks.memory", ".cache/cx-stories/.gitignore"]
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


def _poison(folder: Path, kind: str, part: str, value: str) -> None:
    """Say something else of every file in a memory."""

    def change(entry: Examined) -> Examined:
        return altered(entry, **{kind: tuple(altered(one, **{part: value}) for one in getattr(entry, kind))})

    poison(folder / NAME, Examined, change)
