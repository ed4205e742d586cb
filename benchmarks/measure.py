"""One build of a site in a process of its own: how long it takes, what it needs and what it leaves."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from sites import CONFIGURATION

_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


class BuildError(Exception):
    """A build failed; carries what it printed."""


@dataclass(frozen=True, slots=True)
class Build:
    """What a build took.

    wall:       seconds from the start of its process to the end
    processor:  seconds that a core worked for it, which other programs on the machine disturb less
    memory:     the most it held at once, in megabytes
    site, pages:  the size of all files it wrote, in megabytes, and the number of HTML pages among them
    """

    wall: float
    processor: float
    memory: float
    site: float
    pages: int


def build(folder: Path) -> Build:
    """Build the site in a folder from nothing; an earlier one is removed first, outside the time taken.

    Raises:  BuildError if MkDocs does not end well.
    """
    target, said = folder / "site", folder / "build.log"
    shutil.rmtree(target, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    command += ["--config-file", str(folder / CONFIGURATION), "--site-dir", str(target)]
    with said.open("wb") as log:
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, env=environment)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise BuildError(said.read_text(encoding="utf-8", errors="replace"))
    return Build(
        wall=wall,
        processor=used.ru_utime + used.ru_stime,
        memory=used.ru_maxrss * _MAXRSS_UNIT / 1e6,
        site=sum(file.stat().st_size for file in target.rglob("*") if file.is_file()) / 1e6,
        pages=sum(1 for _ in target.rglob("*.html")),
    )
