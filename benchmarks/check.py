"""Time `cx check` of made-up stories beside a build of bare Material: `make bench OF=check N=10000`.

Prints the table that stands in this folder's README.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from measure import BuildError, Run, build_run, check_run
from rows import Rows
from run import machine
from sites import write_bare, write_ours
from stories import collection

GROWTH = 10
"""How many times as many stories there are when growth is measured."""
_ROWS: Rows[Run] = Rows(
    {
        "wall s": (lambda one: one.wall, ".2f"),
        "processor s": (lambda one: one.processor, ".2f"),
        "memory MB": (lambda one: one.together, ".0f"),
    }
)
BARE = "bare build"
CHECKS = ("check, nothing remembered", "check, nothing changed", "check, one story changed")
_Name = tuple[str, int]
"""What was done, with how many stories."""


def measure(folder: Path, counts: Sequence[int], runs: int) -> Mapping[_Name, Sequence[Run]]:
    """Build and check, run after run, so that a slow spell of the machine hits everything.

    Raises:  BuildError if a build fails, or anything is wrong with the stories.
    """
    measured: dict[_Name, list[Run]] = {}
    sites = {count: _write(folder / str(count), count) for count in counts}
    for run in range(1, runs + 1):
        for count, (ours, bare) in sites.items():
            for name, do in _steps(ours, bare):
                print(f"Run {run} of {runs}: {name}, {count:,} stories", file=sys.stderr)
                measured.setdefault((name, count), []).append(do())
    return measured


def _write(folder: Path, count: int) -> tuple[Path, Path]:
    """Write both sites of so many stories; give their folders, ours first."""
    files, ours, bare = collection(count), folder / "ours", folder / "bare"
    for site in (ours, bare):
        site.mkdir(parents=True)
    write_ours(files, ("en",), ours)
    write_bare(files, ("en",), bare)
    return ours, bare


def _steps(ours: Path, bare: Path) -> Iterator[tuple[str, Callable[[], Run]]]:
    """Give what is done in a run, each in the state that the one before leaves."""
    cold, warm, changed = CHECKS
    yield BARE, lambda: build_run(bare)
    yield cold, lambda: check_run(ours, cold=True)
    yield warm, lambda: check_run(ours)
    _change(ours)
    yield changed, lambda: check_run(ours)


def _change(site: Path) -> None:
    """Let somebody add a sentence to a story."""
    story = min((site / "content" / "stories").glob("*.md"))
    story.write_text(story.read_text(encoding="utf-8") + "\nThen she laughed.\n", encoding="utf-8")


def table(measured: Mapping[_Name, Sequence[Run]], counts: Sequence[int]) -> Iterator[str]:
    """Give the lines of the table: builds and checks, checks as so many times the build, and growth."""
    yield from _ROWS.head()
    for count in counts:
        bare = measured[BARE, count]
        yield _ROWS.row(f"{BARE}, {count:,} stories", bare)
        for name in CHECKS:
            yield _ROWS.row(f"{name}, {count:,} stories", measured[name, count])
            yield _ROWS.ratio(f"that / {BARE}", measured[name, count], bare)
    for count in counts[1:]:
        for name in (BARE, *CHECKS):
            title = f"{name}, {count:,} / {counts[0]:,} stories"
            yield _ROWS.ratio(title, measured[name, count], measured[name, counts[0]])


def main(arguments: list[str] | None = None) -> int:
    """Check, build, measure and print; return 1 if one fails."""
    parser = argparse.ArgumentParser(description="Time `cx check` beside a build of bare Material.")
    parser.add_argument("--stories", type=int, default=1000, help="how many stories (default: 1000)")
    parser.add_argument("--runs", type=int, default=3, help="how often everything is done (default: 3)")
    parser.add_argument("--growth", action="store_true", help=f"check a {GROWTH}th of the stories too")
    options = parser.parse_args(arguments)
    fewer = [max(1, options.stories // GROWTH)] if options.growth else []
    counts = [*fewer, options.stories]
    with tempfile.TemporaryDirectory() as scratch:
        try:
            measured = measure(Path(scratch), counts, options.runs)
        except BuildError as error:
            print(error, file=sys.stderr)
            return 1
    print(f"{machine()}; runs: {options.runs}\n")
    print("\n".join(table(measured, counts)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
