"""File names that do not travel, or that say something else than they should."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cx_stories.checks.abstract import Abstract
from cx_stories.model.document import Document, Kind
from cx_stories.reading.naming import MAX_LENGTH, generated
from cx_stories.reading.naming import unfit_name as unfit_path

_TAKEN = re.compile(r"page|index", re.IGNORECASE)
_ENDING = re.compile(r"(?:\.md|\.html?|/)\Z", re.IGNORECASE)
_SHORTER = "Give it a shorter one, or put it in fewer folders."
_CURE = "Rename it with letters, digits and hyphens."
_WORDS = {
    "sign": 'The file name has "{}" in it, which not every computer can store. ',
    "unseen": "The file name has an invisible character in it, which not every computer can store. ",
    "composed": "The file name has an accent typed as a character of its own, which gets lost elsewhere. ",
    "space": "The file name starts or ends with a space. ",
    "stop": "The file name ends with a full stop, which gets lost on Windows. ",
    "long": f"The file name, with its folders, is longer than {MAX_LENGTH} characters. ",
}


def unfit_name(one: Document | Abstract, languages: Sequence[str]) -> str:
    """Say what is wrong with the name of a file and how to put it right; nothing if it will do."""
    path = one.path
    kind, _, value = unfit_path(path).partition(" ")
    if kind == "device":
        return f'The name "{value}" is reserved on Windows. Give it another one.'
    if kind:
        return _WORDS[kind].format(value) + (_SHORTER if kind == "long" else _CURE)
    if one.id != one.id.strip():
        return _WORDS["space"] + _CURE
    folder = path.split("/")[0]
    if "/" in path and folder in languages:
        return f'Pages in "{folder}" go beside the others, with .{folder} before .md. Move this one there.'
    if name := generated(one.page):
        return f'The name "{name}" is reserved. Give the {"folder" if "/" in path else "file"} another one.'
    return _unfit_id(one, languages)


def unfit_alias(typed: str) -> str:
    """Say why something cannot be the earlier name of a story; nothing if it can."""
    bare = _ENDING.sub("", typed).rpartition("/")[2]
    if bare != typed and bare:
        return f'An earlier name has no folder and no ending. Write "{bare}".'
    if not bare or unfit_path(f"{typed}.md") or _TAKEN.fullmatch(typed) or "." in typed:
        return f'No story can be called "{typed}". Write the name that its file had, without `.md`.'
    return ""


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
