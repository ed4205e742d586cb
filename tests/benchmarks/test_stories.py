"""What the benchmarks build: made-up stories that a strict build accepts, as rich in form as real ones."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from cx_stories.model.fields import STORY_FIELDS
from cx_stories.pipeline import Collection, Settings, collect
from stories import File, collection, write
from tests.benchmarks.conftest import FOLDER

COUNT = 30
LANGUAGES = ("en", "nl")
PROGRAM = """
import sys
from pathlib import Path
from stories import collection, write
write(collection(30, ("en", "nl")), Path(sys.argv[1]))
"""


@pytest.fixture(scope="module")
def files() -> tuple[File, ...]:
    """Give thirty made-up stories in two languages, and what goes with them."""
    return collection(COUNT, LANGUAGES)


@pytest.fixture(scope="module")
def collected(files: tuple[File, ...], tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """Give what our own checks and reading make of them."""
    folder = tmp_path_factory.mktemp("content")
    write(files, folder)
    return collect(Settings(folder, LANGUAGES, today=date(2026, 1, 1)))


def test_every_file_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    """Two people who measure build the same site, whatever order their Python keeps its sets in."""
    assert _written(tmp_path / "first", hash_seed="1") == _written(tmp_path / "second", hash_seed="2")


def test_another_seed_tells_other_stories(files: tuple[File, ...]) -> None:
    """A result can be checked on stories it was not tuned to."""
    others = collection(COUNT, LANGUAGES, seed=7)

    assert {file.body for file in files}.isdisjoint(file.body for file in others)


def test_nothing_is_found_to_be_wrong(collected: Collection) -> None:
    """A strict build goes on to the end, so that what is timed is a whole build."""
    assert (list(collected.diagnostics), len(collected.library.stories)) == ([], COUNT)


def test_every_field_is_used(files: tuple[File, ...]) -> None:
    """No part of the work escapes the clock, also not that of a field added later."""
    used = {name for file in _stories(files) for name in file.fields}

    assert used == set(STORY_FIELDS)


def test_both_of_a_pair_name_each_other_and_disagree(collected: Collection) -> None:
    """Pairs are rendered from both sides, as in a real collection."""
    stories = {story.id: story for story in collected.library.stories}
    pairs = [(story, stories[story.pair]) for story in stories.values() if story.pair]
    sound = [(one, other) for one, other in pairs if other.pair == one.id and other.polarity != one.polarity]

    assert (len(pairs), sound) == (26, pairs)


def test_every_story_is_told_in_every_language(collected: Collection) -> None:
    """Two languages are twice the pages."""
    assert {tuple(story.tellings) for story in collected.library.stories} == {LANGUAGES}


def test_a_story_has_250_to_500_words_and_all_the_markdown_writers_use(files: tuple[File, ...]) -> None:
    """Much of a build is Markdown, so its length and its signs are those of real stories."""
    parts = {
        "heading": r"^## \w",
        "list": r"^(?:- |1\. )\w",
        "quotation": r"^> \w",
        "emphasis": r"\*\w",
        "link": r"\[\w[^\]]*\]\([\w-]+\.md\)",
    }
    bodies = [file.body for file in _stories(files)]
    found = {
        name: sum(bool(re.search(sign, body, re.MULTILINE)) for body in bodies)
        for name, sign in parts.items()
    }

    assert found == dict.fromkeys(parts, COUNT * len(LANGUAGES))
    assert [len(body.split()) for body in bodies if not 250 <= len(body.split()) <= 500] == []


def _stories(files: tuple[File, ...]) -> list[File]:
    return [file for file in files if file.path.startswith("stories/")]


def _written(folder: Path, hash_seed: str) -> Mapping[str, bytes]:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    subprocess.run([sys.executable, "-c", PROGRAM, str(folder)], check=True, cwd=FOLDER, env=environment)
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
