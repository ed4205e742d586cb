"""Lines that begin with `#` and are no headings to whoever typed them."""

from __future__ import annotations

import re

from cx_stories.model.document import Document
from cx_stories.reading.prose import Heading

_NUMBER = re.compile(r"#\d")
_HASHTAG = re.compile(r"#(\w)[\w-]*")
_ROW = re.compile(r"#\w[\w-]*(?:[ \t]+#\w[\w-]*)+[ \t]*")


def begins_with_number(line: str) -> bool:
    """Whether a line begins as in `#1 in the queue`."""
    return _NUMBER.match(line) is not None


def hashtag(heading: Heading, document: Document) -> str:
    """Give the hashtag or number that a heading begins with, if it was meant as that; nothing if not.

    A single `#Word` is taken for a heading that lacks a space.
    """
    line = document.lines[heading.span.line - 1][heading.span.column - 1 :]
    found = _HASHTAG.match(line)
    if found is None:
        return ""
    meant = begins_with_number(line) or found[1].islower() or _ROW.fullmatch(line)
    return found[0] if meant else ""
