"""CX013: a thing among the stories that is not a story or a picture."""

from __future__ import annotations

from cx_stories.checks.base import Check, obstacle
from cx_stories.model.diagnostic import Severity

_WORDS = {
    "link": "This is a link to another file. Put the file itself here.",
    "ending": "The name of a story or page ends in .md, in small letters. Rename this file.",
    "locked": "This file cannot be opened. Give yourself the right to read it.",
    "special": "This is not a file but a device or a pipe. Remove it.",
}
_WORD_PROCESSORS = frozenset({".doc", ".docx", ".odt", ".rtf", ".pages"})
_PLAIN = frozenset({".txt", ".text"})
_UNSEEN = frozenset({".bmp", ".heic", ".heif", ".psd", ".tif", ".tiff"})
"""Pictures as telephones, scanners and drawing programs save them."""


def _say(detail: str) -> str:
    if detail in _WORDS:
        return _WORDS[detail]
    if detail in _WORD_PROCESSORS:
        return f"A {detail} file cannot be read. Copy its text into a plain text file that ends in .md."
    if detail in _PLAIN:
        return "The name of a story ends in .md, and that of this file does not. Rename it."
    if detail in _UNSEEN:
        return f"Browsers do not show {detail} pictures. Save this one as .jpg or .png."
    return (
        f"A {detail} file has no place among the stories. Remove it, or move it to the folder assets/; "
        "a story ends in .md, and a picture in .jpg or .png."
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
