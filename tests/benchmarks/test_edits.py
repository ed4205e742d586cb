"""The trial that edits a site under a build that remembers would notice a page that stayed behind."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import edits
from cx_stories.model.diagnostic import Severity
from cx_stories.pipeline import Settings, inspect
from edited_site import EDITS, Edited
from tests.conftest import TODAY
from tests.site.made_site import contents

HARMLESS = {"touch"}
"""What changes no file."""
FAULTY = {"break"}
"""What leaves something to put right."""


def site(folder: Path) -> Edited:
    """Give a site to edit."""
    Edited.write(folder, 12, ["en", "nl"])
    return Edited(folder, random.Random(5))  # noqa: S311


def test_every_edit_changes_something_and_leaves_nothing_to_put_right(tmp_path: Path) -> None:
    """No kind of edit is tried in name only, and the story it is about is published afterwards."""
    edited = site(tmp_path / "site")
    idle = set()
    for name in [name for name in EDITS if name not in FAULTY]:
        before = contents(edited.folder)
        EDITS[name](edited)
        if contents(edited.folder) == before:
            idle.add(name)

    vocabulary = edited.folder / "channels.yml"
    settings = Settings(edited.content, ("en", "nl"), today=TODAY, vocabularies=(vocabulary,))
    wrong = [one for one in inspect(settings).diagnostics if one.severity is Severity.ERROR]
    assert (idle, wrong) == (HARMLESS, [])


def test_a_page_that_stays_behind_is_told_with_the_edit_it_came_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A memory that forgets to look at titles, as this one does, is found out."""
    edited = site(tmp_path / "edited")
    kept: dict[Path, dict[str, bytes]] = {}

    def build_and_forget(folder: Path) -> dict[str, bytes]:
        made = contents(folder / "content" / "stories")
        if folder.name != "edited":
            return made
        remembered = kept.setdefault(folder, made)
        remembered.update({name: text for name, text in made.items() if name not in remembered})
        return dict(remembered)

    monkeypatch.setattr(edits, "built", build_and_forget)
    steps = [["touch"], ["title", "touch"]]

    first, second = edits.compare(edited.folder, tmp_path, steps, seed=1)

    assert first == ("touch", [])
    assert (second[0], len(second[1])) == ("title, touch", 1)


def test_a_build_that_remembers_makes_the_site_of_one_that_knows_nothing(tmp_path: Path) -> None:
    """Whatever a writer has done since the last build, no reader sees a page of before, byte for byte.

    `make edits` looks after every edit, and says which it was.
    """
    site(tmp_path / "edited")
    half, names = len(EDITS) // 2, list(EDITS)
    steps = [names[:half], names[half:]]

    found = [stale for _, stale in edits.compare(tmp_path / "edited", tmp_path, steps, seed=1)]

    assert found == [[], []]
    assert len([*(tmp_path / "edited" / "site" / "stories").glob("*/index.html")]) > 12
