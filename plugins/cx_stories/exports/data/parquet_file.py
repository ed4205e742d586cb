"""The stories as a Parquet file, for those who have pyarrow."""

from __future__ import annotations

import importlib
from typing import Any

from cx_stories.errors import CxStoriesError
from cx_stories.exports.data.column import Form
from cx_stories.exports.data.columns import COLUMNS
from cx_stories.exports.data.dataset import Dataset


class LacksPackageError(CxStoriesError):
    """What somebody asked for needs a package that is not installed."""


def stories_parquet(data: Dataset) -> bytes:
    """Give the same rows as the JSON lines, each column with its type.

    Raises:  LacksPackageError
    """
    try:
        arrow: Any = importlib.import_module("pyarrow")
        parquet: Any = importlib.import_module("pyarrow.parquet")
    except ImportError as missing:
        raise LacksPackageError(
            'Parquet needs pyarrow: type `pip install "cx-stories[parquet]"`, or choose --format jsonl.'
        ) from missing
    strings = arrow.list_(arrow.string())
    types = {
        Form.TEXT: arrow.string(),
        Form.TERMS: strings,
        Form.SENTENCES: strings,
        Form.NUMBER: arrow.int64(),
        Form.DAY: arrow.string(),
    }
    schema = arrow.schema([(column.name, types[column.form]) for column in COLUMNS])
    table = arrow.Table.from_pylist(list(data.rows), schema=schema)
    days = [(at, column.name) for at, column in enumerate(COLUMNS) if column.form is Form.DAY]
    for at, name in days:
        table = table.set_column(at, name, table[name].cast(arrow.date32()))
    stream = arrow.BufferOutputStream()
    parquet.write_table(table, stream, compression="zstd")
    return bytes(stream.getvalue().to_pybytes())
