"""Which files somebody has touched is seen without opening one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cx_stories.pipeline.touching import marks_below, marks_of, touched
from cx_stories.reading.finding import out_of_sight


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Give a folder with two stories, one of them in a folder below."""
    (tmp_path / "below").mkdir()
    for name in ("lamp.md", "below/coat.md"):
        (tmp_path / name).write_text("He lent her the lamp.")
    return tmp_path


def test_nobody_has_touched_what_is_at_rest(content: Path) -> None:
    """A file that is only read is not touched."""
    before = marks_below(content)
    (content / "lamp.md").read_text()

    assert sorted(before) == ["below/coat.md", "lamp.md"]
    assert touched(marks_below(content), before) == frozenset()


def test_file_is_touched_however_it_was_saved(content: Path) -> None:
    """Written where it stands, or written beside and put in its place, with the date and size it had."""
    before = marks_below(content)
    status = (content / "lamp.md").stat()
    (content / "lamp.new").write_text("He lent her the coat.")
    os.utime(content / "lamp.new", ns=(status.st_atime_ns, status.st_mtime_ns))
    (content / "lamp.new").replace(content / "lamp.md")
    with (content / "below/coat.md").open("a") as stream:
        stream.write(" It rained.")

    assert touched(marks_below(content), before) == {"lamp.md", "below/coat.md"}


@pytest.mark.parametrize("name", ["third.md", "below/third.md", "third.png"])
def test_file_that_comes_or_goes_is_more_than_touched(content: Path, name: str) -> None:
    """Then nobody can say what has changed by looking at files that were there."""
    before = marks_below(content)
    (content / name).write_text("")
    after = marks_below(content)

    assert (touched(after, before), touched(before, after)) == (None, None)


def test_what_a_program_puts_beside_a_file_is_passed_over(content: Path) -> None:
    """While a story is edited there may be a copy of it; a site that shows what is hidden sees that, too."""
    before = marks_below(content, out_of_sight)
    for name in (".lamp.md.swp", "~$lamp.md", ".~lock.lamp.md#"):
        (content / name).write_text("half a story")

    assert marks_below(content, out_of_sight) == before
    assert ".lamp.md.swp" in marks_below(content)


def test_files_and_folders_beside_the_content_are_looked_at(content: Path) -> None:
    """A folder is there with all that is in it; what is not there has no mark, until it comes."""
    named = [content / "lamp.md", content / "below", content / "terms.yml"]
    before = marks_of(named)
    (content / "terms.yml").write_text("")

    assert {str(content / name) for name in ("lamp.md", "below", "below/coat.md")} == before.keys()
    assert touched(marks_of(named), before) is None


def test_folder_that_is_not_there_has_no_files(content: Path) -> None:
    """Somebody may just be renaming it."""
    assert marks_below(content / "nowhere") == {}
