"""Mutate stories by the thousand and see whether every promise holds: `make fuzz N=100000`.

Prints what does not hold with the number of the case; `--only NUMBER --keep FOLDER` writes its files.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path
from types import FrameType

from tests.fuzz.cases import THOROUGH, Outcome, case, outcome
from tests.fuzz.looking import lay
from tests.fuzz.stock import Files, stock

LIMIT = 1.0
"""How many seconds of a core a file may take."""
HANGING = 60
"""After how many seconds a case is given up."""
SHOWN = 40
"""How many cases that fail are told one by one."""
_BATCH = 50
_stock = cache(stock)
Numbered = tuple[int, Outcome]


class HangingError(Exception):
    """A case does not come to an end."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, and print what does not hold; return 1 if there is any."""
    parser = argparse.ArgumentParser(description="See whether every promise holds of mutated stories.")
    parser.add_argument("--count", type=int, default=1000, help="how many cases (default: 1000)")
    parser.add_argument("--seed", type=int, default=0, help="another seed gives other cases (default: 0)")
    parser.add_argument("--first", type=int, default=0, help="the number of the first case (default: 0)")
    parser.add_argument("--only", type=int, help="run this case alone")
    parser.add_argument("--keep", type=Path, help="with --only: the folder to leave its files in")
    options = parser.parse_args(arguments)
    if options.only is not None:
        return _run_one(options.seed, options.only, options.keep)
    numbers = range(options.first, options.first + options.count)
    return _summary(_run(options.seed, numbers), options.seed)


def _run(seed: int, numbers: Sequence[int]) -> Iterator[Numbered]:
    batches = [numbers[start : start + _BATCH] for start in range(0, len(numbers), _BATCH)]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for results in pool.map(partial(_run_batch, seed), batches):
            yield from results


def _run_batch(seed: int, numbers: Iterable[int]) -> Sequence[Numbered]:
    signal.signal(signal.SIGALRM, _give_up)
    with tempfile.TemporaryDirectory() as scratch:
        return [(number, _limited(seed, number, Path(scratch, "content"))) for number in numbers]


def _limited(seed: int, number: int, folder: Path) -> Outcome:
    signal.alarm(HANGING)
    try:
        return outcome(case(seed, number, _stock()), folder, thorough=number % THOROUGH == 0)
    finally:
        signal.alarm(0)


def _give_up(_signal: int, _frame: FrameType | None) -> None:
    raise HangingError(f"no end after {HANGING} seconds")


def _run_one(seed: int, number: int, keep: Path | None) -> int:
    files: Files = case(seed, number, _stock())
    with tempfile.TemporaryDirectory() as scratch:
        result = outcome(files, Path(scratch, "content"), thorough=True)
    if keep:
        lay(files, keep)
    return _summary([(number, result)], seed)


def _summary(results: Iterable[Numbered], seed: int) -> int:
    """Print what fails as it comes, then the figures; return 1 if anything failed."""
    every, failed = [], 0
    kinds: Counter[str] = Counter()
    for number, result in results:
        every.append((number, result))
        faults = [*result.faults, *_slowness(result)]
        failed += bool(faults)
        kinds.update(fault.partition(":")[0] for fault in faults)
        if faults and failed <= SHOWN:
            print(f"case {number}: " + "\n    ".join(faults[:5]), flush=True)
    print(f"{len(every):,} cases with seed {seed}, {failed:,} fail", file=sys.stdout)
    print(
        f"{sum(one.files for _, one in every):,} files, {sum(one.size for _, one in every) / 1e6:,.0f} MB, "
        f"{sum(one.findings for _, one in every):,} findings"
    )
    for number, slow in sorted(every, key=lambda one: -one[1].seconds)[:5]:
        print(f"slow: case {number}, {slow.seconds:.2f} s for {slow.files} files, {slow.size / 1000:,.0f} kB")
    return 1 if failed else 0


def _slowness(result: Outcome) -> Iterator[str]:
    if result.seconds > LIMIT * result.files:
        yield f"slow: {result.seconds:.2f} s for {result.files} files of {result.size:,} bytes"


if __name__ == "__main__":
    sys.exit(main())
