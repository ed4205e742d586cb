"""The files of the content folder that a configuration names: what it names, its owner has chosen."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

_LISTS = ("extra_css", "extra_javascript", "extra_templates")
_OF_THEME = ("logo", "favicon")


def files_named_in(values: Mapping[str, Any]) -> frozenset[str]:
    """Give the paths, below the content folder, of the files that a configuration names.

    values:  as they are typed in `mkdocs.yml`
    """
    return frozenset(path for typed in _typed(values) if (path := _path(typed)))


def _typed(values: Mapping[str, Any]) -> Iterator[object]:
    for key in _LISTS:
        listed = values.get(key)
        for item in listed if isinstance(listed, list) else ():
            yield item.get("path") if isinstance(item, Mapping) else item
    theme = values.get("theme")
    if isinstance(theme, Mapping):
        yield from (theme.get(key) for key in _OF_THEME)


def _path(typed: object) -> str:
    """Give a path as a file has it; nothing for what is no text, or stands somewhere else."""
    try:
        parts = urlsplit(typed) if isinstance(typed, str) else None
    except ValueError:
        return ""
    if parts is None or parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return ""
    path = posixpath.normpath(parts.path)
    return "" if path.startswith("..") else path
