"""End builds at random moments, and fill the disk under others: is a site ever damaged? `make unplugged`.

A collection is in one of two states, of which the whole sites are known. After every build that was ended
there must be one of these two, byte for byte; and in the end a build must go through.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from sites import write_ours
from stories import collection

_LANGUAGES = ("en", "nl")
_CHANGED = "stories/changed.md"
_STORY = """\
---
title: The lamp was lent {number} times
summary: A cyclist without a light gets one on loan from a shop that is closing.
date: 2024-03-01
polarity: positive
elements: {{surprising: He gave her the light from his own bicycle.}}
lessons: [Lend what somebody needs tonight.]
provenance: fictional
---
The shutters were half down when she asked for a lamp. It rained, and home was nine kilometres away.
The man behind the counter looked at the clock, and then at her bicycle.
He took the light from his own handlebars, put it on hers and told her to bring it back on Monday.
"""


class DamagedSiteError(Exception):
    """Readers would see a site that nobody has made."""


class Collection:
    """A collection that changes between two states, and its output folder.

    whole:  what the site is in each state
    """

    def __init__(self, folder: Path, stories: int, site: Path) -> None:
        self.folder = folder
        self.site = site
        write_ours(collection(stories, _LANGUAGES), _LANGUAGES, folder)
        self.whole: list[str] = []
        for state in (0, 1):
            self.change(state)
            began = time.perf_counter()
            printed, _ = (process := self.start()).communicate()
            if process.returncode:
                raise DamagedSiteError(f"The collection cannot be built:\n{printed}")
            self.lasts = time.perf_counter() - began
            self.whole.append(self.seen())
        if len(set(self.whole)) != 2:
            raise DamagedSiteError("Both states give the same site: this would show nothing.")

    def change(self, state: int) -> None:
        """Bring the collection into a state."""
        (self.folder / "content" / _CHANGED).write_text(_STORY.format(number=state + 2), encoding="utf-8")

    def start(self) -> subprocess.Popen[str]:
        """Start a build."""
        return subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(self.site)],
            cwd=self.folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def seen(self) -> str:
        """Give what readers see, as one number."""
        digest = hashlib.sha256()
        for path in sorted(self.site.rglob("*")):
            digest.update(path.relative_to(self.site).as_posix().encode())
            digest.update(path.read_bytes() if path.is_file() else b"/")
        return digest.hexdigest()

    def state(self) -> int:
        """Give the state of which there is the site.

        Raises:  DamagedSiteError if it is neither
        """
        seen = self.seen()
        if seen not in self.whole:
            raise DamagedSiteError(f"The site is neither the old one nor the new one: {self.site}")
        return self.whole.index(seen)

    def build(self) -> None:
        """Build to the end, after what was done to other builds.

        Raises:  DamagedSiteError if that does not go through, or leaves something beside the site
        """
        printed, _ = (process := self.start()).communicate()
        if process.returncode or self.seen() not in self.whole:
            raise DamagedSiteError(f"A build after it did not go through:\n{printed}")
        if left := [path.name for path in self.site.parent.iterdir() if path.name.endswith(".building")]:
            raise DamagedSiteError(f"A build left this beside its site: {left}")


def kill(one: Collection, times: int, chance: random.Random) -> Counter[str]:
    """End builds at random moments, all their processes or only the first; count what was there then.

    Half of the moments are near the end, where the new site takes its place.
    """
    seen: Counter[str] = Counter()
    for turn in range(times):
        before = one.state()
        one.change(1 - before)
        process = one.start()
        time.sleep(one.lasts * chance.uniform(0 if turn % 2 else 0.8, 1.1))
        ended = process.poll() is None
        if ended:
            (os.kill if turn % 3 else os.killpg)(process.pid, signal.SIGKILL)
        process.communicate()
        _wait_for_helpers(process.pid)
        there = "old site" if one.state() == before else "new site"
        seen[there if ended else "ran to its end"] += 1
    one.build()
    return seen


def _wait_for_helpers(session: int) -> None:
    """Wait until the processes that helped a build have noticed its end.

    Raises:  DamagedSiteError if one of them goes on
    """
    for _ in range(100):
        if not subprocess.run(["pgrep", "-s", str(session)], check=False, capture_output=True).stdout:
            return
        time.sleep(0.1)
    raise DamagedSiteError("A process that helped a build goes on without it.")


def fill(one: Collection, disk: Path, times: int, chance: random.Random) -> Counter[str]:
    """Leave builds less room than they need; count what they did."""
    seen: Counter[str] = Counter()
    needed = sum(path.stat().st_size for path in one.site.rglob("*") if path.is_file())
    filler = disk / "filler"
    for turn in range(times):
        one.change(turn % 2)
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        filler.write_bytes(bytes(max(0, free - int(chance.uniform(0, 0.95) * needed))))
        process = one.start()
        printed, _ = process.communicate()
        filler.unlink()
        one.state()
        if process.returncode == 0:
            raise DamagedSiteError("A build went through without room: this would show nothing.")
        told = "no room left on the disk" in printed and "Traceback" not in printed
        seen["said that the disk is full" if told else "failed otherwise"] += 1
        if not told:
            print(printed[-2000:])
    one.build()
    return seen


@contextmanager
def small_disk(megabytes: int) -> Iterator[Path]:
    """Mount a small disk in memory; only the superuser can."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder], check=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)


def main() -> int:
    """End builds, and print what was there afterwards."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=40, help="how many stories the collection has")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--full", type=int, default=20, help="how many times the disk is full (needs root)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        one = Collection(Path(folder) / "kills", options.stories, Path(folder) / "kills" / "site")
        print(f"{options.stories} stories; a build takes {one.lasts:.1f} s")
        print("Ended at a random moment:", dict(kill(one, options.kills, chance)), flush=True)
        if options.full:
            with small_disk(100) as disk:
                two = Collection(Path(folder) / "full", options.stories, disk / "site")
                print("Without room:", dict(fill(two, disk, options.full, chance)))
    print("No site was damaged.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
