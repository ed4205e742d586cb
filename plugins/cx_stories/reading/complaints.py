"""YAML's complaints in a writer's words: which rule is broken, and where a writer should look."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import yaml

from cx_stories.model.document import Obstacle, Span

_SIGNS = (("an alias", "*"), ("an anchor", "&"), ("a tag", "!"), ("a directive", "%"))
_COMPLAINTS = (
    ("unknown escape character", "escape"),
    ("expected hexdecimal number", "escape"),
    ("invalid Unicode character escape code", "escape"),
    ("quoted scalar", "quote"),
    ("cannot start any token", "start"),
    ("sequence entries are not allowed", "dash"),
    ("flow sequence", "bracket"),
    ("flow mapping", "brace"),
    ("could not find expected ':'", "no colon"),
    ("block scalar", "block"),
)
_OPENED = ("quote", "bracket", "brace", "no colon")
"""The faults that are seen late and stand where the thing began."""
_OUT_OF_PLACE = ("document start", "node content")
_COLON_IN_VALUE = re.compile(
    r"\s*- +(?P<item>[A-Z].*?:\s.*)$|\s*(?:- )?[^\s:#][^:]*:\s+(?P<value>\S.*?:(?:\s.*)?)$"
)
"""An item that starts like a sentence is quoted whole; else what stands behind the first key."""
_NO_COLON = re.compile(r"(?!.*:(?:[ \t]|$))[^\s#:-].*")
_NO_SPACE = re.compile(r"\s*[\w-]+:(?!//)[^ \t]")
_HYPHEN = re.compile(r"\s*-[^\s-]")
_APOSTROPHE = re.compile(r"(?:[:-]\s+)'[a-z]{1,2}\s", re.IGNORECASE)
_LAST_VALUE = re.compile(r"[^,:\[\]{}]*$")
_REST_OF_VALUE = re.compile(r"[^,\[\]{}]*")


def explain(error: yaml.MarkedYAMLError, text: str, offset: int) -> Obstacle:
    """Turn a parser's complaint into the rule it breaks.

    offset:  the line of the file on which `text` starts
    """
    lines = text.split("\n")
    return _recognised(error, lines, offset) or _other(error, lines, offset)


def _recognised(error: yaml.MarkedYAMLError, lines: Sequence[str], offset: int) -> Obstacle | None:
    """Find the faults that a writer should look for elsewhere than where YAML stopped."""
    problem, context = error.problem or "", error.context or ""
    mark: Any = error.problem_mark or error.context_mark
    if "mapping values are not allowed" in problem:
        return _colon(mark, lines, offset)
    for words, sign in _SIGNS:
        if words in context:
            return Obstacle("forbidden-yaml", _at(error.context_mark, offset), sign)
    if lines[mark.line].startswith("%", mark.column):
        return Obstacle("forbidden-yaml", _at(mark, offset), "%")
    if any(words in problem for words in _OUT_OF_PLACE):
        return _marker(lines[: mark.line + 1], offset)
    return _colon_in_brackets(error.context_mark, mark, lines, offset) if "flow" in context else None


def _other(error: yaml.MarkedYAMLError, lines: Sequence[str], offset: int) -> Obstacle:
    problem, context = error.problem or "", error.context or ""
    mark: Any = error.problem_mark or error.context_mark
    for words, detail in _COMPLAINTS:
        if words in problem or words in context:
            mark = error.context_mark if detail in _OPENED else mark
            span = _backslash(mark, lines, offset) if detail == "escape" else _at(mark, offset)
            return Obstacle("invalid-yaml", span, _refined(detail, lines[mark.line]))
    return Obstacle("invalid-yaml", _at(mark, offset), _misfit(lines[mark.line][: mark.column]))


def _colon_in_brackets(opened: Any, mark: Any, lines: Sequence[str], offset: int) -> Obstacle | None:
    """Find the value between brackets that a colon has broken in two, if that is the fault."""
    if opened.line != mark.line or not lines[mark.line].startswith(":", mark.column):
        return None
    before = _LAST_VALUE.search(lines[mark.line][: mark.column])
    after = _REST_OF_VALUE.match(lines[mark.line], mark.column)
    typed = (before.group() if before else "").lstrip() + (after.group() if after else "").rstrip()
    line, column = mark.line + offset, mark.column + 1 - typed.index(":")
    return Obstacle("unquoted-colon", Span(line, column, line, column + len(typed)), typed)


def _at(mark: Any, offset: int) -> Span:
    line, column = mark.line + offset, mark.column + 1
    return Span(line, column, line, column + 1)


def _backslash(mark: Any, lines: Sequence[str], offset: int) -> Span:
    """Point at the backslash itself; some faults are seen a few signs later."""
    line, column = mark.line + offset, lines[mark.line].rfind("\\", 0, mark.column + 1) + 1
    return Span(line, column, line, column + 1) if column else _at(mark, offset)


def _marker(lines: Sequence[str], offset: int) -> Obstacle | None:
    """Find the line that made YAML begin or end the block in the middle of it."""
    for number, line in enumerate(lines):
        span = Span(number + offset, 1, number + offset, len(line) + 1)
        if line.startswith("%"):
            return Obstacle("forbidden-yaml", span, "%")
        if line.startswith("..."):
            return Obstacle("invalid-yaml", span, "second document")
    return None


def _refined(detail: str, line: str) -> str:
    """Tell what a writer did from what YAML missed: a colon or hyphen without its space, an apostrophe."""
    if detail == "no colon" and _NO_SPACE.match(line):
        return "no space"
    if detail == "no colon" and _HYPHEN.match(line):
        return "hyphen"
    return "apostrophe" if detail == "quote" and _APOSTROPHE.search(line) else detail


def _misfit(before: str) -> str:
    """Say why something stands where nothing was expected: after a closed quote, or out of line."""
    if before.rstrip().endswith(("'", '"')):
        return "quote too early"
    return "after" if before.strip() else "alignment"


def _colon(mark: Any, lines: Sequence[str], offset: int) -> Obstacle:
    """Point at the whole value that has a colon in it: that is what wants quotes."""
    line = lines[mark.line]
    before = lines[mark.line - 1] if mark.line else ""
    if _NO_COLON.fullmatch(before):
        number = mark.line - 1 + offset
        return Obstacle("invalid-yaml", Span(number, 1, number, 2), _refined("no colon", before))
    found = _COLON_IN_VALUE.match(line)
    if found:
        start, end = found.start(found.lastgroup or "value"), len(line.rstrip())
        span = Span(mark.line + offset, start + 1, mark.line + offset, end + 1)
        return Obstacle("unquoted-colon", span, line[start:end])
    start, number = len(line) - len(line.lstrip()), mark.line + offset
    return Obstacle("invalid-yaml", Span(number, start + 1, number, len(line.rstrip()) + 1), "alignment")
