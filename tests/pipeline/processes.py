"""Processes as the system sees them."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def left(processes: set[int]) -> set[int]:
    """Give which processes there still are when they have had the time to end."""
    for _ in range(100):
        processes = {one for one in processes if Path(f"/proc/{one}").exists() and not _is_over(one)}
        if not processes:
            break
        time.sleep(0.05)
    return processes


def _is_over(process: int) -> bool:
    """Whether only the memory of a process is left."""
    return ") Z " in Path(f"/proc/{process}/stat").read_text()


@contextmanager
def heeding_ctrl_c() -> Iterator[None]:
    """Have processes that are begun here end at Ctrl+C, also where these tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
