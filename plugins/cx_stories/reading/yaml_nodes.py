"""YAML text to nodes with positions, and YAML's complaints in a writer's words.

Everything is read as text: what a word means is decided by the field it stands in, never by YAML.
Anchors, aliases and tags are refused, and nesting is bounded while parsing, not after.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from cx_stories.model.document import Entry, ListNode, MapNode, Node, Obstacle, ScalarNode, Span

MAX_NESTING = 20
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class UnreadableError(Exception):
    """The text is not one readable block; carries the obstacle."""

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__(obstacle.rule)
        self.obstacle = obstacle


def parse(text: str, first_line: int) -> Node | None:
    """Read one YAML document as nodes of text; None if there is nothing in it.

    first_line:  the line of the file on which `text` starts
    Raises:      UnreadableError
    """
    return _Parser(text, first_line).run()


class _Parser:
    """Builds nodes from YAML events with a stack of its own, so that depth costs no recursion."""

    def __init__(self, text: str, first_line: int) -> None:
        self.text = text
        self.offset = first_line
        self.stack: list[tuple[Any, list[Node]]] = []
        self.root: Node | None = None

    def run(self) -> Node | None:
        try:
            for event in yaml.parse(self.text, Loader=_Loader):
                self._take(event)
        except yaml.MarkedYAMLError as error:
            raise UnreadableError(_explain(error, self.text, self.offset)) from error
        return self.root

    def _take(self, event: Any) -> None:
        self._refuse(event)
        if isinstance(event, yaml.ScalarEvent):
            plain = event.style in (None, "")
            self._add(ScalarNode(event.value, self._span(event, event), plain))
        elif isinstance(event, yaml.CollectionStartEvent):
            self.stack.append((event, []))
            if len(self.stack) > MAX_NESTING:
                raise UnreadableError(Obstacle("too-large", self._span(event, event), "nesting"))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise UnreadableError(Obstacle("invalid-yaml", self._span(event, event), "second document"))

    def _refuse(self, event: Any) -> None:
        """Anchors, aliases and tags have no place in a story."""
        sign = ""
        if isinstance(event, yaml.AliasEvent):
            sign = "*"
        elif getattr(event, "anchor", None):
            sign = "&"
        elif getattr(event, "tag", None) is not None:
            sign = "!"
        if sign:
            raise UnreadableError(Obstacle("forbidden-yaml", self._span(event, event), sign))

    def _close(self, end: Any) -> None:
        start, children = self.stack.pop()
        span = self._span(start, end)
        if isinstance(start, yaml.SequenceStartEvent):
            self._add(ListNode(tuple(children), span))
            return
        entries: list[Entry] = []
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, ScalarNode):
                raise UnreadableError(Obstacle("invalid-yaml", key.span, "key"))
            entries.append(Entry(key, value))
        self._add(MapNode(tuple(entries), span, flow=bool(start.flow_style)))

    def _add(self, node: Node) -> None:
        if self.stack:
            self.stack[-1][1].append(node)
        else:
            self.root = node

    def _span(self, start: Any, end: Any) -> Span:
        first, last = start.start_mark, end.end_mark
        return Span(first.line + self.offset, first.column + 1, last.line + self.offset, last.column + 1)


def _explain(error: yaml.MarkedYAMLError, text: str, offset: int) -> Obstacle:
    """Turn a parser's complaint into the rule it breaks, at the place a writer should look."""
    problem, context = error.problem or "", error.context or ""
    if "mapping values are not allowed" in problem:
        return _colon(error.problem_mark, text, offset)
    for words, sign in _SIGNS:
        if words in context:
            return Obstacle("forbidden-yaml", _at(error.context_mark, offset), sign)
    for words, detail in _COMPLAINTS:
        if words in problem or words in context:
            opened = detail in ("quote", "bracket", "brace", "no colon")
            mark = error.context_mark if opened else error.problem_mark
            return Obstacle("invalid-yaml", _at(mark, offset), detail)
    mark = error.problem_mark or error.context_mark
    return Obstacle("invalid-yaml", _at(mark, offset), _misfit(mark, text))


_SIGNS = (("an alias", "*"), ("an anchor", "&"), ("a tag", "!"), ("a directive", "%"))
_COMPLAINTS = (
    ("unknown escape character", "escape"),
    ("quoted scalar", "quote"),
    ("cannot start any token", "start"),
    ("block sequence entries are not allowed", "dash"),
    ("flow sequence", "bracket"),
    ("flow mapping", "brace"),
    ("could not find expected ':'", "no colon"),
    ("block scalar", "block"),
)


def _at(mark: Any, offset: int) -> Span:
    if mark is None:
        return Span(offset, 1, offset, 1)
    line, column = mark.line + offset, mark.column + 1
    return Span(line, column, line, column + 1)


def _misfit(mark: Any, text: str) -> str:
    """Say why something stands where nothing was expected: after a closed quote, or out of line."""
    before = text.split("\n")[mark.line][: mark.column].rstrip() if mark else ""
    if before.endswith(("'", '"')):
        return "quote too early"
    return "after" if before else "alignment"


def _colon(mark: Any, text: str, offset: int) -> Obstacle:
    """Point at the whole value that has a colon in it: that is what wants quotes."""
    lines = text.split("\n")
    line = lines[mark.line]
    found = _COLON_IN_VALUE.match(line)
    if found:
        start, end = found.start("value"), len(line.rstrip())
        span = Span(mark.line + offset, start + 1, mark.line + offset, end + 1)
        return Obstacle("unquoted-colon", span, line[start:end])
    if mark.line and _NO_COLON.fullmatch(lines[mark.line - 1]):
        return Obstacle(
            "invalid-yaml", Span(mark.line - 1 + offset, 1, mark.line - 1 + offset, 2), "no colon"
        )
    return Obstacle("invalid-yaml", _at(mark, offset), "alignment")


_COLON_IN_VALUE = re.compile(r"\s*(?:- )?[\w-]+:\s+(?P<value>\S.*?:(?:\s.*)?)$")
_NO_COLON = re.compile(r"[^\s#:-][^:#]*")
