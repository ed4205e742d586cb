"""Time a build of made-up stories beside one of bare Material for MkDocs: `make bench N=1000`.

Prints the table that stands in this folder's README.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from measure import Build, BuildError, build
from rows import Rows
from sites import write_bare, write_ours
from stories import collection

GROWTH = 5
"""How many times as many stories there are when growth is measured."""
_WARM_UP = 10
_ROWS: Rows[Build] = Rows(
    {
        "wall s": (lambda one: one.wall, ".1f"),
        "processor s": (lambda one: one.processor, ".1f"),
        "memory MB": (lambda one: one.memory, ".0f"),
        "site MB": (lambda one: one.site, ".1f"),
        "pages": (lambda one: one.pages, ",.0f"),
    }
)
_Name = tuple[str, int]
"""A site: "ours" or "bare", and its number of stories."""


def write_sites(folder: Path, counts: Sequence[int], languages: Sequence[str]) -> Mapping[_Name, Path]:
    """Write both sites for each number of stories; give their folders, in the order of building."""
    folders = {}
    for count in counts:
        files = collection(count, languages)
        for name, write in (("ours", write_ours), ("bare", write_bare)):
            folders[name, count] = folder / f"{name}-{count}"
            folders[name, count].mkdir(parents=True)
            write(files, languages, folders[name, count])
    return folders


def measure(folders: Mapping[_Name, Path], runs: int) -> Mapping[_Name, Sequence[Build]]:
    """Build all sites in turn, run after run, so that a slow spell of the machine hits them all."""
    builds: dict[_Name, list[Build]] = {name: [] for name in folders}
    for run in range(1, runs + 1):
        for (site, count), folder in folders.items():
            print(f"Run {run} of {runs}: {site}, {count:,} stories", file=sys.stderr)
            builds[site, count].append(build(folder))
    return builds


def table(builds: Mapping[_Name, Sequence[Build]], counts: Sequence[int]) -> Iterator[str]:
    """Give the lines of the table: each site, ours as so many times the bare one, and the growth of both."""
    yield from _ROWS.head()
    for count in counts:
        ours, bare = builds["ours", count], builds["bare", count]
        yield _ROWS.row(f"ours, {count:,} stories", ours)
        yield _ROWS.row(f"bare, {count:,} stories", bare)
        yield _ROWS.ratio(f"ours / bare, {count:,} stories", ours, bare)
    for count in counts[1:]:
        for site in ("ours", "bare"):
            title = f"{site}, {count:,} / {counts[0]:,} stories"
            yield _ROWS.ratio(title, builds[site, count], builds[site, counts[0]])


def machine() -> str:
    """Say on what was measured, without a name."""
    versions = ", ".join(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material", "cx-stories"))
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, {versions}"


def main(arguments: list[str] | None = None) -> int:
    """Build, measure and print; return 1 if a build fails."""
    parser = argparse.ArgumentParser(description="Time a build of made-up stories beside bare Material.")
    parser.add_argument("--stories", type=int, default=1000, help="how many stories (default: 1000)")
    parser.add_argument("--languages", default="en", help="codes with commas, the default language first")
    parser.add_argument("--runs", type=int, default=3, help="how often each site is built (default: 3)")
    parser.add_argument("--growth", action="store_true", help=f"build {GROWTH} times as many stories too")
    options = parser.parse_args(arguments)
    counts = [options.stories, GROWTH * options.stories] if options.growth else [options.stories]
    with tempfile.TemporaryDirectory() as scratch:
        try:
            languages = options.languages.split(",")
            measure(write_sites(Path(scratch, "warm-up"), [_WARM_UP], languages), runs=1)
            builds = measure(write_sites(Path(scratch, "sites"), counts, languages), options.runs)
        except BuildError as error:
            print(error, file=sys.stderr)
            return 1
    print(f"{machine()}; languages: {options.languages}; runs: {options.runs}\n")
    print("\n".join(table(builds, counts)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
