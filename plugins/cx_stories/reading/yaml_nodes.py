"""YAML text to nodes with positions.

Everything is read as text: what a word means is decided by the field it stands in, never by YAML.
Anchors, aliases and tags are refused, and nesting and number are bounded while parsing, not after.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from cx_stories.model.document import Entry, ListNode, MapNode, Node, Obstacle, ScalarNode, Span
from cx_stories.reading.common_yaml import read_common
from cx_stories.reading.complaints import explain

MAX_NESTING, MAX_NODES = 20, 2_000
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BEGINNINGS = frozenset({yaml.SequenceStartEvent, yaml.MappingStartEvent})
_ENDS = frozenset({yaml.SequenceEndEvent, yaml.MappingEndEvent})
"""There are a hundred events in a story, so each is known by its type."""
_PLAIN = ("", None)


class UnreadableError(Exception):
    """The text is not one readable block; carries the obstacle, and the text as far as there is one."""

    def __init__(self, obstacle: Obstacle, text: str = "") -> None:
        super().__init__(obstacle.rule)
        self.obstacle = obstacle
        self.text = text


def parse(text: str, first_line: int) -> Node | None:
    """Read one YAML document as nodes of text; None if there is nothing in it.

    first_line:  the line of the file on which `text` starts
    Raises:      UnreadableError
    """
    return read_common(text, first_line) or _Parser(text, first_line).run()


class _Parser:
    """Builds nodes from YAML events with a stack of its own, so that depth costs no recursion."""

    def __init__(self, text: str, first_line: int) -> None:
        self.text = text
        self.offset = first_line
        self.stack: list[tuple[Any, list[Node]]] = []
        self.root: Node | None = None
        self.nodes = 0

    def run(self) -> Node | None:
        loader = _Loader(self.text)
        try:
            # Without the generator of `yaml.parse`, which asks twice for each event.
            for event in iter(loader.get_event, None):
                self._take(event)
        except yaml.MarkedYAMLError as error:
            raise UnreadableError(explain(error, self.text, self.offset)) from error
        finally:
            loader.dispose()
        return self.root

    def _take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._refuse_marked(event)
            value = event.value
            if not value.isprintable():
                self._refuse_control(event)
            self._add(ScalarNode(value, self._span(event, event), event.style in _PLAIN))
        elif kind in _BEGINNINGS:
            self._refuse_marked(event)
            self.stack.append((event, []))
            if len(self.stack) > MAX_NESTING:
                raise UnreadableError(Obstacle("too-large", self._span(event, event), "nesting"))
        elif kind in _ENDS:
            self._close(event)
        elif kind is yaml.AliasEvent:
            raise UnreadableError(Obstacle("forbidden-yaml", self._span(event, event), "*"))
        elif kind is yaml.DocumentStartEvent and self.root is not None:
            raise UnreadableError(Obstacle("invalid-yaml", self._span(event, event), "second document"))

    def _refuse_marked(self, event: Any) -> None:
        """Anchors and tags have no place in a story."""
        if event.anchor or event.tag is not None:
            sign = "&" if event.anchor else "!"
            raise UnreadableError(Obstacle("forbidden-yaml", self._span(event, event), sign))

    def _refuse_control(self, event: Any) -> None:
        """What no file may have, no escape in quotation marks may put there."""
        if found := _CONTROL.search(event.value):
            code = f"U+{ord(found.group()):04X}"
            raise UnreadableError(Obstacle("control-character", self._span(event, event), code))

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
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise UnreadableError(Obstacle("too-large", node.span, "nodes"))
        if self.stack:
            self.stack[-1][1].append(node)
        else:
            self.root = node

    def _span(self, start: Any, end: Any) -> Span:
        first, last = start.start_mark, end.end_mark
        return Span(first.line + self.offset, first.column + 1, last.line + self.offset, last.column + 1)
