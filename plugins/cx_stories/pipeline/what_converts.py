"""What makes HTML of Markdown in a site, as a key: another one gives other HTML, maybe, of the same text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import partial
from hashlib import blake2b
from typing import Any

from markdown.util import get_installed_extensions

from cx_stories.pipeline.remembering import KEY

_KNOWN = frozenset({"cx_stories", "markdown", "material", "pymdownx"})
"""Packages whose versions are part of every key: what they make depends on text and settings alone."""
_FOLDERS = "custom_icons"
"""The setting of an extension of these that names folders of the site, from which it reads."""


def converting_key(extensions: Sequence[object], settings: Mapping[str, Any]) -> bytes | None:
    """Give the key of some extensions of Markdown with their settings.

    extensions:  their names, or what other programs have put in their place
    Returns      None if nobody can tell when they make something else: they come from a program that may be
                 changed without a new version, or read files
    """
    try:
        told = "\n".join(_extension(one, settings) for one in extensions)
    except _UnknownError:
        return None
    return blake2b(told.encode(errors="backslashreplace"), digest_size=KEY).digest()


class _UnknownError(Exception):
    """Something of which nobody can tell when it changes."""


def _extension(one: object, settings: Mapping[str, Any]) -> str:
    if not isinstance(one, str):
        return _named(type(one), {"cx_stories"})
    installed = {entry.name: entry.value for entry in get_installed_extensions()}
    module = installed.get(one, one).partition(":")[0]
    if module.partition(".")[0] not in _KNOWN:
        raise _UnknownError
    return f"{one} {module} {_told(settings.get(one))}"


def _told(value: object) -> str:
    """Tell a setting in full."""
    if value is None or isinstance(value, bool | int | float | str):
        return repr(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_told, value))}]"
    if isinstance(value, Set):
        return f"{{{', '.join(sorted(map(_told, value)))}}}"
    if isinstance(value, Mapping):
        if value.get(_FOLDERS):
            raise _UnknownError
        return f"{{{', '.join(f'{_told(key)}: {_told(value[key])}' for key in value)}}}"
    if isinstance(value, partial):
        return f"{_told(value.func)}({_told(value.args)}, {_told(value.keywords)})"
    return _named(value, _KNOWN)


def _named(thing: object, packages: Set[str]) -> str:
    """Give the name of a class or a function of these packages."""
    module, name = getattr(thing, "__module__", ""), getattr(thing, "__qualname__", "")
    if not isinstance(module, str) or module.partition(".")[0] not in packages:
        raise _UnknownError
    if not name or "<" in name:
        raise _UnknownError
    return f"{module}:{name}"
