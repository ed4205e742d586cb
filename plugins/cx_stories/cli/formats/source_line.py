"""The line of a finding with a mark under what is meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from cx_stories.cli.formats.paint import Paint
from cx_stories.model.diagnostic import Diagnostic
from cx_stories.views.signs import spelled_out

_TAB = "    "
_UNSEEN = frozenset({"Mn", "Me", "Cf"})


def columns(text: str) -> int:
    """Count the columns that a text takes in a terminal.

    Source:  https://www.unicode.org/reports/tr11/ (wide letters take two columns); accents take none.
    """
    return sum(_columns_of(sign) for sign in unicodedata.normalize("NFC", text))


def source_line(found: Diagnostic, paint: Paint) -> Sequence[str]:
    """Give the line behind its number, and a line of carets below it; nothing where no line is known."""
    excerpt = found.excerpt
    if not excerpt.text:
        return []
    start = excerpt.column - 1
    before, meant, after = (
        spelled_out(part.replace("\t", _TAB))
        for part in (
            excerpt.text[:start],
            excerpt.text[start : start + excerpt.width],
            excerpt.text[start + excerpt.width :],
        )
    )
    gutter = f"{found.span.line} |"
    carets = " " * columns(before) + paint.of(found.severity, "^" * max(1, columns(meant)))
    return [
        f"  {paint.faint(gutter)} {before}{meant}{after}".rstrip(),
        f"  {paint.faint('|'.rjust(len(gutter)))} {carets}",
    ]


def _columns_of(sign: str) -> int:
    if unicodedata.category(sign) in _UNSEEN:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
