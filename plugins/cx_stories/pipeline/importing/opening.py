"""The bytes of a file that somebody gives us, and the text in them, whoever wrote it down."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from cx_stories.pipeline.importing.pieces import UnfitError

MAX_BYTES = {
    ".docx": 50_000_000,
    ".csv": 20_000_000,
    ".tsv": 20_000_000,
    ".html": 5_000_000,
    ".htm": 5_000_000,
}
MAX_OTHERS = 1_000_000
"""How large a file may be: a text of a million characters is a book."""
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_TOO_LARGE = (
    "{} is larger than {} MB, too large to be a story. Give the parts that are stories as files of their own."
)
_ODD = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_ODD = 0.01


def bytes_of(file: Path) -> bytes:
    """Read a file that is not too large.

    Raises:  UnfitError
    """
    most = MAX_BYTES.get(file.suffix.lower(), MAX_OTHERS)
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnfitError(f"{file.name} is not an ordinary file.")
        if status.st_size > most:
            raise UnfitError(_TOO_LARGE.format(file.name, most // 1_000_000))
        with file.open("rb") as stream:
            return stream.read(most)
    except OSError as error:
        raise UnfitError(f"{file.name} cannot be read: {error.strerror}.") from error


def text_of(raw: bytes, name: str) -> str:
    """Give text in UTF-8, in UTF-16 that says so, or else as Windows writes it; its lines end in line feeds.

    Raises:  UnfitError if it is no text
    """
    coding = _MARKS.get(raw[:2], "")
    try:
        text = raw.decode(coding or "utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode(coding or "cp1252", errors="replace")
    odd = len(_ODD.findall(text)) + text.count("\ufffd")
    if odd > 8 + _MOST_ODD * len(text):
        raise UnfitError(f"{name} is no text. Save it as .docx, .md, .txt, .html or .csv, and import that.")
    return text.replace("\r\n", "\n").replace("\r", "\n")
