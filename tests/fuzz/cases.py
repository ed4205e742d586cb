"""Numbered cases: the same seed and number give the same files, whatever ran before."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.fuzz.hostile import NAMES
from tests.fuzz.looking import lay, look
from tests.fuzz.mutation import mutated
from tests.fuzz.promises import broken, disagreeing, forgetful, unmended, unprintable
from tests.fuzz.stock import Files

SEVERAL = 20
"""One case in so many is a collection of several stories."""
THOROUGH = 25
"""One case in so many is also printed, built, remembered and mended."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a case.

    seconds:  of one core, for one look at all files
    size:     of all files, in bytes
    """

    faults: Sequence[str]
    findings: int
    seconds: float
    files: int
    size: int


def case(seed: int, number: int, stock: Sequence[Files]) -> Files:
    """Give the files of a case: a story with a mutated file, or several that are all mutated."""
    random = Random(f"{seed} {number}")  # noqa: S311 (the same each time, and no secret)
    several = number % SEVERAL == 0
    chosen = random.sample(stock, random.randint(2, 6) if several else 1)
    files = {path: raw for one in chosen for path, raw in one.items()}
    others = list(random.choice(stock).values()) or [b""]
    for path in sorted(files) if several else [random.choice(sorted(files))]:
        name = random.choice(NAMES) if several and random.random() < 0.15 else path
        files[name] = mutated(files.pop(path), random, others)
    return files


def outcome(files: Files, folder: Path, *, thorough: bool) -> Outcome:
    """Look at files in a folder that is theirs alone, and see whether everything holds."""
    lay(files, folder)
    start = time.process_time()
    try:
        seen = look(folder)
        seconds = time.process_time() - start
        faults = list(broken(seen, files))
        if thorough:
            faults += _thoroughly(files, folder)
        findings = len(seen.diagnostics)
    except Exception as error:  # whatever it is, it is to be told
        seconds, findings = time.process_time() - start, 0
        faults = [_told(error)]
    return Outcome(faults, findings, seconds, len(files), sum(map(len, files.values())))


def _thoroughly(files: Files, folder: Path) -> Iterator[str]:
    seen = look(folder)
    yield from forgetful(seen, folder)
    yield from unprintable(seen)
    yield from disagreeing(seen, folder)
    for unsafe in (False, True):
        lay(files, folder)
        yield from unmended(seen, folder, unsafe=unsafe)


def _told(error: Exception) -> str:
    """Give an exception with the place it comes from."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__} at {place}: {str(error)[:200]}"
