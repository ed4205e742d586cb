"""The demonstration site, built once for all processes in which tests run."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from filelock import FileLock

from tests.site.made_site import Outcome, build_site

ROOT = Path(__file__).parents[2]


def demonstrated(factory: pytest.TempPathFactory) -> Outcome:
    """Give how the strict build of the site of this repository went; its folder is for all to look at only.

    Where tests run in several processes, the first that asks builds it, and the others wait for that.
    """
    folder = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    site, went = folder / "demonstration", folder / "demonstration.json"
    with FileLock(folder / "demonstration.lock"):
        if not went.exists():
            made = build_site(ROOT / "mkdocs.yml", site, strict=True, site_url="")
            went.write_text(json.dumps([made.exit_code, made.said, made.ended, made.told]), encoding="utf-8")
    exit_code, said, ended, told = json.loads(went.read_text(encoding="utf-8"))
    return Outcome(exit_code, tuple(said), ended, site, tuple(told))
