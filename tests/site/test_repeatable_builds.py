"""The same stories give the same site, on any computer and on any day."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cx_stories.pipeline.git import git
from tests.pictures import PNG
from tests.site.conftest import Demonstration
from tests.site.demonstrated import ROOT
from tests.site.made_site import BODY, CONFIG, Stage, contents

PROGRAM = Path(__file__).with_name("elsewhere.py")


ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "POSIX",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONHASHSEED": "4711",
    "USER": "somebody-else",
    "LOGNAME": "somebody-else",
    "NO_MKDOCS_2_WARNING": "1",
    "SITE_URL": "",
}
"""A computer fourteen hours ahead, which knows no letters but those of English."""


def built_elsewhere(folder: Path) -> str:
    """Copy the demonstration far away, as another person has it, and build it there; give what was said.

    Its files are older, only their owner may read them, folders list them in another order, and all work that
    can be is dealt out over three processes. The history is the same: what Git knows is part of the input.
    """
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    history = git(ROOT, "rev-parse", "--absolute-git-dir")
    if history:
        (folder / ".git").write_text(f"gitdir: {history[0]}", encoding="utf-8")
    for file in (one for one in (folder / "content").rglob("*") if one.is_file()):
        os.utime(file, (1, 1))
        file.chmod(0o600)
    run = subprocess.run(
        [sys.executable, str(PROGRAM), "7", "3", "build", "--strict", "--site-dir", str(folder / "site")],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, **ELSEWHERE, "HOME": str(folder / "home")},
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout + run.stderr


def modes(folder: Path) -> dict[str, str]:
    """Give who may do what with the files and folders below a folder, and with itself."""
    paths = (folder, *folder.rglob("*"))
    return {path.relative_to(folder).as_posix(): oct(path.stat().st_mode) for path in paths}


def test_a_build_on_another_computer_is_equal_byte_for_byte(
    demonstration: Demonstration, tmp_path: Path
) -> None:
    """Folder, zone, language, person, processors, disk and chance leave no trace, and nobody is warned.

    The build it is held against was made in this process, which has made others before.
    """
    folder = tmp_path / "far" / "away from here"
    folder.mkdir(parents=True)

    said = built_elsewhere(folder)

    here, there = contents(demonstration.site.folder), contents(folder / "site")
    different = [path for path in here.keys() | there.keys() if here.get(path) != there.get(path)]
    noise = [line for line in said.splitlines() if "warning" in line.lower() or "deprecat" in line.lower()]
    assert (sorted(different), noise) == ([], [])
    assert "sitemap.xml.gz" in there


def test_everybody_may_read_what_is_published(stage: Stage) -> None:
    """A picture that only its owner could read is served to all, and the folders are open to the server."""
    stage.write("stories/lamp.png", PNG)
    stage.story("lamp", body=f"{BODY}\n![A lamp](lamp.png)\n")
    for path in ("stories/lamp.png", "stories/lamp.md"):
        (stage.content / path).chmod(0o600)
    before = os.umask(0o022)
    try:
        assert stage.build().exit_code == 0
    finally:
        os.umask(before)

    odd = {path: mode for path, mode in modes(stage.site).items() if mode not in {"0o100644", "0o40755"}}
    assert ((stage.site / "stories" / "lamp.png").read_bytes(), odd) == (PNG, {})


def test_no_page_names_the_folder_it_was_built_in(tmp_path: Path, stage: Stage) -> None:
    """Where a maintainer keeps the stories is not told to readers."""
    stage.story("lamp")
    assert stage.build().exit_code == 0

    place = str(tmp_path).encode()
    assert [path for path, content in contents(stage.site).items() if place in content] == []


def test_the_day_of_the_build_is_nowhere(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build of tomorrow differs from one of today only if the stories do."""
    stage.configure(f"{CONFIG}site_url: https://stories.example/\n")
    stage.story("lamp")
    built = []
    for seconds in ("1900000000", "2000000000"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
        assert stage.build().exit_code == 0
        built.append(contents(stage.site))

    assert [path for path in built[0] if built[0][path] != built[1].get(path)] == []


def test_what_was_removed_is_gone_from_the_next_build(stage: Stage) -> None:
    """A story that was withdrawn does not stay behind in the site folder."""
    stage.story("lamp")
    assert stage.build().exit_code == 0
    alone = contents(stage.site)
    stage.story("bulb")
    assert stage.build().exit_code == 0
    (stage.content / "stories" / "bulb.md").unlink()

    assert stage.build().exit_code == 0
    assert contents(stage.site) == alone
