"""For a comment under a change: a table for each file."""

from __future__ import annotations

import re
from itertools import groupby

from cx_stories.cli.formats.paint import Paint
from cx_stories.cli.formats.report import Report
from cx_stories.cli.formats.summary import counted, summary
from cx_stories.model.diagnostic import Diagnostic
from cx_stories.views.signs import spelled_out

COMMENT_SIZE = 65_536
"""In bytes: what fits in a comment on GitHub, which counts characters."""
_HEADER = "| Place | Severity | Rule | Message |\n| --- | --- | --- | --- |\n"
_ENDING = 100
"""In bytes: room for the line that says what was left out."""
_MEANT = re.compile(r"`[\w-][\w:. -]*`|://|www\.|[@#]|[&<>|`*_~\\\[\]$]", re.IGNORECASE)
_BREAK = "&#8203;"
"""A space without width: what follows it is no name of a person or a number of an issue."""


def markdown(report: Report, _: Paint) -> str:
    """Give Markdown that fits in one comment."""
    return document(report, COMMENT_SIZE)


def document(report: Report, size: int) -> str:
    """Give the summary and a table for each file, in at most `size` bytes.

    What does not fit is left out from the end, and a last line says how many findings that are.
    """
    text = "".join(f"{escaped(line)}\n\n" for line in summary(report))
    room = size - len(text.encode()) - _ENDING
    left = len(report.diagnostics)
    for path, group in groupby(report.diagnostics, key=report.path_of):
        before = f"### {escaped(path)}\n\n{_HEADER}"
        for found in group:
            piece = before + _row(found)
            room -= len(piece.encode())
            if room < 0:
                return f"{text}\nNot shown here: {counted(left, 'more finding')}.\n"
            text += piece
            left -= 1
            before = ""
        text += "\n"
        room -= 1
    return text.rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """Show a text as it is: no markup, links, mentions or references, but field names in backticks stay code.

    Source:  https://github.github.com/gfm/#entity-and-numeric-character-references
    """
    return _MEANT.sub(_harmless, spelled_out(text))


def _harmless(found: re.Match[str]) -> str:
    meant = found.group()
    if len(meant) == 1:
        return meant + _BREAK if meant in "@#" else f"&#{ord(meant)};"
    if meant.startswith("`"):
        return meant
    return meant.replace(".", "&#46;").replace(":", "&#58;")


def _row(found: Diagnostic) -> str:
    place = f"{found.span.line}:{found.span.column}"
    return f"| {place} | {found.severity} | {found.code} {found.name} | {escaped(found.message)} |\n"
