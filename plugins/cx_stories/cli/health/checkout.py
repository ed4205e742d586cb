"""What Git knows of the stories, and how the disk takes their names."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from cx_stories.cli.health.remark import Remark, fine, info, warning
from cx_stories.pipeline.git import git

_LEFT_OUT = "so no page tells on which days a story changed"


def history(content: Path) -> Iterator[Remark]:
    """See whether Git can tell on which days the stories changed."""
    answer = git(content, "rev-parse", "--is-shallow-repository", "--is-inside-work-tree")
    if answer == ["false\ntrue\n"]:
        yield fine("Git knows the whole history of the stories.")
    elif answer == ["true\ntrue\n"]:
        yield warning(
            f"Git has fetched only a part of the history, {_LEFT_OUT}.",
            "Type: git fetch --unshallow; in a workflow of GitHub, give the checkout fetch-depth: 0.",
        )
    elif shutil.which("git") is None:
        yield info(
            f"Git is not installed, {_LEFT_OUT}, and `--diff-base` does not work.",
            "Install Git, if you miss that; else set `history: false`.",
        )
    elif any((folder / ".git").exists() for folder in (Path(os.path.realpath(content)) / "x").parents):
        yield warning(
            f"Git does not answer for {content.name}/, {_LEFT_OUT}.",
            "Type `git status` there to see why: often the folder belongs to somebody else.",
        )
    else:
        yield info(f"{content.name}/ is not under Git, {_LEFT_OUT}.")


def names(content: Path) -> Iterator[Remark]:
    """See whether the disk tells Refund.md from refund.md."""
    other = content.with_name(content.name.swapcase())
    if other != content and other.exists() and other.samefile(content):
        yield info(
            "This disk does not tell Refund.md from refund.md, and a server does.",
            "Write links to files with the same capitals as their names.",
        )
