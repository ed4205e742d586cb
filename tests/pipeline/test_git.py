"""Git is asked about folders of people we half trust: it tells, and runs nothing for them."""

from __future__ import annotations

import subprocess
from pathlib import Path

from cx_stories.pipeline.git import git

LISTING = ("ls-files", "--others", "-z")


def disguise(folder: Path, program: str) -> None:
    """Write files that make a folder look like a repository, with a program that Git is to ask."""
    for name in ("objects", "refs"):
        (folder / name).mkdir(parents=True)
    (folder / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    settings = f"bare = false\n\tworktree = .\n\tfsmonitor = {program}\n"
    (folder / "config").write_text(f"[core]\n\trepositoryformatversion = 0\n\t{settings}", encoding="utf-8")


def test_files_among_the_stories_that_look_like_a_repository_run_nothing(tmp_path: Path) -> None:
    """A pull request can bring such files, and Git on its own runs the program that they name."""
    canary = tmp_path / "ran"
    disguise(tmp_path / "content", f"touch {canary}")
    told = git(tmp_path / "content", *LISTING)
    quiet = not canary.exists()
    subprocess.run(["git", "-C", str(tmp_path / "content"), *LISTING], check=False, capture_output=True)

    assert (told, quiet) == (None, True)
    assert canary.exists(), "Git runs it no more on its own; then this test shows nothing"


def test_repository_around_the_stories_runs_nothing_when_it_is_read(tmp_path: Path) -> None:
    """Somebody may have sent all of it, its `.git` included."""
    canary, site = tmp_path / "ran", tmp_path / "site"
    subprocess.run(["git", "init", "--quiet", str(site)], check=True)
    subprocess.run(["git", "-C", str(site), "config", "core.fsmonitor", f"touch {canary}"], check=True)
    (site / "story.md").write_text("Words.\n", encoding="utf-8")
    told = git(site, *LISTING)

    assert (told, canary.exists()) == (["story.md"], False)
