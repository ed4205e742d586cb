"""On which days a file was changed, as Git knows it: never required, never wrong."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec
import pytest

from cx_stories.pipeline import history
from cx_stories.pipeline.history import days_of_change
from cx_stories.pipeline.remembering import entries_of, pieces_of

FIRST, SECOND, THIRD = date(2024, 3, 1), date(2024, 3, 5), date(2025, 1, 2)


class Checkout:
    """A folder under Git, with stories in `content`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.content.mkdir(parents=True)
        self.git("init", "--quiet")

    def git(self, *arguments: str, when: str = "2024-03-01T12:00:00+00:00") -> None:
        """Type a command of Git at some moment."""
        person = ("-c", "user.name=Mina", "-c", "user.email=mina@example.org")
        nothing = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        subprocess.run(
            ["git", *person, *arguments],
            cwd=self.folder,
            check=True,
            capture_output=True,
            env={**os.environ, **nothing, "GIT_COMMITTER_DATE": when},
        )

    def write(self, path: str, text: str) -> None:
        """Write a file below the checkout."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def commit(self, day: date, hour: str = "12:00:00+00:00") -> None:
        """Commit everything on a day."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message=Change", when=f"{day}T{hour}")


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """Give a checkout in which `a` was written on the first day and changed on the second."""
    made = Checkout(tmp_path / "checkout")
    made.write("content/stories/a.md", "She rang at nine.\n" * 9)
    made.commit(FIRST)
    made.write("content/stories/a.md", "She rang at nine.\n" * 9 + "He answered.\n")
    made.commit(SECOND)
    return made


def test_each_commit_of_a_file_counts_with_its_day(checkout: Checkout) -> None:
    """The last one first, and a commit of something else is no change of a story."""
    checkout.write("content/stories/b é, \u201cb\u201d.md", "Another.\n")
    checkout.write("src/a.py", "print()\n")
    checkout.commit(THIRD)

    assert days_of_change(checkout.content) == {
        "stories/a.md": (SECOND, FIRST),
        "stories/b é, \u201cb\u201d.md": (THIRD,),
    }


def test_content_may_be_the_whole_checkout(checkout: Checkout) -> None:
    """Paths are those below the content folder, wherever that is."""
    assert days_of_change(checkout.folder) == {"content/stories/a.md": (SECOND, FIRST)}


def test_what_is_not_committed_does_not_count(checkout: Checkout) -> None:
    """The history tells of what others can look up."""
    checkout.write("content/stories/a.md", "Rewritten.\n")
    checkout.write("content/stories/new.md", "New.\n")
    checkout.git("add", "--all")

    assert days_of_change(checkout.content) == {"stories/a.md": (SECOND, FIRST)}


def test_renamed_file_keeps_its_days(checkout: Checkout) -> None:
    """Moved and touched up in one go, it is still the same text."""
    checkout.git("mv", "content/stories/a.md", "content/stories/refund.md")
    checkout.write("content/stories/refund.md", "She rang at nine.\n" * 9 + "He answered at once.\n")
    checkout.commit(THIRD)

    assert days_of_change(checkout.content) == {"stories/refund.md": (THIRD, SECOND, FIRST)}


def test_two_files_that_hand_on_their_names_keep_their_own_days(checkout: Checkout) -> None:
    """The story that now has an old name did not inherit the past of that name."""
    checkout.write("content/stories/b.md", "The parcel lay in the rain.\n" * 9)
    checkout.commit(SECOND)
    checkout.git("mv", "content/stories/b.md", "content/stories/c.md")
    checkout.commit(THIRD)
    checkout.git("mv", "content/stories/a.md", "content/stories/b.md")
    checkout.commit(THIRD)

    assert days_of_change(checkout.content) == {
        "stories/b.md": (THIRD, SECOND, FIRST),
        "stories/c.md": (THIRD, SECOND),
    }


def test_name_of_a_story_that_is_gone_starts_afresh(checkout: Checkout) -> None:
    """What stood there before another story got the name was something else."""
    checkout.write("content/stories/b.md", "The parcel lay in the rain.\n" * 9)
    checkout.commit(THIRD)
    checkout.git("rm", "--quiet", "content/stories/a.md")
    checkout.commit(THIRD)
    checkout.git("mv", "content/stories/b.md", "content/stories/a.md")
    checkout.commit(THIRD)

    assert days_of_change(checkout.content) == {"stories/a.md": (THIRD, THIRD)}


def test_day_is_that_of_whoever_committed(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half past midnight in Amsterdam is that day, also where the site is built in another zone."""
    checkout.write("content/stories/b.md", "Late.\n")
    checkout.commit(THIRD, "00:30:00+01:00")
    monkeypatch.setenv("TZ", "America/Los_Angeles")

    assert days_of_change(checkout.content)["stories/b.md"] == (THIRD,)


@pytest.mark.parametrize(
    "settings",
    [
        ("color.ui", "always"),
        ("log.date", "relative"),
        ("diff.renames", "copies"),
        ("diff.noprefix", "true"),
        ("core.quotePath", "true"),
    ],
)
def test_how_somebody_likes_their_git_changes_nothing(checkout: Checkout, settings: Sequence[str]) -> None:
    """What a person sets for their own eyes is not what a build reads."""
    checkout.git("config", *settings)

    assert days_of_change(checkout.content) == {"stories/a.md": (SECOND, FIRST)}


def test_merge_is_no_change_of_its_own(checkout: Checkout) -> None:
    """A story changed on a branch has changed once, not again when the branch comes in."""
    checkout.git("switch", "--quiet", "--create", "side")
    checkout.write("content/stories/b.md", "Aside.\n")
    checkout.commit(SECOND)
    checkout.git("switch", "--quiet", "-")
    checkout.write("README.md", "Read me.\n")
    checkout.commit(SECOND)
    checkout.git("merge", "--quiet", "--no-edit", "side", when=f"{THIRD}T12:00:00+00:00")

    assert days_of_change(checkout.content) == {"stories/a.md": (SECOND, FIRST), "stories/b.md": (SECOND,)}


def test_signature_that_is_looked_at_does_not_get_in_between(checkout: Checkout) -> None:
    """What somebody's Git says of signatures is not a change of a story."""
    folder = ["git", "-C", str(checkout.folder)]
    plain = subprocess.run([*folder, "cat-file", "commit", "HEAD"], check=True, capture_output=True).stdout
    signature = b"gpgsig -----BEGIN PGP SIGNATURE-----\n \n none\n -----END PGP SIGNATURE-----\n\n"
    signed = plain.replace(b"\n\n", b"\n" + signature, 1)
    store = [*folder, "hash-object", "-t", "commit", "-w", "--stdin"]
    made = subprocess.run(store, input=signed, check=True, capture_output=True).stdout.decode().strip()
    checkout.git("reset", "--quiet", "--soft", made)
    checkout.git("config", "log.showSignature", "true")

    assert days_of_change(checkout.content) == {"stories/a.md": (SECOND, FIRST)}


def test_day_on_which_a_file_was_deleted_gave_it_no_version(checkout: Checkout) -> None:
    """A story that was taken away by mistake and put back has its days, and that of its return."""
    checkout.git("rm", "--quiet", "content/stories/a.md")
    checkout.commit(date(2024, 12, 31))
    checkout.git("checkout", "--quiet", "HEAD~1", "--", "content/stories/a.md")
    checkout.commit(THIRD)

    assert days_of_change(checkout.content) == {"stories/a.md": (THIRD, SECOND, FIRST)}


def test_hook_that_names_another_repository_is_not_heard(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git tells its hooks where it stands; the stories may stand elsewhere."""
    monkeypatch.setenv("GIT_DIR", "/nowhere/.git")
    monkeypatch.setenv("GIT_WORK_TREE", "/nowhere")

    assert days_of_change(checkout.content) == {"stories/a.md": (SECOND, FIRST)}


def test_second_worktree_knows_the_same(checkout: Checkout, tmp_path: Path) -> None:
    """Whoever has two branches open in two folders sees the days in both."""
    checkout.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "beside"))

    assert days_of_change(tmp_path / "beside" / "content") == {"stories/a.md": (SECOND, FIRST)}


def test_part_of_a_history_is_none(checkout: Checkout, tmp_path: Path) -> None:
    """Where only the last commit was fetched, every story would look new; better to say nothing."""
    checkout.git("clone", "--quiet", "--depth=1", checkout.folder.as_uri(), str(tmp_path / "shallow"))

    assert days_of_change(tmp_path / "shallow" / "content") == {}


def test_without_history_nothing_is_said(tmp_path: Path) -> None:
    """A folder that is no checkout, one without a commit, and one in a bare repository are all in order."""
    plain = tmp_path / "plain"
    plain.mkdir()
    empty = Checkout(tmp_path / "empty")
    bare = tmp_path / "bare.git"
    subprocess.run(["git", "init", "--quiet", "--bare", str(bare)], check=True)
    (bare / "content").mkdir()

    assert [days_of_change(folder) for folder in (plain, empty.content, bare / "content")] == [{}, {}, {}]


def test_computer_without_git_builds_as_well(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git is not among what a site needs."""
    monkeypatch.setenv("PATH", str(checkout.folder))

    assert days_of_change(checkout.content) == {}


def test_repository_of_somebody_else_is_left_alone(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git refuses to look into a folder that belongs to another user, and the build goes on."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "true")
    monkeypatch.setattr("cx_stories.pipeline.git._environment", lambda: dict(os.environ))

    assert days_of_change(checkout.content) == {}


def test_git_that_takes_too_long_is_not_waited_for(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build does not hang on what it can do without."""

    def slow(command: Sequence[str], **_: object) -> None:
        raise subprocess.TimeoutExpired(command, 10)

    monkeypatch.setattr("cx_stories.pipeline.git.subprocess.run", slow)

    assert days_of_change(checkout.content) == {}


def test_git_is_asked_again_only_after_another_commit(
    checkout: Checkout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is remembered is what Git says; a memory of something else is not believed."""
    asked: list[str] = []
    original = history.git

    def git(folder: Path, *arguments: str, seconds: float | None = None) -> Sequence[str] | None:
        asked.append(next(one for one in arguments if one in ("rev-parse", "log")))
        return original(folder, *arguments, seconds=seconds)

    monkeypatch.setattr(history, "git", git)
    memory = tmp_path / "memory"
    found = [days_of_change(checkout.content, memory) for _ in range(2)]
    checkout.write("content/stories/a.md", "He rang at ten.\n" * 9)
    checkout.commit(THIRD)
    found += [days_of_change(checkout.content, memory) for _ in range(2)]
    file = memory / history.NAME
    (key,) = (key for key, _ in entries_of(file))
    file.write_bytes(b"".join(pieces_of({key: msgspec.msgpack.encode({"stories/a.md": ["one day"]})})))

    before, after = {"stories/a.md": (SECOND, FIRST)}, {"stories/a.md": (THIRD, SECOND, FIRST)}
    assert (found, days_of_change(checkout.content, memory)) == ([before, before, after, after], after)
    assert asked == [*("rev-parse", "log", "rev-parse") * 2, "rev-parse", "log"]
