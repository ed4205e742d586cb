"""The files of a content folder as documents."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable
from dataclasses import replace
from typing import BinaryIO

from cx_stories.model.document import Document, Obstacle, Span
from cx_stories.reading.finding import Found
from cx_stories.reading.front_matter import MAX_BODY, MAX_FRONT_MATTER, split
from cx_stories.reading.looking import GONE, obstacle_of
from cx_stories.reading.opened import opened
from cx_stories.reading.yaml_nodes import UnreadableError

MAX_FILE = 4 * (MAX_FRONT_MATTER + MAX_BODY)
_MOST_FILES = 32 * 1024
"""How many bytes nearly no file has."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def read_documents(found: Iterable[Found]) -> tuple[Document, ...]:
    """Read the Markdown files among these, and look at the others.

    Returns     documents; what could not be read carries an obstacle. Files that have no place in the
                folder (links, devices, programs, broken pictures) are documents with an obstacle too.
    """
    return tuple(filter(None, map(_document, found)))


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


def content_of(one: Found) -> bytes:
    """Give what a change of the file would change: its bytes, or what is there instead of a readable file.

    Of a picture and the like only what is wrong with it counts, for nothing else is told of it.

    Shape:  a byte that says which of these follows, so that no file can look like something else
    """
    if not one.blank.path.endswith(".md"):
        return _judged(one)
    try:
        status = one.file.lstat()
        if not stat.S_ISREG(status.st_mode):
            return b"k%o" % stat.S_IFMT(status.st_mode)
        if status.st_size > MAX_FILE:
            return b"s%d" % status.st_size
        with opened(one.root, one.file) as stream:
            return b"c" + _read_from(stream)
    except GONE:
        return b"g"
    except OSError:
        return b"l"


def _read_from(stream: BinaryIO) -> bytes:
    """Give what a file holds, and a byte more than it may if it holds more.

    Room for the longest file takes longer to make than nearly every file to read.
    """
    raw = stream.read(_MOST_FILES)
    return raw if len(raw) < _MOST_FILES else raw + stream.read(MAX_FILE + 1 - len(raw))


def _judged(one: Found) -> bytes:
    try:
        obstacle = obstacle_of(one)
    except GONE:
        return b"g"
    return b"f" if obstacle is None else f"o{obstacle.rule} {obstacle.detail}".encode(errors="replace")


def _document(one: Found) -> Document | None:
    """Read a file; None if it is a picture or the like, or has gone since it was found."""
    try:
        obstacle = obstacle_of(one)
        if obstacle:
            return _refused(one.blank, obstacle)
        return _markdown(one) if one.blank.path.endswith(".md") else None
    except GONE:
        return None


def _markdown(one: Found) -> Document:
    try:
        with opened(one.root, one.file) as stream:
            raw = _read_from(stream)
    except GONE:
        raise
    except OSError:
        return _refused(one.blank, Obstacle("unsafe-file", detail="locked"))
    if len(raw) > MAX_FILE:
        return _refused(one.blank, Obstacle("too-large", detail="file"))
    return read_content(one.blank, raw)


def _refused(blank: Document, obstacle: Obstacle, text: str = "") -> Document:
    """Give a document that could not be read, with its lines as far as they are text.

    Of one that is too large only the beginning is of use: nobody should have to search the rest.
    """
    if obstacle.rule == "too-large":
        text = text[:MAX_FRONT_MATTER]
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
    # What is printable need not be searched: every sign that is looked for is not.
    printed = text.replace("\n", "").replace("\t", "").isprintable()
    control = None if printed else _CONTROL.search(text)
    if control:
        span = _after(text[: control.start()])
        obstacle = Obstacle("control-character", span, f"U+{ord(control.group()):04X}")
        raise UnreadableError(obstacle, text)
    return text


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


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
        blank.path,
        blank.kind,
        blank.id,
        blank.language,
        parts.fields,
        parts.body,
        parts.body_line,
        parts.closing,
        tuple(text.split("\n")),
        parts.fenced,
    )
