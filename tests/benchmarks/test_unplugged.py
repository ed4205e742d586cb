"""The trial that pulls the plug under builds would notice if a site were damaged."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from unplugged import Collection, DamagedSiteError, kill

CARELESS = """
import pathlib, sys, time
site = pathlib.Path(sys.argv[1])
site.mkdir(exist_ok=True)
words = pathlib.Path('content/stories/changed.md').read_text()
for name in ('one', 'two'):
    site.joinpath(name).write_text(words)
    time.sleep(0.1)
"""
CAREFUL = """
import pathlib, sys, time
words = pathlib.Path('content/stories/changed.md').read_text()
time.sleep(0.1)
site = pathlib.Path(sys.argv[1])
site.mkdir(exist_ok=True)
beside = site.parent / 'beside'
beside.write_text(words)
beside.replace(site / 'page')
"""


def collection(folder: Path, builder: str, monkeypatch: pytest.MonkeyPatch) -> Collection:
    """Give a collection that this program builds."""

    def start(self: Collection) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", builder, str(self.site)]
        return subprocess.Popen(
            command, cwd=self.folder, stdout=subprocess.PIPE, text=True, start_new_session=True
        )

    monkeypatch.setattr(Collection, "start", start)
    return Collection(folder, 1, folder / "site")


def test_a_builder_that_writes_page_by_page_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ended between two pages it leaves a site that nobody has made."""
    one = collection(tmp_path, CARELESS, monkeypatch)

    with pytest.raises(DamagedSiteError, match="neither the old one nor the new one"):
        kill(one, 30, random.Random(1))  # noqa: S311


def test_a_builder_that_writes_in_one_step_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each time there is one of the two sites, and every end is counted."""
    one = collection(tmp_path, CAREFUL, monkeypatch)

    seen = kill(one, 6, random.Random(1))  # noqa: S311

    assert sum(seen.values()) == 6
    assert set(seen) <= {"old site", "new site", "ran to its end"}
