"""CX203: the same value twice in a list."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext, Slot
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, ListNode, MapNode, ScalarNode
from cx_stories.model.shape import Terms
from cx_stories.vocabulary.vocabulary import folded


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot in context.slots(document):
        if isinstance(slot.node, ListNode | MapNode):
            yield from _twice(slot, context)


def _twice(slot: Slot, context: CheckContext) -> Iterator[Fault]:
    vocabulary = context.vocabularies.get(slot.vocabulary)
    in_order = isinstance(slot.field.shape, Terms) and slot.field.shape.in_order
    first: dict[str, ScalarNode] = {}
    previous: ScalarNode | None = None
    for value in slot.values:
        term = vocabulary.resolve(value.text) if vocabulary else None
        if in_order:
            first = {name: node for name, node in first.items() if node is previous}
        previous = value
        before = first.setdefault(term.id if term else folded(value.text), value)
        if before is value or _same_key(slot, before, value):
            continue
        yield Fault(
            value.span,
            f'"{value.text}" stands in `{slot.name}:` already, on line {before.span.line}. '
            "Remove one of the two.",
        )


def _same_key(slot: Slot, one: ScalarNode, other: ScalarNode) -> bool:
    """Whether they are one key typed twice, which is a fault of its own."""
    return isinstance(slot.node, MapNode) and one.text == other.text


DUPLICATE_VALUE = Check(
    code="CX203",
    name="duplicate-value",
    severity=Severity.WARNING,
    summary="No value stands twice in a list; an emotion may come back later.",
    why="It counts once, so the second is a slip or hides one that was meant.",
    good="channels: [web, store]\n",
    bad="channels: [web, web]\n",
    find=_find,
)
