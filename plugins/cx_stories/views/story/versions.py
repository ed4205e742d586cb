"""When a story was first written down here, and when it changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of a text.

    days:  each day on which it got a version, with how many; the last one first
    """

    count: int
    days: Sequence[tuple[date, int]]

    @property
    def last(self) -> date:
        """The day of the version that stands here."""
        return self.days[0][0]


def versions_of(days: Sequence[date]) -> Versions | None:
    """Count the versions by day; None for a text of which nobody knows."""
    if not days:
        return None
    return Versions(len(days), tuple(sorted(Counter(days).items(), reverse=True)))
