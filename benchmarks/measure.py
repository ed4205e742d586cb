"""Commands in processes of their own: how long they take, what they need and what they leave."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from memory import MemoryWatch
from sites import CONFIGURATION

CACHE = ".cache"
"""Where a check remembers what it found, beside the configuration."""
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""How many bytes the system counts memory in."""


class BuildError(Exception):
    """A build or check failed; carries what it printed."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took.

    wall:       seconds from the start of its process to the end
    processor:  seconds that cores worked for it, which other programs on the machine disturb less
    memory:     the most that one process held at once, in megabytes
    together:   the most that all its processes held at once, in megabytes
    """

    wall: float
    processor: float
    memory: float
    together: float


@dataclass(frozen=True, slots=True)
class Build:
    """What a build took, see `Run`.

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
    took = build_run(folder)
    target = folder / "site"
    return Build(
        wall=took.wall,
        processor=took.processor,
        memory=took.memory,
        site=sum(file.stat().st_size for file in target.rglob("*") if file.is_file()) / 1e6,
        pages=sum(1 for _ in target.rglob("*.html")),
    )


def build_run(folder: Path) -> Run:
    """Build as `build` does, and give what that took.

    Raises:  BuildError if MkDocs does not end well.
    """
    target = folder / "site"
    shutil.rmtree(target, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    return _run([*command, "--config-file", CONFIGURATION, "--site-dir", str(target)], folder)


def check_run(folder: Path, *, cold: bool = False) -> Run:
    """Check the stories in a folder.

    cold:    whether what earlier checks remember is removed first, outside the time taken
    Raises:  BuildError if anything is wrong with the stories.
    """
    if cold:
        shutil.rmtree(folder / CACHE, ignore_errors=True)
    return _run([str(Path(sysconfig.get_path("scripts"), "cx")), "check", "--fail-on", "info"], folder)


def _run(command: Sequence[str], folder: Path) -> Run:
    """Run a command in a folder; what it prints goes into a file there."""
    said = folder / "run.log"
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with said.open("wb") as log:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=subprocess.STDOUT, env=environment)
        watch = MemoryWatch(process.pid)
        watch.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    together = watch.stop()
    if process.returncode:
        raise BuildError(said.read_text(encoding="utf-8", errors="replace"))
    memory = used.ru_maxrss * MAXRSS_UNIT / 1e6
    return Run(wall, used.ru_utime + used.ru_stime, memory, together or memory)
