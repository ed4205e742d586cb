"""What a column is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from cx_stories.exports.data.told import Told

Cell = str | int | None | Sequence[str]
Row = Mapping[str, Cell]


class Form(Enum):
    """What stands in a column: words, ids, sentences, a whole number or a day."""

    TEXT = "text"
    TERMS = "terms"
    SENTENCES = "sentences"
    NUMBER = "number"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, which never changes, and what it says of a story."""

    name: str
    form: Form
    says: str
    of: Callable[[Told], Cell]
