"""A vocabulary file that cannot be read is answered at the place, whatever is in it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from cx_stories.vocabulary.file import MAX_SIZE
from tests.vocabulary.refusing import refusal, refusal_of

UNREADABLE = (
    "This line cannot be read. Look for a missing colon, quote or bracket, or uneven spaces, here and in the "
    "line above."
)
SIGN = "`{}` at the start has a special meaning. Put the whole value in double quotes."


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("id: elements\nterms: a: b\n", f"own-1.yml:2:9 {UNREADABLE}"),
        ("id: elements\nterms: [\n", f"own-1.yml:3:1 {UNREADABLE}"),
        ("id: elements\n---\nid: channels\n", f"own-1.yml:2:1 {UNREADABLE}"),
        ("- elements\n", "own-1.yml:1:1 A vocabulary file starts with `id:` and `terms:`."),
        (b"id: caf\xe9\n", "own-1.yml:0:0 This file cannot be read as UTF-8 text."),
        (b"id: elements\n\x00", "own-1.yml:2:1 There is an invisible character here. Delete it."),
        ("id: ele\x07ments\n", "own-1.yml:1:8 There is an invisible character here. Delete it."),
        (
            "id: elements\nlabels: {en: A}\nlabels: {nl: B}\n",
            "own-1.yml:3:1 `labels:` stands here for the second time. Take out one of the two.",
        ),
        ("? [id]\n: elements\n", "own-1.yml:1:3 A key is one word. Take out the brackets."),
        ("id: &a elements\n", f"own-1.yml:1:5 {SIGN.format('&')}"),
        ("id: elements\nterms: *a\n", f"own-1.yml:2:8 {SIGN.format('*')}"),
        ("id: !!python/name:os.system\n", f"own-1.yml:1:5 {SIGN.format('!')}"),
        (
            "id: elements\nterms: " + "[" * 100_000,
            "own-1.yml:2:27 The brackets here are nested more than 20 deep. Take out what is too much.",
        ),
        ("é" * MAX_SIZE, "own-1.yml:0:0 This file is too large to be a list of terms."),
    ],
    ids=[
        *("colon", "bracket", "two documents", "list", "no text", "nothing", "bell"),
        *("key twice", "odd key", "anchor", "alias", "tag", "depth", "size"),
    ],
)
def test_file_that_cannot_be_read_is_answered_at_the_place(
    tmp_path: Path, content: str | bytes, said: str
) -> None:
    """One clear sentence, with the line where there is one, and never a traceback."""
    assert refusal(tmp_path, content) == said


def test_file_that_multiplies_itself_is_refused(tmp_path: Path) -> None:
    """A few lines that stand for millions do not stop the build."""
    bomb = "id: elements\nlabels: {en: &a [x, x, x]}\nterms: [*a, *a, *a]\n"

    assert refusal(tmp_path, bomb) == f"own-1.yml:2:14 {SIGN.format('&')}"


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe"])
def test_what_is_no_file_is_named(tmp_path: Path, kind: str) -> None:
    """A slip in the configuration is not a crash, and nothing waits for a file that never ends."""
    file = tmp_path / "gone.yml"
    if kind == "folder":
        file.mkdir()
    if kind == "pipe":
        if sys.platform == "win32":
            pytest.skip("There are no named pipes among the files of Windows.")
        os.mkfifo(file)

    assert refusal_of(file) == (
        "gone.yml:0:0 There is no such file. Look at its name, and at the folder it should be in."
    )


def test_mark_that_windows_puts_first_is_no_fault(tmp_path: Path) -> None:
    """A file saved by a Windows editor is read, and its places are those that the editor shows."""
    assert refusal(tmp_path, b"\xef\xbb\xbfcolour: red\nid: elements\n") == (
        "own-1.yml:1:1 `colour` is not a key of a vocabulary file."
    )
