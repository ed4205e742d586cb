"""File names that do not travel, or that say something else than they should."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from cx_stories.checks.abstract import Abstract
from cx_stories.model.document import Document, Kind

_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_TAKEN = re.compile(r"page|index", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f\x7f-\x9f]')
_CURE = "Rename it with letters, digits and hyphens."


def unfit_name(one: Document | Abstract, languages: Sequence[str]) -> str:
    """Say what is wrong with the name of a file and how to put it right; nothing if it will do."""
    path = one.path
    if sign := _FORBIDDEN.search(path):
        shown = f'"{sign.group()}"' if sign.group().isprintable() else "an invisible character"
        return f"The file name has {shown} in it, which not every computer can store. {_CURE}"
    if unicodedata.normalize("NFC", path) != path:
        return (
            f"The file name has an accent typed as a character of its own, which gets lost elsewhere. {_CURE}"
        )
    if any(part != part.strip() for part in (*path.split("/"), one.id)):
        return f"The file name starts or ends with a space. {_CURE}"
    if device := next(filter(_DEVICE.fullmatch, path.split("/")), ""):
        return f'The name "{device}" is reserved on Windows. Give it another one.'
    folder = path.split("/")[0]
    if "/" in path and folder in languages:
        return f'Pages in "{folder}" go beside the others, with .{folder} before .md. Move this one there.'
    return _unfit_id(one, languages)


def _unfit_id(one: Document | Abstract, languages: Sequence[str]) -> str:
    identity = one.id.rpartition("/")[2]
    if (one.kind is not Kind.ARTICLE and _TAKEN.fullmatch(identity)) or one.page == "404":
        return f'The name "{identity}" is reserved. Give the file another one.'
    if "." in identity:
        ending, known = identity.rpartition(".")[2], ", ".join(languages)
        return (
            f'The file name has ".{ending}" in it; only a language of this site ({known}) may stand '
            f"there, once. {_CURE}"
        )
    return ""
