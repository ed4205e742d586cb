"""The stories as a table for spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence

from cx_stories.exports.data.column import Form, Row
from cx_stories.exports.data.columns import COLUMNS
from cx_stories.exports.data.dataset import Dataset

_BOM = "\ufeff"
"""By this sign a spreadsheet knows that the file is UTF-8."""
_RECKONED = frozenset("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet would reckon with; the table that readers download in Explore has the same list."""
_BETWEEN = {Form.TERMS: "; ", Form.SENTENCES: " | "}
_QUOTE = '"'
"""Stands around a cell that has commas, line feeds or signs like itself in it, where those are doubled."""
_LEFT_OUT = frozenset({"text"})
"""A cell of a spreadsheet has no room for a whole story."""


def stories_csv(data: Dataset) -> bytes:
    """Give a row for each story and language; the text itself is left to the other files.

    Source:  https://www.rfc-editor.org/rfc/rfc4180, https://owasp.org/www-community/attacks/CSV_Injection
    """
    shown = [column for column in COLUMNS if column.name not in _LEFT_OUT]
    names = [(column.name, _BETWEEN.get(column.form, "")) for column in shown]
    lines = (_line(row, names) for row in data.rows)
    return "".join((_BOM, ",".join(name for name, _ in names), "\r\n", *lines)).encode()


def _line(row: Row, names: Sequence[tuple[str, str]]) -> str:
    """Give the line of a row. The module `csv` takes twice as long, as it asks what it may be handed.

    names:  of its columns, each with what stands between several values there
    """
    cells = []
    for name, between in names:
        value = row[name]
        if isinstance(value, int) or value is None:
            cells.append("" if value is None else str(value))
            continue
        text = value if isinstance(value, str) else between.join(value) if any(value) else ""
        if text[:1] in _RECKONED:
            text = f"'{text}"
        if "," in text or '"' in text or "\n" in text or "\r" in text:
            text = f'"{text.replace(_QUOTE, _QUOTE * 2)}"'
        cells.append(text)
    return ",".join(cells) + "\r\n"
