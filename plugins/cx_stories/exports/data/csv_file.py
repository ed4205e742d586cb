"""The stories as a table for spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence

from cx_stories.exports.data.column import Form, Row
from cx_stories.exports.data.columns import COLUMNS, row_id
from cx_stories.exports.data.dataset import Dataset
from cx_stories.exports.data.exported import Exported
from cx_stories.exports.data.joined import Joined

_BOM = "\ufeff"
"""By this sign a spreadsheet knows that the file is UTF-8."""
_RECKONED = frozenset("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet would reckon with; the table that readers download in Explore has the same list."""
_BETWEEN = {Form.TERMS: "; ", Form.SENTENCES: " | "}
_QUOTE = '"'
"""Stands around a cell that has commas, line feeds or signs like itself in it, where those are doubled."""
_LEFT_OUT = frozenset({"text"})
"""A cell of a spreadsheet has no room for a whole story."""
_SHOWN = tuple((one.name, _BETWEEN.get(one.form, "")) for one in COLUMNS if one.name not in _LEFT_OUT)
"""The columns, each with what stands between several values."""


def stories_csv() -> Joined:
    """Have a row for each story and language; the text itself is left to the other files.

    Source:  https://www.rfc-editor.org/rfc/rfc4180, https://owasp.org/www-community/attacks/CSV_Injection
    """
    return Joined(_lines, _begins, _names)


def _names(_: Dataset) -> bytes:
    return f"{_BOM}{','.join(name for name, _ in _SHOWN)}\r\n".encode()


def _begins(story: str, language: str) -> bytes:
    return f"{row_id(story, language)},".encode()


def _lines(story: Exported) -> bytes:
    return "".join(map(_line, story.rows)).encode()


def _line(row: Row) -> str:
    """Give the line of a row. The module `csv` takes twice as long, as it asks what it may be handed."""
    cells = [
        _cell(value, between) if (value := row[name]) or value == 0 else ""  # most are empty
        for name, between in _SHOWN
    ]
    return ",".join(cells) + "\r\n"


def _cell(value: int | str | Sequence[str], between: str) -> str:
    """Give what stands in a cell that is not empty.

    between:  what stands there between several values
    """
    if isinstance(value, int):
        return str(value)
    text = value if isinstance(value, str) else between.join(value) if any(value) else ""
    if text[:1] in _RECKONED:
        text = f"'{text}"
    if "," in text or '"' in text or "\n" in text or "\r" in text:
        return f'"{text.replace(_QUOTE, _QUOTE * 2)}"'
    return text
