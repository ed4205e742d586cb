"""The files of a content folder as documents."""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath, PurePosixPath

from cx_stories.model.document import SHELVES, Document, Kind, Obstacle, Span
from cx_stories.reading.front_matter import MAX_BODY, MAX_FRONT_MATTER, split
from cx_stories.reading.walking import files_below
from cx_stories.reading.yaml_nodes import UnreadableError

FOLDERS = {folder: kind for kind, folder in SHELVES.items()}
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif"})
OTHER_ENDINGS = frozenset({".markdown", ".mdown", ".mkdn", ".mkd", ".mdtxt", ".mdtext"})
"""Endings that other programs give to Markdown; one is enough."""
MAX_FILE = 4 * (MAX_FRONT_MATTER + MAX_BODY)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")

_GONE = (FileNotFoundError, NotADirectoryError)
Excluded = Callable[[str], bool]
"""Whether a site leaves a path of the content folder out."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the content folder that has not been opened yet.

    blank:  what is known of it from its name alone
    """

    file: Path
    blank: Document


def find_files(
    folder: Path, languages: Sequence[str], excluded: Excluded = lambda _: False
) -> tuple[Found, ...]:
    """Find every file below a content folder, sorted by path.

    languages:  the codes of the site's languages, the default one first
    """
    paths = (path for path in files_below(folder) if not excluded(path.relative_to(folder).as_posix()))
    found = (Found(path, named(_shown(path.relative_to(folder)), languages)) for path in paths)
    return tuple(sorted(found, key=lambda one: one.blank.path))


def read_documents(found: Iterable[Found]) -> tuple[Document, ...]:
    """Read the Markdown files among these.

    Returns     documents; what could not be read carries an obstacle. Files that have no place in the
                folder (links, devices, programs among the stories) are documents with an obstacle too.
    """
    return tuple(filter(None, (_document(one.file, one.blank) for one in found)))


def read_content(blank: Document, raw: bytes) -> Document:
    """Read a Markdown file from what stands in it, or would stand in it.

    blank:    what is known of it from its name alone
    Returns   a document; with an obstacle if it could not be read
    """
    text = ""
    try:
        text = _text(raw)
        return _read(blank, text)
    except UnreadableError as error:
        return _refused(blank, error.obstacle, text or error.text)


def content_of(file: Path) -> bytes:
    """Give what a change of the file would change: its bytes, or what is there instead of a readable file.

    Shape:  a byte that says which of these follows, so that no file can look like something else
    """
    try:
        status = file.lstat()
        if not stat.S_ISREG(status.st_mode):
            return b"k%o" % stat.S_IFMT(status.st_mode)
        if status.st_size > MAX_FILE:
            return b"s%d" % status.st_size
        return b"c" + file.read_bytes()
    except _GONE:
        return b"g"
    except OSError:
        return b"l"


def _shown(path: PurePath) -> str:
    """Give a path as text that can be printed, whatever bytes its name has."""
    return path.as_posix().encode(errors="backslashreplace").decode()


def _document(path: Path, blank: Document) -> Document | None:
    """Read a file; None if it is a picture or the like, or has gone since it was found."""
    try:
        obstacle = _out_of_place(path, blank)
        if obstacle:
            return _refused(blank, obstacle)
        if path.suffix != ".md":
            return None
        if path.stat().st_size > MAX_FILE:
            return _refused(blank, Obstacle("too-large", detail="file"))
        return read_content(blank, path.read_bytes())
    except _GONE:
        return None
    except OSError:
        return _refused(blank, Obstacle("unsafe-file", detail="locked"))


def _out_of_place(path: Path, blank: Document) -> Obstacle | None:
    """Say what is wrong with a file that is no Markdown, among the stories no picture, or no file at all."""
    mode = path.lstat().st_mode
    if not stat.S_ISREG(mode):
        detail = "link" if stat.S_ISLNK(mode) else "locked" if stat.S_ISDIR(mode) else "special"
        return Obstacle("unsafe-file", detail=detail)
    if path.suffix != ".md" and path.suffix.lower() in {".md", *OTHER_ENDINGS}:
        return Obstacle("unsafe-file", detail="ending")
    shown = PurePosixPath(blank.path)
    foreign = blank.path.startswith("stories/") and path.suffix.lower() not in {".md", *PICTURES}
    return Obstacle("unsafe-file", detail=shown.suffix or shown.name) if foreign else None


def named(path: str, languages: Sequence[str]) -> Document:
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


def _refused(blank: Document, obstacle: Obstacle, text: str = "") -> Document:
    """Give a document that could not be read, with its lines as far as they are text."""
    lines = tuple(text.split("\n")) if text else ()
    return replace(blank, lines=lines, obstacle=obstacle)


def _text(raw: bytes) -> str:
    """Give UTF-8 as text with line feeds.

    Raises:  UnreadableError if it is not UTF-8, or has control characters in it.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        span = _after(error.object[: error.start].decode("utf-8"))
        raise UnreadableError(Obstacle("unreadable-encoding", span, _encoding(raw))) from error
    text = _with_line_feeds(text)
    control = _CONTROL.search(text)
    if control:
        span = _after(text[: control.start()])
        obstacle = Obstacle("control-character", span, f"U+{ord(control.group()):04X}")
        raise UnreadableError(obstacle, text)
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
    return replace(
        blank,
        fields=parts.fields,
        body=parts.body,
        body_line=parts.body_line,
        closing=parts.closing,
        lines=tuple(text.split("\n")),
        fenced=parts.fenced,
    )
