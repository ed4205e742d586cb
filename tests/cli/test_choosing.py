"""What is told can be narrowed down: by rule, by path, and by what has changed."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence

import pytest

from tests.cli.conftest import Desk


def places(desk: Desk, *arguments: str) -> Sequence[str]:
    """Give `path:line code` of everything that is told."""
    result = desk.check("--format", "json", *arguments)
    assert result.exit_code in (0, 1), result.output
    return [f"{one['path']}:{one['line']} {one['code']}" for one in json.loads(result.output)["diagnostics"]]


def refusal(desk: Desk, *arguments: str) -> str:
    """Give the reason why a command was refused."""
    result = desk.check(*arguments)
    assert result.exit_code == 2, result.output
    return result.output.rpartition("Error: ")[2].strip()


@pytest.fixture
def faulty(desk: Desk) -> Desk:
    """Give a site with two faulty stories, one of them in a folder below."""
    desk.named_story("a", "elements: [surprizing]\nchannels: [web, web]\n")
    desk.named_story("old/b", "date: 2024-02-30\nchannels: [web, web]\n")
    return desk


ALL = ["stories/a.md:2 CX201", "stories/a.md:3 CX203", "stories/old/b.md:2 CX106", "stories/old/b.md:3 CX203"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), ALL),
        (("--select", "CX201"), ALL[:1]),
        (("--select", "cx2"), [ALL[0], ALL[1], ALL[3]]),
        (("--select", "invalid-date,duplicate-value"), ALL[1:]),
        (("--select", "CX1", "--select", "CX201"), [ALL[0], ALL[2]]),
        (("--ignore", "CX203"), [ALL[0], ALL[2]]),
        (("--select", "CX2", "--ignore", "unknown-term"), [ALL[1], ALL[3]]),
        (("content/stories/a.md",), ALL[:2]),
        (("content/stories/old",), ALL[2:]),
        (("content/stories/old", "content/stories/a.md"), ALL),
        (("content",), ALL),
        (("content/stories/old", "--select", "CX106"), ALL[2:3]),
    ],
)
def test_only_what_was_asked_for_is_told(faulty: Desk, arguments: tuple[str, ...], told: list[str]) -> None:
    """A writer looks at one file, an editor at one rule."""
    assert places(faulty, *arguments) == told


def test_exit_status_is_that_of_what_is_told(faulty: Desk) -> None:
    """A file that is sound passes, whatever is wrong elsewhere."""
    faulty.named_story("sound")

    assert faulty.check("content/stories/sound.md").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("content/stories/c.md",), "There is no content/stories/c.md here. Look at its name."),
        (("mkdocs.yml",), "mkdocs.yml is not in content/. Name a story, or a folder of stories."),
        (("--select", "CX777"), 'There is no rule "CX777". See `cx rules`.'),
        (("--ignore", "unknown-trem"), 'There is no rule "unknown-trem". Did you mean "CX201 unknown-term"?'),
        (("--diff-base=--output=x",), '"--output=x" is no commit or branch.'),
        (
            ("--diff-base", "nowhere"),
            'Git cannot compare with "nowhere". Look at its name; a build server must fetch all history.',
        ),
        (("--diff",), "--unsafe-fixes and --diff belong with --fix."),
        (("--watch", "--fix"), "--watch only looks; leave out --fix and --write-baseline."),
    ],
)
def test_what_is_not_there_is_refused_with_two(faulty: Desk, arguments: tuple[str, ...], reason: str) -> None:
    """A slip in a command never looks like a collection without faults."""
    assert refusal(faulty, *arguments) == reason


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
