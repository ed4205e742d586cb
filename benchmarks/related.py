"""Time how stories of a made-up collection are related: `make bench OF=related N=10000`.

Prints the table that stands in this folder's README.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from cx_stories.library import Library
from cx_stories.pipeline import Settings, collect
from cx_stories.relations.contrast import contrast
from cx_stories.relations.keeping import Memory
from cx_stories.relations.keeping import relate as relate_since
from cx_stories.relations.related import related
from measure import MAXRSS_UNIT
from rows import Rows
from run import machine
from stories import collection, write

GROWTH = 10
"""How many times as many stories there are when growth is measured."""
_TODAY = date(2099, 1, 1)
_LIBRARY = "read and check"
_RELATIONS: Mapping[str, Callable[[Library], object]] = {"related stories": related, "contrasts": contrast}
_AGAIN = "both, one text changed"
NAMES = (_LIBRARY, *_RELATIONS, _AGAIN)
_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Related:
    """What it took to relate all stories of a collection.

    processor:  seconds that cores worked for it
    memory:     the most that the process had held at once by then, in megabytes
    """

    processor: float
    memory: float


_ROWS: Rows[Related] = Rows(
    {"processor s": (lambda one: one.processor, ".2f"), "memory MB": (lambda one: one.memory, ".0f")}
)


def relate(content: Path) -> Mapping[str, Related]:
    """Read the stories of a content folder, check them and relate them."""
    library, took = _timed(lambda: collect(Settings(content, ("en",), today=_TODAY)).library)
    relations = {name: _timed(partial(relation, library))[1] for name, relation in _RELATIONS.items()}
    memory = relate_since(library, Memory()).memory
    again = _timed(lambda: relate_since(edited(library), memory))[1]
    return {_LIBRARY: took, **relations, _AGAIN: again}


def edited(library: Library) -> Library:
    """Give the library with a sentence of another story at the end of a story in its midst."""
    stories = list(library.stories)
    place = len(stories) // 2
    story, other = stories[place], stories[0]
    telling = story.tellings[story.language]
    sentence = other.tellings[other.language].body.rpartition("\n\n")[2].partition(".")[0]
    longer = telling.model_copy(update={"body": f"{telling.body}\n\n{sentence}."})
    stories[place] = story.model_copy(update={"tellings": {**story.tellings, story.language: longer}})
    return replace(library, stories=stories)


def _timed(do: Callable[[], _Made]) -> tuple[_Made, Related]:
    gc.collect()
    start = sum(os.times()[:4])
    made = do()
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MAXRSS_UNIT / 1e6
    return made, Related(sum(os.times()[:4]) - start, held)


def measure(folder: Path, counts: Sequence[int], runs: int) -> Mapping[tuple[str, int], Sequence[Related]]:
    """Relate collections of these sizes in turn, each time in a process of its own."""
    measured: dict[tuple[str, int], list[Related]] = {}
    for count in counts:
        write(collection(count), folder / str(count))
    for run in range(1, runs + 1):
        for count in counts:
            print(f"Run {run} of {runs}: {count:,} stories", file=sys.stderr)
            command = [sys.executable, str(Path(__file__)), "--content", str(folder / str(count))]
            said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            for name, took in json.loads(said).items():
                measured.setdefault((name, count), []).append(Related(**took))
    return measured


def table(measured: Mapping[tuple[str, int], Sequence[Related]], counts: Sequence[int]) -> Iterator[str]:
    """Give the lines of the table: each step by the size of the collection, and its growth."""
    yield from _ROWS.head()
    for count in counts:
        for name in NAMES:
            yield _ROWS.row(f"{name}, {count:,} stories", measured[name, count])
    for count in counts[1:]:
        for name in NAMES:
            title = f"{name}, {count:,} / {counts[0]:,} stories"
            yield _ROWS.ratio(title, measured[name, count], measured[name, counts[0]])


def main(arguments: list[str] | None = None) -> int:
    """Relate, measure and print."""
    parser = argparse.ArgumentParser(description="Time how stories are related.")
    parser.add_argument("--stories", type=int, default=10_000, help="how many stories (default: 10000)")
    parser.add_argument("--runs", type=int, default=3, help="how often they are related (default: 3)")
    parser.add_argument("--growth", action="store_true", help=f"relate a {GROWTH}th of the stories too")
    parser.add_argument("--content", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.content:
        print(json.dumps({name: asdict(took) for name, took in relate(options.content).items()}))
        return 0
    counts = [max(1, options.stories // GROWTH), options.stories] if options.growth else [options.stories]
    with tempfile.TemporaryDirectory() as scratch:
        measured = measure(Path(scratch), counts, options.runs)
    print(f"{machine()}; runs: {options.runs}\n")
    print("\n".join(table(measured, counts)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
