"""Tables of old case studies: CSV and TSV as Excel and others write them. A row is a story."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from cx_stories.pipeline.importing.escaping import without_unseen
from cx_stories.pipeline.importing.opening import bytes_of, text_of
from cx_stories.pipeline.importing.pieces import Old, Read, Remark, UnfitError

TABLES = (".csv", ".tsv")
"""The endings of files that are read as tables."""
MAX_CELL, MAX_COLUMNS, MAX_ROWS = 500_000, 200, 3_000
"""How large a table may be: each row is held against all the rules, some hundreds in a second."""
_TOO_MANY = (
    "{} has more than {:,} rows, too many to finish as drafts. Split it into tables of some hundred rows."
)
_SIGNS = ",;\t|"
_LOOKED_AT = 20_000


def rows_of(file: Path, name: str) -> Iterator[Read]:
    """Give each row with the names of its columns; its place is the line it begins on.

    Raises:  UnfitError
    """
    text = text_of(bytes_of(file), name)
    separator, first = _separator(text, file.suffix.lower())
    lines = _Lines(text.split("\n")[first:], first)
    csv.field_size_limit(MAX_CELL)
    reader = csv.reader(lines, delimiter=separator)
    try:
        header = next(reader, [])
        if len(header) > MAX_COLUMNS:
            raise UnfitError(f"{name} has more than {MAX_COLUMNS} columns; its first line must name them.")
        yield from _rows(reader, [without_unseen(one).strip() for one in header], lines, name)
    except csv.Error as error:
        raise UnfitError(
            f"{name}:{lines.number} is no row of a table. Save the sheet as CSV anew."
        ) from error


class _Lines:
    """The lines of a table, counted as they are taken."""

    def __init__(self, lines: Sequence[str], before: int) -> None:
        self._lines = iter(lines)
        self.number = before

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number += 1
        return f"{line}\n"


def _rows(reader: Iterator[list[str]], header: Sequence[str], lines: _Lines, name: str) -> Iterator[Read]:
    begins, told = lines.number + 1, 0
    for row in reader:
        line, begins = begins, lines.number + 1
        cells = [without_unseen(cell).strip() for cell in row]
        if not any(cells):
            continue
        told += 1
        if told > MAX_ROWS:
            raise UnfitError(_TOO_MANY.format(name, MAX_ROWS))
        names = [*header, *[""] * (len(cells) - len(header))]
        olds = [Old(column, cell, line) for column, cell in zip(names, cells, strict=False) if cell]
        remarks = []
        if len(cells) > len(header):
            remarks.append(Remark(name, line, "This row has more cells than there are columns."))
        yield Read(name, (), olds, (), remarks)


def _separator(text: str, ending: str) -> tuple[str, int]:
    """Give the sign between the cells, and how many lines stand before the table: Excel may name the sign."""
    first = text.split("\n", 1)[0]
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[4], 1
    if ending == ".tsv":
        return "\t", 0
    header = next(csv.reader(io.StringIO(text[:_LOOKED_AT]), delimiter="\0"), [first])[0] if first else first
    counted = {sign: header.count(sign) for sign in _SIGNS}
    return max(counted, key=lambda sign: counted[sign]), 0
