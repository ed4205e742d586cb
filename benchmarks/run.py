"""Time our builds of made-up stories beside those of other programs: `make bench N=1000`.

Prints what each took, and writes it into this folder: `results.md`, or `growth.md`, and `results.svg`.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

from chart import Bar, Panel, chart
from contenders import BEFORE_INDEX, CHANGED_BEFORE_INDEX, CONTENDERS, stories_of
from measure import BuildError, Run
from peer_tools import versions
from racing import OURS, Race
from results import SAVED, Builds, growth, table
from saving import savings

FOLDER = Path(__file__).parent


def save(folder: Path, runs: int) -> Iterator[Run]:
    """Save stories under previews of our site, one preview for each run."""
    for run in range(1, runs + 1):
        for took in savings(folder, stories_of(folder)):
            print(f"Run {run} of {runs}: {SAVED}, {took.wall:.2f} s", file=sys.stderr)
            yield took


def picture(builds: Builds, title: str, described: str) -> str:
    """Draw what builds took, ours marked."""
    parts = (BEFORE_INDEX, CHANGED_BEFORE_INDEX)
    whole = {title: took for title, took in builds.items() if title not in parts}

    def bars(of: Callable[[Run], float]) -> list[Bar]:
        return [
            Bar(title, [of(one.took) for one in took], title.startswith(OURS))
            for title, took in whole.items()
        ]

    walls = Panel("Seconds on the clock", bars(lambda one: one.wall), ".1f")
    memory = Panel("Memory of all processes together, MB", bars(lambda one: one.together), ",.0f")
    return chart(title, described, [walls, memory])


def machine() -> str:
    """Say on what was measured, without a name."""
    ours = ", ".join(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material", "cx-stories"))
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, {ours}"


def compare(race: Race, scratch: Path, options: argparse.Namespace) -> Iterator[str]:
    """Build everything; give the lines of the tables, and draw the picture on the way."""
    folders = race.write(scratch, options.stories)
    builds = race.measure(folders, options.runs)
    saved = [*save(folders[OURS], options.runs)] if OURS in folders and not options.no_serve else []
    described = f"Medians, with lines from the least to the most. {machine()}. As a table: results.md."
    drawn = picture(builds, f"A build of {options.stories:,} stories", described)
    (options.results / "results.svg").write_text(drawn, encoding="utf-8")
    yield from table(builds, saved)


def grow(race: Race, scratch: Path, options: argparse.Namespace) -> Iterator[str]:
    """Build collections of several sizes; give the lines of the table."""
    builds = {}
    for count in sorted(options.growth):
        print(f"{count:,} stories", file=sys.stderr)
        builds[count] = race.measure(race.write(scratch, count), options.runs, cold=True)
        shutil.rmtree(scratch)  # a site of fifty thousand stories takes gigabytes
    yield from growth(builds)


def report(scratch: Path, options: argparse.Namespace) -> Iterator[str]:
    """Measure what was asked for; give the lines of what is told of it.

    Raises:  BuildError if a build of ours fails
    """
    race = Race(options.only, options.languages.split(","))
    race.warm_up(scratch / "warm-up")
    told = [*(grow if options.growth else compare)(race, scratch / "sites", options)]
    others = ", ".join(f"{name} {number}" for name, number in versions().items())
    asked = "" if options.growth else f"; stories: {options.stories:,}"
    yield f"{machine()}, {others}; languages: {options.languages}; runs: {options.runs}{asked}"
    for name, why in race.absent.items():
        yield f"\nNot compared with {name.capitalize()}: {why}."
    yield from ("", *told)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time our builds beside those of other programs.")
    parser.add_argument("--stories", type=int, default=1000, help="how many stories (default: 1000)")
    parser.add_argument("--languages", default="en", help="codes with commas, the default language first")
    parser.add_argument("--runs", type=int, default=3, help="how often each site is built (default: 3)")
    parser.add_argument(
        "--only", type=_names, help=f"of {', '.join(CONTENDERS)}: those to compare, with commas"
    )
    parser.add_argument(
        "--growth",
        type=_counts,
        default=(),
        help="numbers of stories, with commas: how ours grows (or --only)",
    )
    parser.add_argument("--no-serve", action="store_true", help="leave the preview out")
    parser.add_argument("--results", type=Path, default=FOLDER, help="where the results are written")
    options = parser.parse_args(arguments)
    options.only = options.only or (["ours"] if options.growth else list(CONTENDERS))
    return options


def _names(typed: str) -> list[str]:
    names = typed.split(",")
    unknown = sorted(set(names) - CONTENDERS.keys())
    if unknown:
        raise argparse.ArgumentTypeError(f"there is no {unknown[0]}, only {', '.join(CONTENDERS)}")
    return [name for name in CONTENDERS if name in names]


def _counts(typed: str) -> list[int]:
    return [int(count) for count in typed.split(",")]


def main(arguments: list[str] | None = None) -> int:
    """Build, measure, print and write; return 1 if a build fails."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory(prefix="cx-bench-") as scratch:
        try:
            text = "\n".join(report(Path(scratch), options)) + "\n"
        except BuildError as error:
            print(error, file=sys.stderr)
            return 1
    (options.results / ("growth.md" if options.growth else "results.md")).write_text(text, encoding="utf-8")
    print(text, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
