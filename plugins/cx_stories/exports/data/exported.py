"""A story that is exported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from cx_stories.exports.data.column import Row
from cx_stories.exports.data.columns import row_of
from cx_stories.exports.data.told import Told


@dataclass(frozen=True)
class Exported:
    """A story that is exported, with what several files say of it.

    tellings:  in the languages that are asked for, at least one of them
    """

    tellings: Sequence[Told]

    @cached_property
    def rows(self) -> Sequence[Row]:
        """A row for each language; all have the same columns."""
        return tuple(map(row_of, self.tellings))
