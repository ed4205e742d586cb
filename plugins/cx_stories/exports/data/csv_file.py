"""The stories as a table for spreadsheets."""

from __future__ import annotations

import csv
import io

from cx_stories.exports.data.column import Cell, Form
from cx_stories.exports.data.columns import COLUMNS
from cx_stories.exports.data.dataset import Dataset

_BOM = "\ufeff"
"""By this sign a spreadsheet knows that the file is UTF-8."""
_RECKONED = frozenset("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet would reckon with; the table that readers download in Explore has the same list."""
_BETWEEN = {Form.TERMS: "; ", Form.SENTENCES: " | "}
_LEFT_OUT = frozenset({"text"})
"""A cell of a spreadsheet has no room for a whole story."""


def stories_csv(data: Dataset) -> bytes:
    """Give a row for each story and language; the text itself is left to the other files.

    Source:  https://www.rfc-editor.org/rfc/rfc4180, https://owasp.org/www-community/attacks/CSV_Injection
    """
    shown = [column for column in COLUMNS if column.name not in _LEFT_OUT]
    stream = io.StringIO(_BOM, newline="")
    stream.seek(0, io.SEEK_END)
    writer = csv.writer(stream)
    writer.writerow(column.name for column in shown)
    writer.writerows([_cell(row[column.name], column.form) for column in shown] for row in data.rows)
    return stream.getvalue().encode()


def _cell(value: Cell, form: Form) -> str | int:
    if value is None:
        return ""
    if isinstance(value, int):
        return value
    text = value if isinstance(value, str) else _BETWEEN[form].join(value) if any(value) else ""
    return f"'{text}" if text[:1] in _RECKONED else text
