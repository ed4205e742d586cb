"""Mend what rules know how to mend: in memory first, so that a fix that does harm is never written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cx_stories.model.diagnostic import Diagnostic
from cx_stories.pipeline.mending import Mending
from cx_stories.pipeline.settings import Settings
from cx_stories.pipeline.writing import replace_file

ROUNDS = 10
"""How often what was mended is looked at again. A file that can be read further does not count."""


@dataclass(frozen=True, slots=True)
class Change:
    """What was mended in a file.

    path:    relative to the content folder
    mended:  how many findings of each rule, by code
    private:  whether something stands in the file that no output may show
    """

    path: str
    file: Path
    before: bytes
    after: bytes
    mended: Mapping[str, int]
    private: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """What became of changes.

    changes:  those that are in their files now
    left:     by path, why a file was left as it is
    """

    changes: tuple[Change, ...]
    left: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fixed:
    """Everything that can be mended, sorted by path. Nothing has been written yet."""

    changes: tuple[Change, ...]

    def write(self) -> Written:
        """Put the changes in their files, each whole or not at all; what cannot be written is told."""
        told = [(change, replace_file(change.file, change.before, change.after)) for change in self.changes]
        return Written(
            tuple(change for change, why in told if not why),
            {change.path: why for change, why in told if why},
        )


def mended(changes: Sequence[Change]) -> Mapping[str, int]:
    """Count what was mended, by the code of the rule, sorted."""
    total = sum((Counter(change.mended) for change in changes), Counter[str]())
    return dict(sorted(total.items()))


def fix(settings: Settings, *, unsafe: bool, chosen: Callable[[Diagnostic], bool]) -> Fixed:
    """Mend the findings of the content folder without writing anything.

    unsafe:  whether guesses at what was meant are put in, too
    chosen:  whether a finding is to be mended, if there is a fix for it
    Raises:  ConfigurationError, VocabularyError
    """
    mending = Mending(settings)

    def wanted(found: Diagnostic) -> bool:
        return found.fix is not None and (unsafe or found.fix.safe) and chosen(found)

    rounds = 0
    while rounds < ROUNDS and mending.mend_once(wanted):
        rounds += not mending.read_further
    return Fixed(
        tuple(
            Change(path, mending.file(path), before, after, mending.mended[path], mending.private(path))
            for path, before, after in mending.changed()
        )
    )
