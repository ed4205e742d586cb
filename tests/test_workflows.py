"""What a pull request from a fork sets going: the very steps of the workflow, run in folders of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from cx_stories.checks.examples import files_of

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
STORIES = yaml.safe_load((ROOT / ".github" / "workflows" / "stories.yml").read_text(encoding="utf-8"))
JOB = STORIES["jobs"]["check"]
CONFIGURATION = "site_name: Small stage\ndocs_dir: content\nplugins:\n  - cx-stories\n"
SOUND = "content/stories/refund.md"


def story(fragment: str = "") -> str:
    """Give a sound story with a fragment laid over it."""
    return files_of({"stories/refund.md": fragment})["stories/refund.md"].decode()


@dataclass
class Pull:
    """A repository, a fork of it that somebody changes, and the machine on which the workflow runs."""

    folder: Path

    def write(self, path: str, text: str) -> None:
        """Write a file of the fork."""
        file = self.folder / "fork" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def commit(self, repository: str) -> None:
        """Commit all there is in a repository."""
        self.git(repository, "add", "--all", "--force")
        self.git(repository, "commit", "--quiet", "--allow-empty", "--message=Change")

    def git(self, repository: str, *arguments: str) -> None:
        """Type a command of Git."""
        person = ("-c", "user.name=Mina", "-c", "user.email=mina@example.org")
        nothing = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        subprocess.run(
            ["git", *person, *arguments],
            cwd=self.folder / repository,
            check=True,
            capture_output=True,
            env={**os.environ, **nothing},
        )

    def check(self) -> tuple[int, str]:
        """Run the steps of the workflow until one fails; give the status and what they printed."""
        self.commit("fork")
        (self.folder / "runner").mkdir()
        printed = ""
        for step in JOB["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                self._check_out(step["with"])
            if "run" in step:
                done = self._run(step["run"])
                lines = (done.stdout + done.stderr).splitlines(keepends=True)
                printed += "".join(line for line in lines if not line.startswith("make:"))
                if done.returncode:
                    return done.returncode, printed
        return 0, printed

    def _check_out(self, options: Mapping[str, Any]) -> None:
        """Do what the action does: without `ref` it takes what is proposed, merged into the base."""
        target = f"runner/{options.get('path', '.')}"
        source = "base" if options.get("ref") == "${{ github.base_ref }}" else "fork"
        self.git(".", "clone", "--quiet", "--no-checkout", source, target)
        if "sparse-checkout" in options:
            assert options["sparse-checkout-cone-mode"] is False
            pattern = options["sparse-checkout"].replace("${{ env.CONTENT }}", JOB["env"]["CONTENT"])
            self.git(target, "sparse-checkout", "set", "--no-cone", pattern)
        self.git(target, "checkout", "--quiet")
        if source == "base":
            self._install(self.folder / "runner" / ".venv")

    def _install(self, environment: Path) -> None:
        """Put the program there that the base would install: make finds it and fetches nothing."""
        (environment / "bin").mkdir(parents=True)
        (environment / "bin" / "cx").symlink_to(Path(sys.executable).with_name("cx"))
        for name in (".created", ".site"):
            (environment / name).touch()

    def _run(self, script: str) -> subprocess.CompletedProcess[str]:
        assert "${{" not in script, "What a pull request says would become a part of the program"
        folder = self.folder / "runner"
        environment = {
            **JOB["env"],
            "PATH": os.environ["PATH"],
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
        }
        return subprocess.run(
            ["bash", "-e", "-c", script],
            cwd=folder,
            capture_output=True,
            text=True,
            env=environment,
            check=False,
        )


@pytest.fixture
def pull(tmp_path: Path) -> Pull:
    """Give a repository with one sound story, and a fork of it."""
    pull = Pull(tmp_path)
    (tmp_path / "base").mkdir()
    pull.git("base", "init", "--quiet", "--initial-branch=main")
    for name in ("Makefile", "requirements.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / "base" / name)
    (tmp_path / "base" / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    (tmp_path / "base" / SOUND).parent.mkdir(parents=True)
    (tmp_path / "base" / SOUND).write_text(story(), encoding="utf-8")
    pull.commit("base")
    pull.git(".", "clone", "--quiet", "base", "fork")
    return pull


def test_nothing_of_a_fork_is_run_and_its_fault_is_told(pull: Pull) -> None:
    """Its configuration, its plugin, its Makefile and its environment are left where they are."""
    canary = pull.folder / "ran"
    program = f"import pathlib\npathlib.Path({str(canary)!r}).touch()\n"
    for path in ("plugins/cx_stories/__init__.py", "trap.py", "content/sitecustomize.py", "content/trap.py"):
        pull.write(path, program)
    for path in ("Makefile", "content/Makefile"):
        pull.write(path, f".venv/.site: ; touch {canary}\n$(shell touch {canary})\n")
    pull.write("mkdocs.yml", "site_name: Trap\ndocs_dir: /etc\nhooks: [trap.py]\nplugins: [trap]\n")
    pull.write(".venv/bin/cx", f"#!/bin/sh\ntouch {canary}\n")
    (pull.folder / "fork" / ".venv" / "bin" / "cx").chmod(0o755)
    pull.write("content/.gitattributes", "*.md filter=trap diff=trap\n")
    pull.write("content/stories/broken.md", story("title: A kind word\nelements: [surprizing]\n"))
    (pull.folder / "fork" / "content" / "stories" / "secret.md").symlink_to("/etc/passwd")
    status, printed = pull.check()

    assert (status, canary.exists(), "root:" in printed) == (1, False, False)
    assert "::error file=content/stories/broken.md,line=" in printed


def test_sound_story_of_a_fork_passes(pull: Pull) -> None:
    """Whoever did all well hears nothing but how many stories there are."""
    pull.write(SOUND, story("title: A refund in one call\n"))

    assert pull.check() == (0, "1 story is fit to publish; 0 errors, 0 warnings, 0 infos.\n")


@pytest.mark.parametrize("target", ["/etc", ".git", ""])
def test_fork_whose_stories_lead_elsewhere_is_refused(pull: Pull, target: str) -> None:
    """A link in the place of the folder would show what else the machine has."""
    shutil.rmtree(pull.folder / "fork" / "content")
    if target:
        (pull.folder / "fork" / "content").symlink_to(target)

    assert pull.check() == (
        1,
        "::error::content is no folder in this pull request, so there are no stories to check.\n",
    )


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_what_a_pull_request_sets_going_has_no_secrets_and_may_write_nothing(workflow: Path) -> None:
    """Code of a fork that is run, is run where there is nothing to take and nothing to change."""
    text = workflow.read_text(encoding="utf-8")
    read = yaml.safe_load(text)
    jobs: Sequence[Mapping[str, Any]] = [
        job
        for job in read["jobs"].values()
        if "github.event_name == 'push'" not in job.get("if", "") and "needs" not in job
    ]

    assert (read["permissions"], "pull_request_target" in text, "secrets." in text) == ({}, False, False)
    assert {tuple(job["permissions"].items()) for job in jobs} == {(("contents", "read"),)}
