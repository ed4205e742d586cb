"""Memories as somebody else may have left them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from cx_stories.pipeline.remembering import entries_of, pieces_of


def poison(file: Path, kind: type, change: Callable[[Any], Any]) -> None:
    """Have every entry of a memory say something else, as somebody would who knows how they are written.

    kind:    what the entries are
    change:  gives for an entry what is to stand in its place
    """
    read = {key: msgspec.msgpack.decode(entry, type=kind) for key, entry in entries_of(file)}
    written = {key: msgspec.msgpack.encode(change(entry)) for key, entry in read.items()}
    file.write_bytes(b"".join(pieces_of(written)))


def altered(value: Any, **parts: object) -> Any:
    """Give a value with other parts, whether these fit or not."""
    if isinstance(value, msgspec.Struct):
        return msgspec.structs.replace(value, **parts)
    return value._replace(**parts) if isinstance(value, tuple) else replace(value, **parts)
