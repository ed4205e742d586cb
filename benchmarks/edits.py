"""Does a build that remembers make the same site as one that knows nothing? `make edits`.

A made-up site is edited in every way that a writer has, and in the end in series of ways that chance picks.
After each edit it is built where it was built before, and somewhere else from nothing; every file must be the
same.
"""

from __future__ import annotations

import argparse
import logging
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from zlib import crc32

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from edited_site import EDITS, Edited
from measure import SITE

Edit = Callable[[Edited], None]


def built(folder: Path) -> Mapping[str, bytes]:
    """Build a site within this process, as `mkdocs build` does; give every file of it by its path.

    Raises:  MkDocsException if there is something that stops it
    """
    config = load_config(config_file=str(folder / "mkdocs.yml"), site_dir=str(folder / SITE))
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    files = (path for path in (folder / SITE).rglob("*") if path.is_file())
    return {path.relative_to(folder / SITE).as_posix(): path.read_bytes() for path in files}


def from_nothing(folder: Path, scratch: Path) -> Mapping[str, bytes]:
    """Build what a site has in another folder, which has seen no build."""
    elsewhere = scratch / "elsewhere"
    ours = shutil.ignore_patterns(SITE, ".cache", f".{SITE}.*")
    shutil.copytree(folder, elsewhere, ignore=ours)
    try:
        return built(elsewhere)
    finally:
        shutil.rmtree(elsewhere)


def differing(these: Mapping[str, bytes], those: Mapping[str, bytes]) -> list[str]:
    """Give the files that are not the same, or only in one of two sites."""
    return sorted(path for path in these.keys() | those.keys() if these.get(path) != those.get(path))


def compare(
    folder: Path, scratch: Path, steps: Sequence[Sequence[str]], seed: int
) -> Iterator[tuple[str, list[str]]]:
    """Edit a site step by step; give what was done in each, and the files that differ after it.

    folder:  a site of `Edited`
    steps:   the names of edits, which are made together
    seed:    decides what is edited
    """
    site = Edited(folder, random.Random(seed))
    built(folder)
    for names in steps:
        for name in names:
            EDITS[name](site)
        yield ", ".join(names), differing(built(folder), from_nothing(folder, scratch))


def series(count: int, seed: int) -> list[list[str]]:
    """Give steps of one to five edits that chance picks."""
    chance = random.Random(crc32(f"series {seed}".encode()))
    return [chance.choices(list(EDITS), k=chance.randint(1, 5)) for _ in range(count)]


def main(arguments: list[str] | None = None) -> int:
    """Edit and compare; tell with 1 that something differed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--stories", type=int, default=60, help="how many stories there are (default: 60)")
    parser.add_argument("--languages", default="en,nl", help="codes with commas (default: en,nl)")
    parser.add_argument("--series", type=int, default=20, help="how many series of edits (default: 20)")
    parser.add_argument("--seed", type=int, default=1, help="which edits are made")
    options = parser.parse_args(arguments)
    logging.disable()  # a story that is not right stops nobody here
    steps = [[name] for name in EDITS] + series(options.series, options.seed)
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="cx-edits-") as name:
        scratch = Path(name)
        Edited.write(scratch / "edited", options.stories, options.languages.split(","))
        try:
            for done, found in compare(scratch / "edited", scratch, steps, options.seed):
                print(f"{done}: {_told(found)}", flush=True)
                wrong += bool(found)
        except MkDocsException as error:
            print(f"A build ended after the next edit: {error}", file=sys.stderr)
            return 1
    print(f"Edited {len(steps)} times; {wrong} times another site than from nothing.")
    return 1 if wrong else 0


def _told(found: Sequence[str]) -> str:
    more = f" and {len(found) - 5} more" if len(found) > 5 else ""
    return f"DIFFERS in {', '.join(found[:5])}{more}" if found else "the same"


if __name__ == "__main__":
    sys.exit(main())
