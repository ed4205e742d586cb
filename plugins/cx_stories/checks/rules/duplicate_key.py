"""CX005: a key stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, ListNode, MapNode, Node, ScalarNode


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    yield from _twice(context.in_place(document))


def _twice(node: Node) -> Iterator[Fault]:
    if isinstance(node, ListNode):
        for item in node.items:
            if not isinstance(item, ScalarNode):
                yield from _twice(item)
    if not isinstance(node, MapNode):
        return
    first: dict[str, int] = {}
    for entry in node.entries:
        name = entry.key.text
        if name in first:
            yield Fault(
                entry.key.span,
                f"`{name}:` stands here for the second time; the first is on line {first[name]}. "
                "Keep one of the two.",
            )
        else:
            first[name] = entry.key.span.line
        if not isinstance(entry.value, ScalarNode):
            yield from _twice(entry.value)


DUPLICATE_KEY = Check(
    code="CX005",
    name="duplicate-key",
    severity=Severity.ERROR,
    summary="No key stands twice.",
    why="One of the two values would be lost, and nobody could say which.",
    good="title: Refund in one call\n",
    bad="title: Refund in one call\ntitle: Refund in two calls\n",
    find=_find,
)
