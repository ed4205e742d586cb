"""What is told can be narrowed down to what has changed, as Git knows it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

import pytest

from tests.cli.conftest import Desk
from tests.cli.test_choosing import ALL, places, refusal

WORDS = """id: channels
terms:
  - id: phone
    labels: {en: Ringing up}
"""


def git(desk: Desk, *arguments: str) -> None:
    """Type a command of Git in the folder of the site."""
    author = ("-c", "user.name=Mina", "-c", "user.email=mina@example.org")
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(
        ["git", *author, *arguments], cwd=desk.folder, check=True, capture_output=True, env=environment
    )


@pytest.fixture
def history(faulty: Desk) -> Desk:
    """Give the same site with all of it committed on a branch called trunk."""
    git(faulty, "init", "--initial-branch=trunk")
    git(faulty, "add", ".")
    git(faulty, "commit", "--message=All")
    return faulty


def test_nothing_has_changed(history: Desk) -> None:
    """What was wrong before is nobody's business in a pull request."""
    assert places(history, "--diff-base", "trunk") == []


def test_changed_and_new_files_are_told_of(history: Desk) -> None:
    """What is committed, what is not yet, and what Git has not seen."""
    git(history, "switch", "--create=mine")
    history.named_story("a", "elements: [surprizing]\n")
    git(history, "commit", "--all", "--message=Change")
    history.named_story("old/b", "date: 2024-02-31\n")
    history.named_story("new one", "channels: [web, web]\n")

    assert places(history, "--diff-base", "trunk") == [
        "stories/a.md:2 CX201",
        "stories/new one.md:2 CX203",
        "stories/old/b.md:2 CX106",
    ]


def test_what_others_changed_meanwhile_is_not_told(history: Desk) -> None:
    """The other branch has gone on; only this one counts, from where they parted."""
    git(history, "switch", "--create=mine")
    git(history, "switch", "trunk")
    history.named_story("a", "elements: [surprizingly]\n")
    git(history, "commit", "--all", "--message=Theirs")
    git(history, "switch", "mine")

    assert places(history, "--diff-base", "trunk") == []


def test_translation_is_told_of_when_its_story_changes(history: Desk) -> None:
    """The files of a story belong together: a fact that changes in one may disagree with another."""
    history.configure("languages: [en, nl]")
    history.write("content/stories/c.nl.md", "---\ntitle: Terug\nsumary: Kort\n---\n")
    git(history, "add", ".")
    git(history, "commit", "--message=Dutch")
    history.named_story("c")

    assert "stories/c.nl.md:3 CX103" in places(history, "--diff-base", "trunk")


def test_rules_about_the_collection_look_at_all_files(history: Desk) -> None:
    """A story that goes away breaks what led to it, in files that nobody touched."""
    history.named_story("c", "related: [d]\n")
    history.named_story("d")
    git(history, "add", ".")
    git(history, "commit", "--message=More")
    (history.folder / "content/stories/d.md").unlink()

    assert places(history, "--diff-base", "trunk") == ["stories/c.md:2 CX204"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name")
def test_name_in_another_encoding_hides_no_other_new_file(history: Desk) -> None:
    """A name that is no UTF-8 is one odd file, and not the end of the list."""
    (history.folder / os.fsdecode(b"content/no\xff.txt")).write_text("odd")
    history.named_story("c", "channels: [web, web]\n")

    assert "stories/c.md:2 CX203" in places(history, "--diff-base", "trunk")


def test_list_of_new_files_that_fails_is_refused(history: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """No new story is passed over in silence."""
    given = subprocess.run

    def failing(command: Sequence[str], **options: Any) -> Any:
        return given(["git", "nothing"] if "ls-files" in command else command, **options)

    monkeypatch.setattr("cx_stories.pipeline.git.subprocess.run", failing)

    assert refusal(history, "--diff-base", "trunk") == (
        "Git cannot list the new files. Type `git status` to see what is wrong."
    )


@pytest.mark.parametrize(
    ("options", "path", "text"),
    [
        ("languages: [en]\nbaseline: b.json", "mkdocs.yml", ""),
        ("vocabularies: [words/channels.yml]", "words/channels.yml", WORDS.replace("Ringing", "Calling")),
        ("deny_list: names.txt", "names.txt", "Zebedee\n"),
        ("baseline: known.json", "known.json", '{"version": 1, "findings": []}'),
    ],
)
def test_all_is_told_when_what_stories_are_held_against_changes(
    history: Desk, options: str, path: str, text: str
) -> None:
    """A change of the configuration can make every story wrong."""
    history.write("words/channels.yml", WORDS)
    history.write("names.txt", "Nebuchadnezzar\n")
    if path != "mkdocs.yml":
        history.configure(options)
    git(history, "add", ".")
    git(history, "commit", "--message=Standards")
    before = places(history, "--diff-base", "trunk")
    if path == "mkdocs.yml":
        history.configure(options)
    else:
        history.write(path, text)

    assert (before, places(history, "--diff-base", "trunk")) == ([], ALL)


def test_folder_that_a_hook_names_to_git_is_not_ours(history: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git tells its hooks where it stands, seen from another folder than that of the stories."""
    monkeypatch.setenv("GIT_DIR", ".git")

    assert places(history, "--diff-base", "trunk") == []
