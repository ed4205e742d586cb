"""The files of a content folder as documents."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from cx_stories.model.document import SHELVES, Document, Kind, Obstacle, Span
from cx_stories.reading.front_matter import MAX_BODY, MAX_FRONT_MATTER, split
from cx_stories.reading.yaml_nodes import UnreadableError

FOLDERS = {folder: kind for kind, folder in SHELVES.items()}
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif"})
OTHER_ENDINGS = frozenset({".markdown", ".mdown", ".mkdn", ".mkd", ".mdtxt", ".mdtext"})
"""Endings that other programs give to Markdown; one is enough."""
MAX_FILE = 4 * (MAX_FRONT_MATTER + MAX_BODY)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


Excluded = Callable[[str], bool]
"""Whether a site leaves a path of the content folder out."""


def read_collection(
    folder: Path, languages: Sequence[str], excluded: Excluded = lambda _: False
) -> tuple[Document, ...]:
    """Read every Markdown file below a content folder, sorted by path.

    languages:  the codes of the site's languages, the default one first
    Returns     documents; what could not be read carries an obstacle. Files that have no place in the
                folder (links, devices, programs among the stories) are documents with an obstacle too.
    """
    paths = (path for path in _walk(folder) if not excluded(path.relative_to(folder).as_posix()))
    documents = (_document(path, folder, languages) for path in paths)
    return tuple(sorted(filter(None, documents), key=lambda document: document.path))


def _walk(folder: Path) -> Iterator[Path]:
    """Give all files below a folder; hidden ones are left out, links are given but not followed."""
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink() and os.access(path, os.R_OK | os.X_OK):
            yield from _walk(path)
        else:
            yield path


def _document(path: Path, folder: Path, languages: Sequence[str]) -> Document | None:
    relative = path.relative_to(folder).as_posix().encode(errors="backslashreplace").decode()
    blank = _named(relative, languages)
    mode = path.lstat().st_mode
    if not stat.S_ISREG(mode):
        detail = "link" if stat.S_ISLNK(mode) else "locked" if stat.S_ISDIR(mode) else "special"
        return _refused(blank, Obstacle("unsafe-file", detail=detail))
    if path.suffix != ".md" and path.suffix.lower() in {".md", *OTHER_ENDINGS}:
        return _refused(blank, Obstacle("unsafe-file", detail="ending"))
    if path.suffix != ".md":
        foreign = relative.startswith("stories/") and path.suffix.lower() not in PICTURES
        return _refused(blank, Obstacle("unsafe-file", detail=path.suffix or path.name)) if foreign else None
    try:
        return _read(blank, _text(path))
    except UnreadableError as error:
        return _refused(blank, error.obstacle)
    except OSError:
        return _refused(blank, Obstacle("unsafe-file", detail="locked"))


def _named(path: str, languages: Sequence[str]) -> Document:
    """Give an empty document for a path: its kind, id and language are in its name."""
    pure = PurePosixPath(path)
    stem, _, suffix = pure.stem.rpartition(".")
    language = suffix if stem and suffix in languages else ""
    name = stem if language else pure.stem
    name = "index" if name == "README" else name
    kind = FOLDERS.get(pure.parts[0], Kind.ARTICLE) if len(pure.parts) > 1 else Kind.ARTICLE
    if name == "index":
        kind = Kind.ARTICLE
    identity = (pure.parent / name).as_posix() if kind is Kind.ARTICLE else name
    return Document(path, kind, unicodedata.normalize("NFC", identity), language or languages[0])


def _refused(blank: Document, obstacle: Obstacle) -> Document:
    return Document(blank.path, blank.kind, blank.id, blank.language, obstacle=obstacle)


def _text(path: Path) -> str:
    """Read a file as UTF-8 with line feeds.

    Raises:  UnreadableError if it is too large, is not UTF-8, or has control characters in it.
    """
    if path.stat().st_size > MAX_FILE:
        raise UnreadableError(Obstacle("too-large", detail="file"))
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        span = _after(error.object[: error.start].decode("utf-8"))
        raise UnreadableError(Obstacle("unreadable-encoding", span, _encoding(raw))) from error
    text = _with_line_feeds(text)
    control = _CONTROL.search(text)
    if control:
        span = _after(text[: control.start()])
        raise UnreadableError(Obstacle("control-character", span, f"U+{ord(control.group()):04X}"))
    return text


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _after(text: str) -> Span:
    """Give the place of the character that follows a text."""
    lines = _with_line_feeds(text).split("\n")
    line, column = len(lines), len(lines[-1]) + 1
    return Span(line, column, line, column + 1)


def _encoding(raw: bytes) -> str:
    return "UTF-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ""


def _read(blank: Document, text: str) -> Document:
    parts = split(text)
    return Document(
        path=blank.path,
        kind=blank.kind,
        id=blank.id,
        language=blank.language,
        fields=parts.fields,
        body=parts.body,
        body_line=parts.body_line,
        closing=parts.closing,
        lines=tuple(text.split("\n")[: parts.body_line - 1]),
        fenced=parts.fenced,
    )
