"""A difference can be read by people, and applied by Git and `patch`."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from cx_stories.pipeline.differences import unified_diff
from cx_stories.pipeline.fixing import Change


def _change(before: bytes, after: bytes, path: str = "stories/a.md") -> Change:
    return Change(path, Path(path), before, after, {})


def test_difference_has_the_form_that_git_gives() -> None:
    """Paths begin with a/ and b/; a last line without an end is marked."""
    assert unified_diff([_change(b"a\nb\nc", b"a\nB\nc")], "content") == (
        "--- a/content/stories/a.md\n"
        "+++ b/content/stories/a.md\n"
        "@@ -1,3 +1,3 @@\n"
        " a\n"
        "-b\n"
        "+B\n"
        " c\n"
        "\\ No newline at end of file\n"
    )


def test_file_from_windows_differs_in_one_line() -> None:
    """Its line ends are those of the file."""
    assert unified_diff([_change(b"a\r\nb\r\n", b"a\r\nB\r\n")]).splitlines(keepends=True)[2:] == [
        "@@ -1,2 +1,2 @@\n",
        " a\r\n",
        "-b\r\n",
        "+B\r\n",
    ]


def test_carriage_return_alone_ends_a_line() -> None:
    """A terminal would print the lines over each other."""
    assert unified_diff([_change(b"a\rb\r", b"a\rB\r")]).endswith("@@ -1,2 +1,2 @@\n a\n-b\n+B\n")


def test_nothing_that_changes_is_nothing_to_show() -> None:
    """Silence means that all is well."""
    assert unified_diff([]) == ""


@pytest.mark.skipif(not shutil.which("git"), reason="needs Git")
@pytest.mark.parametrize("path", ["stories/a.md", "stories/a b é.md"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a\nb\nc", b"a\nB\nc"),
        (b"\xef\xbb\xbfa\r\nb\r\n", b"\xef\xbb\xbfa\r\nB\r\n"),
        (b"a\r\nb\nc", b"a\r\nB\nC"),
        (b"a\nb\nc\n", b"a\nc\n"),
    ],
)
def test_git_applies_it(tmp_path: Path, path: str, before: bytes, after: bytes) -> None:
    """What is shown is what would be written, to the byte."""
    file = tmp_path / "content" / path
    file.parent.mkdir(parents=True)
    file.write_bytes(before)
    text = unified_diff([_change(before, after, path)], "content/")
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=text.encode(), check=True)

    assert file.read_bytes() == after


def test_what_steers_a_terminal_is_an_escape() -> None:
    """No name and no line of a file colours, forges or turns round what is read; tabs stay."""
    path = "b\x1b[31m\n::error::x.md"
    shown = unified_diff([_change("\u202ea\tb\r\nc\n".encode(), "\u202ea\tb\r\nC\n".encode(), path)])

    assert shown == (
        "--- a/b\\x1b[31m\\x0a::error::x.md\n"
        "+++ b/b\\x1b[31m\\x0a::error::x.md\n"
        "@@ -1,2 +1,2 @@\n"
        " \\u202ea\tb\r\n"
        "-c\n"
        "+C\n"
    )
