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
"""Where builds and checks remember what they found, beside the configuration."""
SITE = "site"
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
    apart:      the same without the program that makes the index of a search
    """

    wall: float
    processor: float
    memory: float
    together: float
    apart: float = 0.0

    def then(self, other: Run) -> Run:
        """Give what this takes with another one after it."""
        return Run(
            self.wall + other.wall,
            self.processor + other.processor,
            max(self.memory, other.memory),
            max(self.together, other.together),
            max(self.apart, other.apart),
        )


@dataclass(frozen=True, slots=True)
class Build:
    """What a build took, and what it made.

    site, pages:  the size of all files it wrote, in megabytes, and the number of HTML pages among them
    """

    took: Run
    site: float
    pages: int


def build(folder: Path) -> Build:
    """Build the site in a folder from nothing; what was left there is removed first, outside the time.

    Raises:  BuildError if MkDocs does not end well.
    """
    return made(build_run(folder), folder)


def made(took: Run, folder: Path) -> Build:
    """Give what a build took, with what now is in its site."""
    files = [file for file in (folder / SITE).rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files) / 1e6
    return Build(took, size, sum(1 for file in files if file.suffix == ".html"))


def build_run(folder: Path, *, cold: bool = True, configuration: str = CONFIGURATION) -> Run:
    """Build as `build` does, and give what that took.

    cold:    whether what an earlier build left is removed first, outside the time taken
    Raises:  BuildError if MkDocs does not end well.
    """
    if cold:
        clear(folder)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    return run([*command, "--config-file", configuration, "--site-dir", str(folder / SITE)], folder)


def clear(folder: Path) -> None:
    """Remove the site of a folder, and whatever builds and checks remember."""
    for name in (SITE, CACHE):
        shutil.rmtree(folder / name, ignore_errors=True)


def check_run(folder: Path, *, cold: bool = False) -> Run:
    """Check the stories in a folder.

    cold:    whether what earlier checks remember is removed first, outside the time taken
    Raises:  BuildError if anything is wrong with the stories.
    """
    if cold:
        shutil.rmtree(folder / CACHE, ignore_errors=True)
    return run([str(Path(sysconfig.get_path("scripts"), "cx")), "check", "--fail-on", "info"], folder)


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a command in a folder; what it prints goes into a file there.

    Raises:  BuildError if it does not end well.
    """
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
    watch.stop()
    if process.returncode:
        raise BuildError(said.read_text(encoding="utf-8", errors="replace"))
    memory = used.ru_maxrss * MAXRSS_UNIT / 1e6
    # What is shared with programs that are not ours counts in part only, and a look may come too late.
    return Run(wall, used.ru_utime + used.ru_stime, memory, max(watch.most, memory), watch.apart)
