"""The same stories give the same site, on any computer and on any day."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.site.conftest import ROOT
from tests.site.made_site import CONFIG, Stage, contents, run_mkdocs


def copied(folder: Path) -> Path:
    """Copy what the demonstration site is made of into another folder; give its mkdocs.yml."""
    shutil.copytree(ROOT / "content", folder / "content")
    return Path(shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml"))


def test_two_builds_are_equal_byte_for_byte(tmp_path: Path) -> None:
    """Folder, moment and the order of Python's sets leave no trace, and nobody is warned."""
    builds = []
    for number, name in ((1, "here"), (4711, "far/away from here")):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        exit_code, printed = run_mkdocs(copied(folder), folder / "site", "--strict", hash_seed=number)
        noise = [
            line for line in printed.splitlines() if "warning" in line.lower() or "deprecat" in line.lower()
        ]
        assert (exit_code, noise) == (0, [])
        builds.append(contents(folder / "site"))

    assert "sitemap.xml.gz" in builds[0]
    assert sorted(builds[0]) == sorted(builds[1])
    assert [path for path in builds[0] if builds[0][path] != builds[1][path]] == []


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
