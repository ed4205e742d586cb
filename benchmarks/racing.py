"""All contenders building in turn; who cannot take part, or breaks off, is told with the reason."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from contenders import CONTENDERS, Contender
from measure import Build, BuildError
from peer_tools import MissingError
from stories import collection

OURS = "ours"
_WARM_UP = 10
_LONGEST = 200
"""How many letters of what a program said last are told."""


class Race:
    """Those who are compared.

    absent:  why others are not, by name
    """

    def __init__(self, names: Sequence[str], languages: Sequence[str]) -> None:
        """Have what they need fetched."""
        self._languages = languages
        self._present: dict[str, Contender] = {}
        self.absent: dict[str, str] = {}
        for name in names:
            try:
                CONTENDERS[name].fetch()
                self._present[name] = CONTENDERS[name]
            except MissingError as error:
                self.absent[name] = str(error)

    def warm_up(self, folder: Path) -> None:
        """Have each build a small site, so that what the system keeps of its program is there for all runs.

        Raises:  BuildError if ours fails
        """
        self.measure(self.write(folder, _WARM_UP), 1)

    def write(self, folder: Path, count: int) -> Mapping[str, Path]:
        """Write the site of each for a number of stories; give their folders."""
        files, folders = collection(count, self._languages), {}
        for name, contender in self._present.items():
            folders[name] = folder / f"{name}-{count}"
            folders[name].mkdir(parents=True)
            contender.write(files, self._languages, folders[name])
        return folders

    def measure(
        self, folders: Mapping[str, Path], runs: int, *, cold: bool = False
    ) -> Mapping[str, Sequence[Build]]:
        """Build all sites in turn, run after run, so that a slow spell of the machine hits them all.

        cold:     whether they are built from nothing only
        Returns:  by title what was built in every run
        Raises:   BuildError if ours fails; others are left out from there on
        """
        builds: dict[str, list[Build]] = {}
        for number in range(1, runs + 1):
            for name in [name for name in folders if name in self._present]:
                for title, build in self._built(name, folders[name], cold):
                    print(f"Run {number} of {runs}: {title}, {build.took.wall:.1f} s", file=sys.stderr)
                    builds.setdefault(title, []).append(build)
        return {title: measured for title, measured in builds.items() if len(measured) == runs}

    def _built(self, name: str, folder: Path, cold: bool) -> Iterator[tuple[str, Build]]:
        contender = self._present[name]
        try:
            yield from (contender.cold if cold and contender.cold else contender.build)(folder)
        except BuildError as error:
            if name == OURS:
                raise
            del self._present[name]
            said = [line for line in str(error).splitlines() if line.strip()][-1:]
            self.absent[name] = f"its build failed: {''.join(said).strip()[:_LONGEST]}"
