"""Who is compared by `make bench`: for each its site of the stories, and the builds of it that are timed."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import peer_tools
from measure import CACHE, SITE, Build, Run, build_run, clear, made, run
from peer_sites import write_eleventy, write_hugo
from sites import WITHOUT_PICTURES, WITHOUT_SEARCH, write_bare, write_ours
from stories import File

COLD = "ours, from nothing"
BEFORE_INDEX = "ours, from nothing, without its search index"
UNPICTURED = "ours, from nothing, without pictures"
WARM = "ours, nothing changed"
CHANGED = "ours, one story changed"
CHANGED_BEFORE_INDEX = "ours, one story changed, without its search index"
BARE = "bare Material"
BARE_AND_PAGEFIND = "bare Material and Pagefind"
LEAN_AND_PAGEFIND = "Material without its search, and Pagefind"
HUGO = "Hugo"
HUGO_AND_PAGEFIND = "Hugo and Pagefind"
ELEVENTY = "Eleventy"
ELEVENTY_AND_PAGEFIND = "Eleventy and Pagefind"
ZENSICAL = "Zensical"
_ROOT = ["--root-selector", "article"]
"""Where Material has its text, for an index without menus."""

_REPORT = "cx-stories/build-report.json"
"""What our build tells of itself, where it remembers things."""
Builds = Iterator[tuple[str, Build]]


@dataclass(frozen=True, slots=True)
class Contender:
    """One who is compared.

    write:  writes its site of a collection in some languages into a folder
    build:  builds the site in a folder, once for each way that is timed; gives what that was and took
    fetch:  has its program fetched, or raises MissingError
    cold:   the same from nothing only; where it is None, `build` does no more
    """

    write: Callable[[Sequence[File], Sequence[str], Path], None]
    build: Callable[[Path], Builds]
    fetch: Callable[[], None] = lambda: None
    cold: Callable[[Path], Builds] | None = None


def _ours(folder: Path) -> Builds:
    yield UNPICTURED, made(build_run(folder, configuration=WITHOUT_PICTURES), folder)
    yield from _ours_from_nothing(folder)
    yield WARM, made(build_run(folder, cold=False), folder)
    change(folder)
    changed = made(build_run(folder, cold=False), folder)
    yield CHANGED, changed
    yield from before_index(CHANGED_BEFORE_INDEX, changed, folder)


def _ours_from_nothing(folder: Path) -> Builds:
    cold = made(build_run(folder), folder)
    yield COLD, cold
    yield from before_index(BEFORE_INDEX, cold, folder)


def before_index(title: str, build: Build, folder: Path) -> Builds:
    """Give a build without what the index took by its own report; nothing where there is none."""
    report = folder / CACHE / _REPORT
    parts = json.loads(report.read_text(encoding="utf-8"))["parts"] if report.is_file() else ()
    for part in parts:
        if part["part"] == "search":
            wall = build.took.wall - part["seconds"]
            rest = replace(build.took, wall=wall, processor=build.took.processor - part["processor"])
            yield title, replace(build, took=rest)


def change(folder: Path) -> None:
    """Let somebody add a sentence to a story in the middle of a collection."""
    stories = stories_of(folder)
    story = stories[len(stories) // 2]
    story.write_text(story.read_text(encoding="utf-8") + "\nThen she laughed.\n", encoding="utf-8")


def stories_of(folder: Path) -> Sequence[Path]:
    """Give the files of the stories of our site."""
    return sorted((folder / "content" / "stories").glob("*.md"))


def _bare(folder: Path) -> Builds:
    bare = build_run(folder)
    yield BARE, made(bare, folder)
    yield BARE_AND_PAGEFIND, made(bare.then(_pagefind(folder, *_ROOT)), folder)
    lean = build_run(folder, configuration=WITHOUT_SEARCH)
    yield LEAN_AND_PAGEFIND, made(lean.then(_pagefind(folder, *_ROOT)), folder)


def _hugo(folder: Path) -> Builds:
    clear(folder)
    built = run([peer_tools.hugo(), "--quiet", "--destination", SITE], folder)
    yield HUGO, made(built, folder)
    yield HUGO_AND_PAGEFIND, made(built.then(_pagefind(folder)), folder)


def _eleventy(folder: Path) -> Builds:
    clear(folder)
    built = run(peer_tools.eleventy(), folder)
    yield ELEVENTY, made(built, folder)
    yield ELEVENTY_AND_PAGEFIND, made(built.then(_pagefind(folder)), folder)


def _zensical(folder: Path) -> Builds:
    clear(folder)
    yield ZENSICAL, made(run([peer_tools.zensical(), "build", "--strict"], folder), folder)


def _pagefind(folder: Path, *options: str) -> Run:
    """Have Pagefind make its index of a site, from nothing."""
    shutil.rmtree(folder / SITE / "pagefind", ignore_errors=True)
    return run([sys.executable, "-m", "pagefind", "--site", SITE, *options], folder)


CONTENDERS: Mapping[str, Contender] = {
    "ours": Contender(write_ours, _ours, cold=_ours_from_nothing),
    "bare": Contender(write_bare, _bare),
    "hugo": Contender(write_hugo, _hugo, peer_tools.fetch_python),
    "eleventy": Contender(write_eleventy, _eleventy, peer_tools.fetch_eleventy),
    "zensical": Contender(write_bare, _zensical, peer_tools.fetch_python),
}
"""By the names that `--only` knows, in the order in which they build."""
