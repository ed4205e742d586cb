"""CX011: a file name that does not travel."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Kind, Span

_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_TAKEN = re.compile(r"page|index", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f\x7f-\x9f]')
_CURE = "Rename it with letters, digits and hyphens."


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    reason = _reason(document, context)
    if reason:
        yield Fault(Span(1, 1, 1, 1), reason)


def _reason(document: Document, context: CheckContext) -> str:
    path = document.path
    if sign := _FORBIDDEN.search(path):
        shown = f'"{sign.group()}"' if sign.group().isprintable() else "an invisible character"
        return f"The file name has {shown} in it, which not every computer can store. {_CURE}"
    if unicodedata.normalize("NFC", path) != path:
        return (
            f"The file name has an accent typed as a character of its own, which gets lost elsewhere. {_CURE}"
        )
    if any(part != part.strip() for part in (*path.split("/"), document.id)):
        return f"The file name starts or ends with a space. {_CURE}"
    if device := next(filter(_DEVICE.fullmatch, path.split("/")), ""):
        return f'The name "{device}" is reserved on Windows. Give it another one.'
    folder = path.split("/")[0]
    if "/" in path and folder in context.languages:
        return f'Pages in "{folder}" go beside the others, with .{folder} before .md. Move this one there.'
    return _unfit_id(document, context)


def _unfit_id(document: Document, context: CheckContext) -> str:
    identity = document.id.rpartition("/")[2]
    if (document.kind is not Kind.ARTICLE and _TAKEN.fullmatch(identity)) or document.page == "404":
        return f'The name "{identity}" is reserved. Give the file another one.'
    if "." in identity:
        ending, languages = identity.rpartition(".")[2], ", ".join(context.languages)
        return (
            f'The file name has ".{ending}" in it; only a language of this site ({languages}) may stand '
            f"there, once. {_CURE}"
        )
    return ""


UNSAFE_FILE_NAME = Check(
    code="CX011",
    name="unsafe-file-name",
    severity=Severity.ERROR,
    summary="A file name works on every computer and as an address.",
    why="The file name is the story's address; a bad one cannot be stored, linked or checked out everywhere.",
    good={"stories/refund-in-one-call.md": "title: Refund in one call\n"},
    bad={"stories/con.md": "title: Refund in one call\n"},
    find=_find,
)
