"""Change a collection hundreds of times under a preview: does it forget, or grow? `make soak`.

A writer at a time adds, renames, breaks, mends and deletes stories, replaces a picture and changes what a
term is called, often several of these before the preview has shown the first. After each round every page
that was touched, and one that was not, must say what its file says now; in the end all of them must.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from pathlib import Path

from preview import Preview, Use
from writers import Collection

ROUNDS = 500
_WARM = 50
"""After how many rounds everything has been loaded that a preview needs."""
_TOLD_EVERY = 25
_MAY_GROW = 1.1
"""How many times as much memory a preview may take in the end as when it was warm."""


class StaleError(Exception):
    """A reader of the preview sees something else than what was written."""


def look(collection: Collection, preview: Preview, addresses: set[str]) -> None:
    """See that addresses answer what they should by now.

    Raises:  StaleError
    """
    for address in sorted(addresses):
        expected = collection.expected[address]
        if not preview.shows(address, expected):
            raise StaleError(
                f"{address} should be {expected!r}, and is {repr(preview.answer(address))[:300]}"
            )


def change(collection: Collection, preview: Preview, rounds: int) -> tuple[Use, Use]:
    """Change a collection; give what the preview needed when it was warm, and in the end."""
    look(collection, preview, set(collection.expected))
    warm = preview.use()
    for number in range(1, rounds + 1):
        touched = collection.change()
        look(collection, preview, touched | {collection.any_address()})
        if number == min(_WARM, rounds // 2):
            warm = preview.use()
        if number % _TOLD_EVERY == 0 or number == rounds:
            print(f"{number:>4} rounds, {collection.changes} changes: {preview.use()}", flush=True)
    look(collection, preview, set(collection.expected))
    return warm, preview.use()


def faults(warm: Use, end: Use, left: list[str]) -> list[str]:
    """Give what a preview did that it should not: it grew, or left something behind."""
    found = [f"left behind: {one}" for one in left]
    if end.memory > warm.memory * _MAY_GROW:
        found.append(f"memory grew from {warm.memory:.0f} to {end.memory:.0f} MB")
    if end.files > warm.files:
        found.append(f"open files grew from {warm.files} to {end.files}")
    if end.processes > warm.processes:
        found.append(f"processes grew from {warm.processes} to {end.processes}")
    return found


def main() -> int:
    """Run; tell with 1 that something was wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"how often to change (default {ROUNDS})")
    parser.add_argument("--stories", type=int, default=20, help="how many stories there are at first")
    parser.add_argument("--seed", type=int, default=1, help="which changes are made")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # the preview ends with this program
    signal.signal(signal.SIGINT, signal.default_int_handler)  # and at Ctrl+C, in any shell
    with tempfile.TemporaryDirectory(prefix="cx-soak-") as name:
        folder = Path(name)
        collection = Collection(folder / "site", options.stories, options.seed)
        preview = Preview(folder)
        try:
            warm, end = change(collection, preview, options.rounds)
        except (StaleError, TimeoutError) as error:
            print(f"Wrong: {error}\n{preview.said()}", file=sys.stderr)
            return 1
        finally:
            left = preview.close()
        print(f"Warm: {warm}\nEnd:  {end}")
        print(f"No stale page after {collection.changes} changes in {options.rounds} rounds.")
        wrong = faults(warm, end, left)
        for fault in wrong:
            print(f"Wrong: {fault}", file=sys.stderr)
        return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
