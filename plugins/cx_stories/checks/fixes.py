"""Edits that mend a fault, made of as little of the file as possible."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cx_stories.checks.typed import ambiguous, closest, quoted
from cx_stories.model.diagnostic import Edit, Fix
from cx_stories.model.document import Node, ScalarNode, Span

VERDICT = "polarity"
"""The teller's own verdict is left to people, in every form it may be written in."""
NEVER_GUESSED = frozenset({VERDICT, "status"})
"""Nobody but the writer says what a story counts as, or whether readers see it."""
_BARE = re.compile(r"[^\W_](?:[\w ./+-]*\w)?")


def retyped(span: Span, typed: str, better: str, *, safe: bool = True) -> Fix | None:
    """Put other words in the place of what was typed; quotes around it stay.

    Returns  nothing where it is not written as it reads: over more lines, or with signs that stand for others
    """
    quotes = _quotes_around(span, typed)
    if quotes is None:
        return None
    inner = Span(span.line, span.column + quotes, span.line, span.end_column - quotes)
    return Fix((Edit(inner, better),), safe)


def revalued(span: Span, typed: str, better: str, *, safe: bool = True) -> Fix | None:
    """Put another value or key in the place of one in the front matter, in quotes if it needs them."""
    quotes = _quotes_around(span, typed)
    fits = not set(better) & set("\"'\\") if quotes else _reads_as_text(better, span)
    if quotes is None or fits:
        return retyped(span, typed, better, safe=safe)
    return put_in_quotes(span, better, safe=safe)


def guess(span: Span, typed: str, allowed: Sequence[str], *, in_text: bool = False) -> Fix | None:
    """Put the allowed value that was probably meant in the place of what was typed.

    in_text:  whether it stands in the text, and not in the front matter
    """
    meant = closest(typed, allowed)
    write = retyped if in_text else revalued
    return write(span, typed, meant, safe=False) if meant else None


def put_in_quotes(span: Span, text: str, *, safe: bool = True) -> Fix | None:
    """Put double quotes around what stands on one line, and nothing where it goes on."""
    return Fix((Edit(span, quoted(text)),), safe) if span.line == span.end_line else None


def without_item(items: Sequence[Node], index: int, lines: Sequence[str], *, brackets: bool) -> Fix | None:
    """Take an item that is not the first out of a list.

    lines:     of the file
    brackets:  whether the list stands between brackets; each item has a line of its own if not
    Returns    nothing where a remark would be lost, or the item goes on on the next line
    """
    before, span = items[index - 1].span, items[index].span
    if brackets:
        gone = Span(before.end_line, before.end_column, span.end_line, span.end_column)
        return None if "#" in _between(gone, lines, before=span) else Fix((Edit(gone, ""),))
    line = lines[span.line - 1]
    alone = line[: span.column - 1].strip() == "-" and not line[span.end_column - 1 :].strip()
    if span.line != span.end_line or not alone:
        return None
    return Fix((Edit(Span(span.line, 1, span.line + 1, 1), ""),))


def _quotes_around(span: Span, typed: str) -> int | None:
    """Give how many quotes stand on either side; None where more than quotes is between text and file."""
    width = span.end_column - span.column
    quotes = (width - len(typed)) // 2
    as_read = span.line == span.end_line and quotes in (0, 1) and width - 2 * quotes == len(typed)
    return quotes if as_read else None


def _reads_as_text(text: str, span: Span) -> bool:
    """Whether a value may stand without quotes, wherever values stand."""
    return _BARE.fullmatch(text) is not None and not ambiguous(ScalarNode(text, span))


def _between(gone: Span, lines: Sequence[str], before: Span) -> str:
    """Give what stands between the beginning of a stretch and what it ends with."""
    whole = list(lines[gone.line - 1 : before.line])
    whole[-1] = whole[-1][: before.column - 1]
    whole[0] = whole[0][gone.column - 1 :]
    return "\n".join(whole)
