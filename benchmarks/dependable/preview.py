"""`mkdocs serve` as a writer runs it: what it answers, what it needs, and what it leaves behind."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from writers import Expected

PATIENCE = 180.0
"""For how many seconds a change may stay unseen before it counts as lost."""
_PAUSE = 0.1


@dataclass(frozen=True, slots=True)
class Use:
    """What a preview needs at a moment: memory in megabytes, open files and processes, with all its own.

    largest:  the memory of the process that has most
    """

    memory: float
    files: int
    processes: int
    largest: float = 0.0

    def __str__(self) -> str:
        return f"{self.memory:.0f} MB, {self.files} open files, {self.processes} processes"


class Preview:
    """A preview of a site, with a folder for temporary files of its own.

    folder:  where that is made, and what is said is written
    site:    the folder of the configuration; by default `site/` of that folder
    """

    def __init__(self, folder: Path, site: Path | None = None) -> None:
        self._temporary = folder / "temporary"
        self._temporary.mkdir()
        self._log = folder / "said.txt"
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self._place = f"127.0.0.1:{found.getsockname()[1]}"
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", self._place],
                cwd=site or folder / "site",
                env={**os.environ, "TMPDIR": str(self._temporary), "NO_MKDOCS_2_WARNING": "1"},
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def shows(self, address: str, expected: Expected) -> bool:
        """Tell whether an address answers what it should, before patience ends."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self._process.poll() is None:
            if _fits(self.answer(address), expected):
                return True
            time.sleep(_PAUSE)
        return False

    def answer(self, address: str) -> bytes | None:
        """Give what an address answers; None where nothing is, or while nobody answers."""
        try:
            with urlopen(f"http://{self._place}/{address}", timeout=PATIENCE) as found:
                content: bytes = found.read()
                return content
        except HTTPError as error:
            with error:
                return None if error.code == HTTPStatus.NOT_FOUND else error.read()
        except (URLError, ConnectionError):
            return b""

    def use(self) -> Use:
        """Give what it needs now."""
        processes = [one for one in of_session(self._process.pid) if one.exists()]
        memory = [*map(_memory, processes)]
        return Use(sum(memory), sum(map(_open_files, processes)), len(processes), max(memory, default=0.0))

    @property
    def process(self) -> int:
        """The number of its process."""
        return self._process.pid

    def said(self) -> str:
        """Give the last of what it printed."""
        return self._log.read_text(encoding="utf-8", errors="replace")[-3000:]

    def close(self) -> list[str]:
        """End it as a writer does, with Ctrl+C; give what is left of it: processes and files."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            return ["the preview itself, which did not end"]
        time.sleep(1)  # its processes see that it is gone
        processes = of_session(self._process.pid)
        left = [f"process {one.name}" for one in processes]
        if processes:
            os.killpg(self._process.pid, signal.SIGKILL)
        return left + sorted(f"file {path.name}" for path in self._temporary.iterdir())


def _fits(answer: bytes | None, expected: Expected) -> bool:
    if answer is None or expected is None:
        return answer is expected
    return answer == expected if isinstance(expected, bytes) else expected.encode() in answer


def of_session(session: int) -> list[Path]:
    """Give the living processes that a process has begun, and itself, as their folders in /proc."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            values = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            if int(values[3]) == session and values[0] != "Z":
                found.append(folder)
    return found


def _memory(process: Path) -> float:
    """Give the memory that a process alone is answerable for, in megabytes; what is shared is shared out."""
    with suppress(OSError):
        lines = (process / "smaps_rollup").read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
    return 0.0


def _open_files(process: Path) -> int:
    with suppress(OSError):
        return len(list((process / "fd").iterdir()))
    return 0
