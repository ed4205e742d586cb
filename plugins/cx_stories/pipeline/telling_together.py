"""The other half of a pair: one line put into a story that is there, and every other byte left as it is."""

from __future__ import annotations

from cx_stories.model.diagnostic import Edit
from cx_stories.model.document import Document, Entry, ScalarNode, Span
from cx_stories.pipeline.edits import edited
from cx_stories.pipeline.writing import content_of_file, replace_file
from cx_stories.reading.collection import read_content
from cx_stories.reading.finding import Found

_PAIR = "pair"
_UNCLEAR = "This file is written in a way that leaves no clear place for the line."
_TAKEN = "This story names another pair already."


def pair_named_in(one: Found) -> str:
    """Give the story that a file names as its pair; nothing if it names none or cannot be read."""
    raw = content_of_file(one.file)
    return read_content(one.blank, raw).text(_PAIR) if raw is not None else ""


def tell_together(one: Found, identity: str) -> str:
    """Have a story name another as its pair.

    one:     the file with its facts
    Returns  nothing, or why the file was left as it is
    """
    raw = content_of_file(one.file)
    before = read_content(one.blank, raw) if raw is not None else None
    if raw is None or before is None or before.obstacle or not before.fenced:
        return _UNCLEAR
    named = before.text(_PAIR)
    if named:
        return "" if named == identity else _TAKEN
    after = edited(raw, [_edit(before, identity)])
    if not _only_paired(before, read_content(one.blank, after), identity):
        return _UNCLEAR
    return replace_file(one.file, raw, after)


def _edit(document: Document, identity: str) -> Edit:
    """Fill in an empty line, or add one below the last."""
    entry = document.get(_PAIR)
    if entry is None:
        at = document.closing
        return Edit(Span(at.line, 1, at.line, 1), f"{_PAIR}: {identity}\n")
    end = entry.key.span
    return Edit(Span(end.end_line, end.end_column, end.end_line, end.end_column + 1), f": {identity}")


def _only_paired(before: Document, after: Document, identity: str) -> bool:
    """Whether nothing has changed but the pair."""
    untouched = before.body == after.body and _others(before) == _others(after)
    return after.obstacle is None and untouched and after.text(_PAIR) == identity


def _others(document: Document) -> list[tuple[str, str]]:
    entries = (entry for entry in document.fields.entries if entry.key.text != _PAIR)
    return [(entry.key.text, _typed(entry, document)) for entry in entries]


def _typed(entry: Entry, document: Document) -> str:
    """Give what stands behind a key, as it was typed: a line that is added is after all others."""
    span = entry.value.span
    if isinstance(entry.value, ScalarNode):
        return entry.value.text
    return "\n".join(line.rstrip() for line in document.lines[span.line - 1 : span.end_line - 1])
