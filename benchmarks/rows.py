"""The rows of the tables that the benchmarks print: medians, with the least and the most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from statistics import median
from typing import Generic, TypeVar

_Measured = TypeVar("_Measured")


class Rows(Generic[_Measured]):
    """The rows of a table about things that were measured several times."""

    def __init__(self, columns: Mapping[str, tuple[Callable[[_Measured], float], str]]) -> None:
        """Take the columns: by title what is shown, and in which form."""
        self._columns = columns

    def head(self) -> Iterator[str]:
        """Give the two lines above the rows."""
        yield _line("", *self._columns)
        yield _line("---", *repeat("---:", len(self._columns)))

    def row(self, title: str, runs: Sequence[_Measured]) -> str:
        """Give what was measured."""
        return _line(title, *(spread(map(of, runs), form) for of, form in self._columns.values()))

    def ratio(self, title: str, these: Sequence[_Measured], those: Sequence[_Measured]) -> str:
        """Divide run by run: what belongs to a run was measured right after one another."""
        pairs = list(zip(these, those, strict=True))
        quotients = ([of(this) / of(that) for this, that in pairs] for of, _ in self._columns.values())
        return _line(title, *(spread(values, ".2f") for values in quotients))


def spread(values: Iterable[float], form: str) -> str:
    """Give the median and, where they are not the same to the eye, the least and the most."""
    every = list(values)
    middle, least, most = (format(value, form) for value in (median(every), min(every), max(every)))
    return middle if least == most else f"{middle} ({least} to {most})"


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
