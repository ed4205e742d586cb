"""New files among the stories: what they are called, and how they get there without harm to another."""

from __future__ import annotations

import errno
import os
import re
import tempfile
import unicodedata
from collections.abc import Container, Mapping
from pathlib import Path

from cx_stories.errors import DISK_FULL, CxStoriesError
from cx_stories.model.shape import Name
from cx_stories.reading.naming import unfit_name

LONGEST_ID = 60
_OTHER = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ð": "d"})
UNNAMED = "story"
"""What a story is called whose title has no letter or digit of the Latin alphabet."""
_FOR_ALL = 0o666
_TAKEN = "{} is there already. It was left as it is."
_UNWRITTEN = "{} cannot be written: {}. Nothing was written."
_NO_FOLDER = "{} is no folder, so {} cannot be written. Nothing was written."


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
    base = _cut(words) or UNNAMED
    if unfit_name(f"{base}.md") or not Name.fits(base):
        base = f"{UNNAMED}-{base}"
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
        _make(file.parent)
        if os.path.lexists(file):
            raise FileExistsError
        _put(file, content)
    except NotADirectoryError as error:
        raise CxStoriesError(_NO_FOLDER.format(_named(file.parent), _named(file))) from error
    except FileExistsError as error:
        raise TakenError(_TAKEN.format(_named(file))) from error
    except OSError as error:
        raise CxStoriesError(_UNWRITTEN.format(_named(file), _why(error))) from error


def write_all_new(files: Mapping[Path, str | bytes]) -> None:
    """Write files that belong together, all of them or none.

    Raises:  TakenError if something of one of the names is there, CxStoriesError if one cannot be written
    """
    written: list[Path] = []
    try:
        for file, text in files.items():
            write_new(file, text)
            written.append(file)
    except BaseException:
        for file in written:
            file.unlink(missing_ok=True)
        raise


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError from error


def _put(file: Path, content: bytes) -> None:
    """Write beside the file, under a name that no check looks at, and give it its name when it is whole."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=".new")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(_FOR_ALL & ~_mask())
        _give_name(beside, file)
    finally:
        beside.unlink(missing_ok=True)


def _give_name(beside: Path, file: Path) -> None:
    """Name a file as nothing else is named; where a disk knows no links, look once more and move it."""
    try:
        os.link(beside, file)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(file):
            raise FileExistsError from None
        beside.rename(file)


def _mask() -> int:
    """Give what this person keeps from others; asking for it sets it for a moment."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _why(error: OSError) -> str:
    if error.errno in DISK_FULL:
        return "there is no room left on the disk"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"its folder belongs to somebody else or is read-only ({error.strerror})"
    return error.strerror or type(error).__name__


def _named(file: Path) -> str:
    """Name a file as it was asked for, without telling where on this machine it stands."""
    return Path(*file.parts[-2:]).as_posix() if file.is_absolute() else file.as_posix()
