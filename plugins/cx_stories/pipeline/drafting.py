"""New files among the stories: what they are called, and how they get there without harm to another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from pathlib import Path

from cx_stories.errors import CxStoriesError
from cx_stories.reading.naming import unfit_name

LONGEST_ID = 60
_OTHER = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ð": "d"})
_UNNAMED = "story"


class TakenError(CxStoriesError):
    """A file of this name is there already, and is left alone."""


def id_of(title: str, taken: Container[str] = ()) -> str:
    """Give an id for a story: its title in small letters, digits and hyphens; where taken, with a number.

    title:  in any script; what has no letter or digit of the Latin alphabet is called "story"
    """
    folded = unicodedata.normalize(
        "NFKD", title.casefold().translate(_LETTERS).replace("'", "").replace("’", "")
    )
    plain = "".join(sign for sign in folded if not unicodedata.combining(sign))
    words = _OTHER.sub("-", plain).strip("-")
    base = _cut(words) or _UNNAMED
    if unfit_name(f"{base}.md"):
        base = f"{_UNNAMED}-{base}"
    number, found = 2, base
    while found in taken:
        number, found = number + 1, f"{base}-{number}"
    return found


def _cut(words: str) -> str:
    """Cut at the end of a word."""
    if len(words) <= LONGEST_ID:
        return words
    return words[: LONGEST_ID + 1].rpartition("-")[0] or words[:LONGEST_ID]


def write_new(file: Path, text: str | bytes) -> None:
    """Write a file that is not there yet, whole or not at all; folders that are missing are made.

    Raises:  TakenError if something of that name is there, CxStoriesError if it cannot be written
    """
    content = text.encode() if isinstance(text, str) else text
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as stream:
            try:
                stream.write(content)
            except OSError:
                file.unlink(missing_ok=True)
                raise
    except FileExistsError as error:
        raise TakenError(f"{file} is there already. It was left as it is.") from error
    except OSError as error:
        raise CxStoriesError(f"{file} cannot be written: {error.strerror}.") from error
