"""What a plain `mkdocs build` leaves behind: the new site, or the old one byte for byte."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.pipeline.processes import heeding_ctrl_c
from tests.site.made_site import CONFIG, Stage, contents, run_mkdocs


def with_hook(stage: Stage, code: str) -> None:
    """Give a site a hook, as its owner may."""
    stage.configure(f"{CONFIG}hooks: [hook.py]\n")
    (stage.folder / "hook.py").write_text(code, encoding="utf-8")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """Publish a site once."""
    stage = Stage(tmp_path_factory.mktemp("first"))
    stage.story("lamp")
    assert stage.build().exit_code == 0
    return stage


@pytest.fixture
def published(stage: Stage, first: Stage) -> dict[str, bytes]:
    """Have a site published, and a story more since then; give what is in the site."""
    shutil.copytree(first.folder, stage.folder, dirs_exist_ok=True)
    stage.story("bulb")
    return contents(stage.site)


LAST = "from mkdocs.plugins import event_priority\nimport logging\n@event_priority(-100)\n"


@pytest.mark.parametrize(
    ("code", "ended"),
    [
        ("def on_post_build(config): raise OSError(28, 'x')", "no room left on the disk"),
        (
            "def on_post_build(config): open(config.site_dir + '/a/b', 'w')",
            "The system says: [Errno 2] No such",
        ),
        (
            "def on_env(env, config, files): open(config.site_dir, 'w')",
            "The system says: [Errno 21] Is a dir",
        ),
        ("def on_config(config): raise OSError(28, 'x')", "no room left on the disk"),
        (
            f"{LAST}def on_post_build(config): logging.getLogger('mkdocs.x').warning('x')",
            "Aborted with 1 warn",
        ),
        (f"{LAST}def on_post_build(config): raise OSError(122, 'x')", "no room left on the disk"),
    ],
    ids=["disk full", "file missing", "a folder", "before it began", "a late warning", "late"],
)
def test_a_strict_build_that_fails_leaves_the_site_as_it_was(
    stage: Stage, published: dict[str, bytes], code: str, ended: str
) -> None:
    """However late it fails, and whoever fails: readers have the old site, and nobody reads a traceback."""
    with_hook(stage, code)

    outcome = stage.build()

    assert outcome.exit_code == 1
    assert ended in " ".join((outcome.ended, *outcome.said))
    assert contents(stage.site) == published
    assert not (stage.folder / ".site.building").exists()


def test_a_finding_leaves_the_site_as_it_was(stage: Stage, published: dict[str, bytes]) -> None:
    """A strict build stops before it has made anything."""
    stage.story("torch", polarity="glad")

    assert stage.build().exit_code == 1
    assert contents(stage.site) == published


@pytest.mark.parametrize(
    ("code", "error"),
    [("raise KeyError('mine')", KeyError), ("open('/nowhere/prices.json')", FileNotFoundError)],
)
def test_an_error_of_somebody_elses_program_is_told_as_theirs(
    stage: Stage, code: str, error: type[Exception]
) -> None:
    """What has nothing to do with the site on the disk is passed on as it is, with its own words."""
    stage.story("lamp")
    with_hook(stage, f"def on_post_build(config): {code}")

    with pytest.raises(error):
        stage.build()

    assert not stage.site.exists()


@pytest.mark.parametrize("strict", [False, True])
def test_a_folder_of_your_own_is_not_emptied(stage: Stage, strict: bool) -> None:
    """`mkdocs build -d` with the wrong folder behind it says so and touches nothing."""
    stage.story("lamp")
    stage.write("../site/thesis.docx", "mine")
    stage.write("../site/drafts/index.html", "mine")

    outcome = stage.build(strict=strict)

    assert outcome.exit_code == 1
    assert outcome.said == (
        "The output folder site/ has files in it that no build of CX Stories has made, and would be "
        "replaced. If nobody needs what is in it, delete it yourself; else build into another folder.",
    )
    assert contents(stage.site) == {"thesis.docx": b"mine", "drafts/index.html": b"mine"}
    assert sorted(path.name for path in stage.folder.iterdir()) == ["content", "mkdocs.yml", "site"]


def test_whoever_goes_on_after_a_build_finds_the_site_where_it_is(stage: Stage) -> None:
    """`mkdocs gh-deploy` builds, and then takes what is in the output folder."""
    stage.story("lamp")
    config = load_config(str(stage.folder / "mkdocs.yml"), site_dir=str(stage.site))
    config.plugins.on_startup(command="gh-deploy", dirty=False)

    build(config)

    assert config.site_dir == str(stage.site)
    assert (stage.site / "stories" / "lamp" / "index.html").is_file()


def test_a_hook_at_the_end_still_has_its_say(stage: Stage) -> None:
    """What other plugins write when a build ends is part of what is published."""
    stage.story("lamp")
    with_hook(
        stage,
        "from pathlib import Path\n"
        "def on_post_build(config): Path(config.site_dir, 'robots.txt').write_text('User-agent: *')\n",
    )

    assert stage.build().exit_code == 0
    assert (stage.site / "robots.txt").read_text(encoding="utf-8") == "User-agent: *"


def test_nobody_is_told_of_the_folder_beside(stage: Stage) -> None:
    """What MkDocs prints names the folder in which the site is in the end."""
    stage.story("lamp")
    exit_code, printed = run_mkdocs(stage.folder / "mkdocs.yml", stage.site)

    assert exit_code == 0
    assert f"Building documentation to directory: {stage.site}\n" in printed
    assert ".building" not in printed


SLOW = "import time\ndef on_post_page(output, page, config): print('at work', flush=True); time.sleep(1)"


def started(stage: Stage) -> subprocess.Popen[bytes]:
    """Start a build that takes its time, and wait until it is in the midst of writing pages."""
    with_hook(stage, SLOW)
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", str(stage.site)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with heeding_ctrl_c():
        process = subprocess.Popen(command, cwd=stage.folder, **pipes, start_new_session=True)
    assert process.stdout
    assert process.stdout.readline() == b"at work\n"
    return process


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM])
def test_a_build_that_is_killed_leaves_the_site_as_it_was(
    stage: Stage, published: dict[str, bytes], sign: signal.Signals
) -> None:
    """Whoever pulls the plug has the old site, nothing to commit by mistake, and a next build."""
    process = started(stage)
    os.killpg(process.pid, sign)
    process.communicate()
    assert process.returncode != 0
    assert contents(stage.site) == published
    assert (stage.folder / ".site.building" / "site").is_dir()
    assert ".site.building" not in unversioned(stage.folder)

    stage.configure(CONFIG)
    assert stage.build().exit_code == 0
    assert (stage.site / "stories" / "bulb" / "index.html").is_file()
    assert not (stage.folder / ".site.building").exists()


def unversioned(folder: Path) -> str:
    """Give what Git would add in a folder."""
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    command = ["git", "status", "-s", "-uall"]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def test_ctrl_c_tidies_up(stage: Stage, published: dict[str, bytes]) -> None:
    """Somebody who changes their mind has the old site, and nothing to sweep away."""
    process = started(stage)
    process.send_signal(signal.SIGINT)
    process.communicate()

    assert contents(stage.site) == published
    assert not (stage.folder / ".site.building").exists()


def test_a_preview_keeps_its_last_whole_site(stage: Stage) -> None:
    """While something is broken, `mkdocs serve` shows what was there before."""
    stage.story("lamp")
    assert stage.build(strict=False, command="serve").exit_code == 0
    shown = contents(stage.site)
    with_hook(stage, "def on_post_build(config): raise OSError(28, 'x')")

    assert stage.build(strict=False, command="serve").exit_code == 1
    assert contents(stage.site) == shown
