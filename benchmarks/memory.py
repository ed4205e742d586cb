"""How much memory a process and those it starts hold together, looked at again and again."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

EVERY = 0.1
"""Seconds between two looks: each costs a core about a millisecond."""
_PAUSE = 20
"""How many times as long as a look takes nobody looks again: it costs more the more memory there is."""
_PROCESSES = Path("/proc")
_SHARE = re.compile(r"^Pss: +([0-9]+) kB", re.MULTILINE)


class MemoryWatch(Thread):
    """Looks at a process and its descendants until it is told to stop.

    What several processes share counts once. Only Linux tells it; elsewhere both figures stay 0.

    most:   the most that all of them held at once, in megabytes
    apart:  the same without the program that makes the index of a search
    """

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.most = self.apart = 0.0
        self._process = process
        self._stopped = Event()

    def run(self) -> None:
        """Look until told to stop."""
        pause = EVERY
        while not self._stopped.wait(pause):
            start = time.perf_counter()
            together, apart = self.look()
            self.most, self.apart = max(self.most, together), max(self.apart, apart)
            pause = max(EVERY, _PAUSE * (time.perf_counter() - start))

    def look(self) -> tuple[float, float]:
        """Give what all processes hold together now, in megabytes, and what all but the indexer do."""
        shares = [(_is_indexer(process), _share(process)) for process in _family(self._process)]
        return sum(share for _, share in shares), sum(share for indexer, share in shares if not indexer)

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()
        self.join()


def _family(process: int) -> Iterator[int]:
    yield process
    with suppress(OSError):
        for task in (_PROCESSES / str(process) / "task").iterdir():
            for child in (task / "children").read_text(encoding="ascii").split():
                yield from _family(int(child))


def _is_indexer(process: int) -> bool:
    with suppress(OSError):
        return (_PROCESSES / str(process) / "comm").read_text(encoding="ascii").startswith("pagefind")
    return False


def _share(process: int) -> float:
    """Give what a process holds in megabytes, of what it shares its share."""
    with suppress(OSError):
        found = _SHARE.search((_PROCESSES / str(process) / "smaps_rollup").read_text(encoding="ascii"))
        if found:
            return int(found[1]) * 1024 / 1e6
    return 0
