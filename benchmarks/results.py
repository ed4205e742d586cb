"""What `make bench` tells: what each build took, ratios within a run, and whether targets were met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from contenders import (
    BARE,
    BARE_AND_PAGEFIND,
    BEFORE_INDEX,
    CHANGED,
    CHANGED_BEFORE_INDEX,
    COLD,
    ELEVENTY_AND_PAGEFIND,
    HUGO_AND_PAGEFIND,
    LEAN_AND_PAGEFIND,
    UNPICTURED,
    WARM,
    ZENSICAL,
)
from measure import Build, Run
from rows import Rows, spread

Builds = Mapping[str, Sequence[Build]]
"""By title all builds, in the order of the runs."""
SAVED = "from saving a story to its new page in `mkdocs serve`"
SAVED_AT_MOST = 1.0
"""In how many seconds what is saved should be seen."""
ROWS: Rows[Build] = Rows(
    {
        "wall s": (lambda one: one.took.wall, ".1f"),
        "processor s": (lambda one: one.took.processor, ".1f"),
        "memory MB, all processes": (lambda one: one.took.together, ".0f"),
        "memory MB, the largest": (lambda one: one.took.memory, ".0f"),
        "site MB": (lambda one: one.site, ".1f"),
        "pages": (lambda one: one.pages, ",.0f"),
    }
)
_SAVINGS: Rows[Run] = Rows(
    {
        "wall s": (lambda one: one.wall, ".2f"),
        "processor s": (lambda one: one.processor, ".2f"),
        "memory MB, all processes": (lambda one: one.together, ".0f"),
        "memory MB, the largest": (lambda one: one.memory, ".0f"),
    }
)


@dataclass(frozen=True, slots=True)
class Ratio:
    """One build as so many times another one of the same run.

    most:  how many times as much time it may take; None where nothing is promised
    """

    these: str
    those: str
    most: float | None = None


RATIOS = (
    Ratio(COLD, HUGO_AND_PAGEFIND, 0.75),
    Ratio(COLD, BARE_AND_PAGEFIND, 0.6),
    Ratio(UNPICTURED, HUGO_AND_PAGEFIND),
    Ratio(UNPICTURED, BARE_AND_PAGEFIND),
    Ratio(COLD, LEAN_AND_PAGEFIND),
    Ratio(COLD, BARE),
    Ratio(COLD, ELEVENTY_AND_PAGEFIND),
    Ratio(COLD, ZENSICAL),
    Ratio(CHANGED, COLD, 0.5),
    Ratio(CHANGED_BEFORE_INDEX, BEFORE_INDEX, 0.1),
    Ratio(WARM, COLD),
)


def table(builds: Builds, savings: Sequence[Run]) -> Iterator[str]:
    """Give the lines of all tables: what each took, ratios, and what saving a story takes."""
    yield from ROWS.head()
    for title, measured in builds.items():
        yield ROWS.row(title, measured)
    compared = [ratio for ratio in RATIOS if {ratio.these, ratio.those} <= builds.keys()]
    if compared:
        yield from ("", *_ratios(builds, compared))
    if savings:
        yield from ("", *_SAVINGS.head(), _SAVINGS.row(SAVED, savings))
        yield from (
            "",
            f"Target: at most {SAVED_AT_MOST} s: {verdict([one.wall for one in savings], SAVED_AT_MOST)}.",
        )


def _ratios(builds: Builds, compared: Sequence[Ratio]) -> Iterator[str]:
    yield "| run by run | wall | processor | memory, all processes | target, of the wall time |"
    yield "| --- | ---: | ---: | ---: | --- |"
    for ratio in compared:
        pairs = list(zip(builds[ratio.these], builds[ratio.those], strict=True))
        walls = [this.took.wall / that.took.wall for this, that in pairs]
        cells = (
            spread(walls, ".2f"),
            spread([this.took.processor / that.took.processor for this, that in pairs], ".2f"),
            spread([this.took.together / that.took.together for this, that in pairs], ".2f"),
        )
        target = "" if ratio.most is None else f"at most {ratio.most}: {verdict(walls, ratio.most)}"
        yield f"| {ratio.these} / {ratio.those} | {' | '.join(cells)} | {target} |"


def verdict(values: Sequence[float], most: float) -> str:
    """Tell whether a target was met, which the median decides."""
    return "met" if median(values) <= most else "missed"


def growth(builds: Mapping[int, Builds]) -> Iterator[str]:
    """Give the lines of a table that tells what a story costs in collections of several sizes.

    builds:  by number of stories, the smallest first
    """
    smallest = next(iter(builds))
    yield "|  | stories | wall ms each | processor ms each | memory MB | without Pagefind | times linear |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for title in builds[smallest]:
        first = [one.took.wall / smallest for one in builds[smallest][title]]
        for count, measured in builds.items():
            took = [one.took for one in measured[title]]
            cells = (
                f"{count:,}",
                spread([one.wall / count * 1000 for one in took], ".2f"),
                spread([one.processor / count * 1000 for one in took], ".2f"),
                spread([one.together for one in took], ".0f"),
                spread([one.apart for one in took], ".0f"),
                spread([one.wall / count / each for one, each in zip(took, first, strict=True)], ".2f"),
            )
            yield f"| {title} | {' | '.join(cells)} |"
