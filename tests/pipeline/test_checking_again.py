"""What a check remembers: it never changes what is found, and it holds nothing private."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from cx_stories.checks.run import Examined
from cx_stories.pipeline import checking, inspect, side_by_side
from cx_stories.pipeline.checking import NAME
from cx_stories.reading import collection
from tests.conftest import Site
from tests.pictures import PNG
from tests.pipeline.memories import poison


class Reader:
    """Notes which files are opened to be understood."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.read: list[str] = []
        original = checking.read_documents

        def read_documents(found: Sequence[collection.Found]) -> Sequence[object]:
            self.read += [one.blank.path for one in found]
            return original(found)

        monkeypatch.setattr(checking, "read_documents", read_documents)

    def since(self) -> Sequence[str]:
        """Give what was read since the last question, sorted."""
        read, self.read = sorted(self.read), []
        return read


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    """Give a note of what is read."""
    return Reader(monkeypatch)


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    """Give the folder of a memory."""
    return tmp_path / "memory"


def test_only_what_has_changed_is_read_again(site: Site, memory: Path, reader: Reader) -> None:
    """Checking a large collection after a small change is quick."""
    site.story("a", "channels: [web, web]\n")
    site.story("b", "channels: [web]\n")
    first = site.inspect(memory)
    read = [reader.since()]
    again = site.inspect(memory)
    read.append(reader.since())
    site.story("b", "channels: [post, post]\n")
    changed = site.inspect(memory)
    read.append(reader.since())

    assert read == [["stories/a.md", "stories/b.md"], [], ["stories/b.md"]]
    assert (again, len(first.diagnostics), len(changed.diagnostics)) == (first, 1, 2)


def test_picture_that_has_changed_is_looked_at_again(site: Site, memory: Path, reader: Reader) -> None:
    """It counts whether it can be shown; for that a memory need not know what is in it."""
    site.story("a")
    site.file("stories/coat.png")
    before = site.inspect(memory)
    reader.since()
    site.file("stories/coat.png", PNG + b"a remark")
    as_good = site.inspect(memory)
    read = [reader.since()]
    site.file("stories/coat.png", PNG[:-1])
    broken = site.inspect(memory)
    read.append(reader.since())

    assert (as_good, [one.code for one in broken.diagnostics]) == (before, ["CX013"])
    assert read == [[], ["stories/coat.png"]]


def test_file_that_the_configuration_names_no_more_is_looked_at_again(site: Site, memory: Path) -> None:
    """What may be published is not remembered from a time when it might."""
    site.story("a")
    site.file("extra.css", "h1 {}")
    named = replace(site.settings, named_files=frozenset({"extra.css"}))

    codes = [
        [one.code for one in inspect(settings, memory).diagnostics] for settings in (named, site.settings)
    ]
    assert codes == [[], ["CX013"]]


def test_files_of_one_story_are_read_together(site: Site, memory: Path, reader: Reader) -> None:
    """A translation is judged by the facts of its story."""
    site.story("a")
    site.file("stories/a.nl.md", "---\ntitle: Terug\n---\n")
    site.inspect(memory)
    reader.since()
    site.file("stories/a.nl.md", "---\ntitle: Heen\n---\n")
    site.inspect(memory)

    assert reader.since() == ["stories/a.md", "stories/a.nl.md"]


def test_other_files_may_change_what_is_found_in_a_remembered_one(site: Site, memory: Path) -> None:
    """Rules about the collection run anew each time."""
    site.story("a", "related: [b]\n")
    site.story("b")
    site.inspect(memory)
    (site.content / "stories" / "b.md").unlink()

    assert [found.code for found in site.inspect(memory).diagnostics] == ["CX204"]


def test_file_that_changes_while_it_is_read_is_read_again(
    site: Site, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was found in other words is never remembered as what these words give."""
    file = site.story("a")
    sound, original = file.read_bytes(), checking.read_documents

    def meanwhile(found: Sequence[collection.Found]) -> Sequence[object]:
        site.story("a", "channels: [web, web]\n")
        return original(found)

    with monkeypatch.context() as context:
        context.setattr(checking, "read_documents", meanwhile)
        first = site.inspect(memory)
    file.write_bytes(sound)

    assert ([one.code for one in first.diagnostics], site.inspect(memory).diagnostics) == (["CX203"], ())


def test_other_words_in_a_vocabulary_change_what_is_found(site: Site, memory: Path) -> None:
    """What is remembered was held against other standards."""
    site.story("a", "channels: [video]\n")
    before = [found.code for found in site.inspect(memory).diagnostics]
    site.vocabulary(
        "channels.yml",
        "id: channels\nterms:\n  - id: video\n    labels: {en: Video}\n    definition: {en: Seen.}\n",
    )

    assert (before, site.inspect(memory).diagnostics) == (["CX201"], ())


def test_entry_of_another_shape_is_forgotten(site: Site, memory: Path) -> None:
    """The keys are right and the values are not: they are made anew."""
    site.story("a", "channels: [web, web]\n")
    expected = site.inspect(memory)
    poison(memory / NAME, Examined, lambda entry: {"findings": [], "abstractz": entry.abstracts})

    assert site.inspect(memory) == expected


def test_many_stories_are_read_side_by_side(
    site: Site, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Several processes find what one finds, and remember it."""
    for number in range(7):
        site.story(f"s{number}", f"title: Coat {number}\nchannels: [web, web]\n")
    expected = site.inspect()
    monkeypatch.setattr(checking, "side_by_side", partial(side_by_side.side_by_side, worth=1))
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)

    assert (site.inspect(memory), site.inspect(memory)) == (expected, expected)
    assert len(expected.diagnostics) == 7


def test_progress_is_told(site: Site, memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits sees how far it is; what is remembered counts at once."""
    monkeypatch.setattr(side_by_side, "BATCH", 2)
    for number in range(4):
        site.story(f"s{number}")
    told: list[tuple[int, int]] = []
    checking.inspect(site.settings, memory, lambda done, total: told.append((done, total)))
    site.story("s3", "channels: [web]\n")
    checking.inspect(site.settings, memory, lambda done, total: told.append((done, total)))

    assert told == [(0, 4), (2, 4), (4, 4), (3, 4), (4, 4)]
