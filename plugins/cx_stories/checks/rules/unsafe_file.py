"""CX013: a thing among the stories that is not a story or a picture."""

from __future__ import annotations

from cx_stories.checks.base import Check, obstacle
from cx_stories.model.diagnostic import Severity

_WORDS = {
    "link": "This is a link to another file. Put the file itself here.",
    "ending": "A file with a story or a page ends in .md. Rename this one.",
    "locked": "This file cannot be opened. Give yourself the right to read it.",
    "special": "This is not a file but a device or a pipe. Remove it.",
}
_WORD_PROCESSORS = frozenset({".doc", ".docx", ".odt", ".rtf", ".pages"})
_PLAIN = frozenset({".txt", ".text"})


def _say(detail: str) -> str:
    if detail in _WORDS:
        return _WORDS[detail]
    if detail in _WORD_PROCESSORS:
        return f"A {detail} file cannot be read. Copy its text into a plain text file that ends in .md."
    if detail in _PLAIN:
        return "A story ends in .md. Rename this file."
    return (
        f"A {detail} file has no place among the stories. "
        "Move it to assets/, or save it as Markdown or as a picture."
    )


UNSAFE_FILE = Check(
    code="CX013",
    name="unsafe-file",
    severity=Severity.ERROR,
    summary="Among the stories there are only Markdown files and pictures.",
    why="Anything else would be published unread, and a link could publish a file from elsewhere.",
    good={"stories/refund.md": "title: Refund in one call\n", "stories/refund.png": b""},
    bad={"stories/refund.md": "title: Refund in one call\n", "stories/notes.docx": b""},
    find=obstacle("unsafe-file", _say),
)
