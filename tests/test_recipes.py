"""The recipes that come with a fresh site: who checks it, who publishes it, and what they may."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config

from cx_stories.cli.main import main
from cx_stories.pipeline.remembering import FOLDER

ROOT = Path(__file__).parent.parent
RECIPES = ROOT / "plugins" / "cx_stories" / "starters" / "workflows"
OURS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
STARTERS = sorted((RECIPES / "github").glob("*.yml"))
PUBLISH = RECIPES / "anywhere" / "publish.sh"
needs_rsync = pytest.mark.skipif(shutil.which("rsync") is None, reason="rsync is not installed")


def read(path: Path) -> Any:
    """Read a recipe."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def steps(path: Path, job: str) -> Sequence[Mapping[str, Any]]:
    """Give what a workflow does in a job, without the words for people and the way it installs."""
    done = read(path)["jobs"][job]["steps"]
    return [
        {name: _as_installed(value) for name, value in step.items() if name != "name"}
        for step in done
        if step["name"] != "Install"
    ]


def _as_installed(value: Any) -> Any:
    return value.replace(".venv/bin/cx", "cx") if isinstance(value, str) else value


def commands() -> Sequence[str]:
    """Give every `cx` command that a recipe types."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(RECIPES.rglob("*.*"))]
    return [
        line for text in texts for line in re.findall(r"^ *(?:run: |- )(cx .*?)(?: \|\| true)?$", text, re.M)
    ]


def test_fork_of_a_fresh_site_is_checked_as_one_of_ours() -> None:
    """What holds for a fork here, where it is tried out, holds for every site that `cx init` makes."""
    ours = steps(ROOT / ".github" / "workflows" / "stories.yml", "check")

    assert steps(RECIPES / "github" / "check.yml", "fork") == ours


def test_every_action_is_named_by_one_commit_and_says_its_version() -> None:
    """No action changes under a site, and all recipes take the same."""
    pins: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for path in (*OURS, *STARTERS):
        for used in re.findall(r"uses: (.*)", path.read_text(encoding="utf-8")):
            pinned = re.fullmatch(r"(\w+/[\w-]+)(?:/\w+)?@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)", used)
            assert pinned, used
            pins[pinned[1]].add((pinned[2], pinned[3]))

    assert {name: len(found) for name, found in pins.items()} == dict.fromkeys(pins, 1)


@pytest.mark.parametrize("workflow", STARTERS, ids=lambda path: path.stem)
def test_recipe_has_no_right_that_it_does_not_need(workflow: Path) -> None:
    """Only what deploys may write, and what a proposal sets going can take nothing."""
    jobs = read(workflow).get("jobs", {})
    text = workflow.read_text(encoding="utf-8")
    writing = {name for name, job in jobs.items() if "write" in job["permissions"].values()}

    assert (writing - {"deploy"}, "pull_request_target" in text, "secrets." in text) == (set(), False, False)
    assert read(workflow).get("permissions", {}) == {}


def test_what_takes_minutes_is_off_until_somebody_asks() -> None:
    """Nobody pays for looks that they did not ask for."""
    github = read(RECIPES / "github" / "extra.yml")
    gitlab = read(RECIPES / "gitlab" / "gitlab-ci.yml")

    assert {job["if"] for job in github["jobs"].values()} == {
        "github.event_name == 'workflow_dispatch' || vars.EXTRA_CHECKS == 'on'"
    }
    assert ({gitlab[name]["extends"] for name in github["jobs"]}, gitlab[".extra"]["rules"]) == (
        {".extra"},
        [
            {"if": '$CI_PIPELINE_SOURCE == "schedule" && $EXTRA_CHECKS == "on"'},
            {
                "if": '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $CI_PIPELINE_SOURCE != "schedule"',
                "when": "manual",
                "allow_failure": True,
            },
        ],
    )


def test_commands_of_the_recipes_are_those_that_there_are() -> None:
    """No build fails for an option that has gone."""
    typed = commands()
    results = [CliRunner().invoke(main, [*line.split()[1:], "--help"]) for line in typed]

    assert {line for line, result in zip(typed, results, strict=True) if result.exit_code} == set()
    assert set(typed) == {
        "cx check",
        "cx check --format github",
        "cx check --no-cache --format github",
        "cx check --format gitlab --output-file gl-code-quality-report.json",
        "cx build-report",
    }


def test_what_is_proposed_writes_nothing_into_the_memory_of_builds() -> None:
    """No pull request can leave anything there for a publication; of a fork's, it is not even read."""
    proposals = [path for path in (*OURS, *STARTERS) if "pull_request" in read(path).get(True, {})]
    used = {
        (path.name, name): step["uses"].partition("@")[0]
        for path in proposals
        for name, job in read(path)["jobs"].items()
        for step in job["steps"]
        if "cache" in step.get("uses", "") and job.get("if") != "github.event_name == 'push'"
    }

    assert {path.name for path in proposals} == {"site.yml", "stories.yml", "check.yml"}
    assert used == {("check.yml", "site"): "actions/cache/restore"}


def test_memory_is_that_of_the_builds_wherever_a_site_is_published() -> None:
    """A publication builds anew only what has changed, on every host."""
    publish, gitlab = (read(RECIPES / name) for name in ("github/publish.yml", "gitlab/gitlab-ci.yml"))
    kept = [
        step["with"]["path"]
        for step in publish["jobs"]["build"]["steps"]
        if "actions/cache@" in step.get("uses", "")
    ]
    policies = {
        name: {one["key"]: (one["paths"], one.get("policy", "pull-push")) for one in job["cache"]}
        for name, job in gitlab.items()
        if isinstance(job, dict) and "cache" in job
    }

    assert kept == [FOLDER.as_posix()]
    assert policies == {
        "default": {"python": ([".pip"], "pull"), "cx-stories": ([FOLDER.as_posix()], "pull")},
        "pages": {"python": ([".pip"], "pull-push"), "cx-stories": ([FOLDER.as_posix()], "pull-push")},
    }


LINK_JOBS = {
    "ours": (ROOT / ".github" / "workflows" / "links.yml", "links"),
    "github": (RECIPES / "github" / "extra.yml", "links"),
    "gitlab": (RECIPES / "gitlab" / "gitlab-ci.yml", "links"),
}
LEADS_OUT = "content/leads-out.md"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a fresh site with an address, built, with one page that leads elsewhere."""
    folder = tmp_path_factory.mktemp("built")
    made = CliRunner().invoke(main, ["init", str(folder), "--name", "Shop", "--language", "en"])
    assert made.exit_code == 0, made.output
    (folder / LEADS_OUT).write_text(
        "---\ntitle: Elsewhere\nsummary: Two ways out.\n---\n\n"
        "[One](https://one.example/?a=1&b=2) and <https://two.example/x> and "
        "[home](https://shop.example/stories/).\n",
        encoding="utf-8",
    )
    config = load_config(str(folder / "mkdocs.yml"), site_url="https://shop.example/", strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    preloaded = '<link rel="preconnect" href="https://program.example/">'
    (folder / "site" / "own.html").write_text(preloaded, encoding="utf-8")
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="sh is not there")
@pytest.mark.parametrize("recipe", LINK_JOBS)
def test_links_that_are_followed_are_those_to_other_sites(recipe: str, built: Path) -> None:
    """Nobody is told that the site's own new pages, or what only programs read, cannot be reached."""
    (script,) = _scripts(recipe, "linkchecker --stdin")
    piped = re.sub(r"linkchecker --stdin.*", "cat", re.sub(r".*pip install.*\n", "", script))
    result = subprocess.run(
        ["bash", "-e", "-c", piped], cwd=built, capture_output=True, text=True, check=True
    )

    assert result.stdout.splitlines() == ["https://one.example/?a=1&b=2", "https://two.example/x"]


def _scripts(recipe: str, word: str) -> Sequence[str]:
    path, job = LINK_JOBS[recipe]
    if recipe == "gitlab":
        return [line for line in read(path)[job]["script"] if word in line]
    return [step["run"] for step in read(path)["jobs"][job]["steps"] if word in step.get("run", "")]


def test_both_bots_look_after_packages_and_actions() -> None:
    """Whoever prefers Renovate gets what Dependabot gives, the week of rest included."""
    dependabot = read(RECIPES / "github" / "dependabot.yml")["updates"]
    renovate = json.loads((RECIPES / "github" / "renovate.json").read_text(encoding="utf-8"))
    managers = [name for rule in renovate["packageRules"] for name in rule["matchManagers"]]

    assert (managers, renovate["minimumReleaseAge"]) == (
        ["pip_requirements", "github-actions", "gitlabci"],
        "7 days",
    )
    assert [(update["package-ecosystem"], update["cooldown"]["default-days"]) for update in dependabot] == [
        ("pip", 7),
        ("github-actions", 7),
    ]


class Publisher:
    """A folder with `publish.sh` and a program in the place of MkDocs, and a server that is a folder."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        self.server = folder / "server of ours"
        self.builds('echo "<h1>Stories</h1>" >site/index.html')
        shutil.copy(PUBLISH, self.home)

    def builds(self, script: str) -> None:
        """Say what a build does."""
        program = self.home / ".venv" / "bin" / "mkdocs"
        program.parent.mkdir(parents=True, exist_ok=True)
        asked = '[ "$*" = "build --strict --site-dir site" ] || exit 9'
        made = "rm -rf site; mkdir -p site/stories; touch site/.cx-stories site/stories/index.html"
        program.write_text(f"#!/bin/sh\n{asked}\n{made}\n{script}\n", encoding="utf-8")
        program.chmod(0o755)

    def run(self, *arguments: str, home: Path | None = None) -> tuple[int, str]:
        """Type the command; give how it ended, and the last line of what it said."""
        environment = {"PATH": os.environ["PATH"], "HOME": str(home or self.home)}
        done = subprocess.run(
            ["sh", str(self.home / "publish.sh"), *arguments],
            cwd=self.home.parent,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, (done.stdout + done.stderr).strip().splitlines()[-1]

    def there(self) -> Sequence[str]:
        """Give the files at the server."""
        return sorted(
            path.relative_to(self.server).as_posix() for path in self.server.rglob("*") if path.is_file()
        )


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    """Give a site that builds, and no server yet."""
    return Publisher(tmp_path)


@needs_rsync
def test_publishing_shows_first_and_sends_when_told(publisher: Publisher) -> None:
    """Nothing changes at a server before somebody has seen what would."""
    shown = publisher.run(publisher.server.name)
    before = publisher.server.exists()
    sent = publisher.run("--send", publisher.server.name)

    assert (shown, before, sent, publisher.there()) == (
        (0, f"Nothing was sent. To send it: sh publish.sh --send {publisher.server}"),
        False,
        (0, f"The site is at {publisher.server}."),
        [".cx-stories", "index.html", "stories/index.html"],
    )


@needs_rsync
def test_publishing_again_takes_away_what_is_gone_and_keeps_what_is_not_ours(publisher: Publisher) -> None:
    """A page that was withdrawn is withdrawn; the certificate's folder and the server's settings stay."""
    publisher.run("--send", publisher.server.name)
    for path in ("old/index.html", ".well-known/proof", ".htaccess"):
        (publisher.server / path).parent.mkdir(exist_ok=True)
        (publisher.server / path).touch()
    publisher.run("--send", publisher.server.name)

    assert publisher.there() == [
        ".cx-stories",
        ".htaccess",
        ".well-known/proof",
        "index.html",
        "stories/index.html",
    ]


@needs_rsync
def test_publishing_stops_when_the_build_does(publisher: Publisher) -> None:
    """A story with an error does not reach a server, and does not take the others away there."""
    publisher.run("--send", publisher.server.name)
    publisher.builds("rm site/stories/index.html; echo Nothing was published. >&2; exit 1")

    assert (publisher.run("--send", publisher.server.name), publisher.there()) == (
        (1, "Nothing was published."),
        [".cx-stories", "index.html", "stories/index.html"],
    )


@needs_rsync
@pytest.mark.parametrize("place", ["/", ".", "me@server:", "me@server:~", "me@server:/", "--delete"])
def test_publishing_into_no_folder_of_its_own_is_refused(publisher: Publisher, place: str) -> None:
    """A slip of the keyboard does not empty a computer."""
    status, said = publisher.run("--send", place)

    assert (status, said.startswith((f"{place} is no folder of the site's own", "There is no option"))) == (
        2,
        True,
    )


@needs_rsync
def test_publishing_over_other_files_is_refused(publisher: Publisher) -> None:
    """A folder with letters in it is not taken for a site, and home is no place for one."""
    publisher.server.mkdir()
    (publisher.server / "letter.txt").touch()
    refused = publisher.run("--send", publisher.server.name)
    home = publisher.run("--send", str(publisher.server), home=publisher.server)

    assert (refused, home[0], publisher.there()) == (
        (
            2,
            f"{publisher.server} has files in it and is no site of CX Stories. Say another folder; a new one "
            "is made.",
        ),
        2,
        ["letter.txt"],
    )


@pytest.mark.skipif(sys.platform == "win32", reason="sh is not there")
@pytest.mark.parametrize("arguments", [(), ("--send",), ("one", "two")])
def test_publishing_says_how_it_is_used(publisher: Publisher, arguments: tuple[str, ...]) -> None:
    """Whoever types half a command gets the whole one."""
    assert publisher.run(*arguments) == (
        2,
        "Say where the site goes: sh publish.sh [--send] USER@SERVER:/FOLDER",
    )
