"""CX203: the same value twice in a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cx_stories.checks.base import Check, Fault, Mended
from cx_stories.checks.context import CheckContext
from cx_stories.checks.fixes import without_item
from cx_stories.checks.slots import Slot
from cx_stories.model.diagnostic import Fix, Severity
from cx_stories.model.document import Document, ListNode, MapNode, ScalarNode, Span
from cx_stories.model.shape import Name, Terms
from cx_stories.vocabulary.vocabulary import folded


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot in context.slots(document):
        if isinstance(slot.node, ListNode | MapNode):
            yield from _twice(slot, context, document.lines)
    yield from _names_twice(slot for slot in context.slots(document) if isinstance(slot.field.shape, Name))


def _twice(slot: Slot, context: CheckContext, lines: Sequence[str]) -> Iterator[Fault]:
    vocabulary = context.vocabularies.get(slot.vocabulary)
    in_order = isinstance(slot.field.shape, Terms) and slot.field.shape.in_order
    first: dict[str, ScalarNode] = {}
    previous: ScalarNode | None = None
    places = _places(slot)
    for value in slot.sentences:
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
            _fix(slot, places.get(value.span), lines) if term or value.text == before.text else None,
        )


def _names_twice(slots: Iterable[Slot]) -> Iterator[Fault]:
    """Find the lessons that one story shares twice; it either supports a lesson or contradicts it."""
    first: dict[str, ScalarNode] = {}
    for value in (value for slot in slots for value in slot.values):
        before = first.setdefault(folded(value.text), value)
        if before is not value:
            yield Fault(
                value.span,
                f'"{value.text}" is the name of another lesson of this story already, on line '
                f"{before.span.line}. Make one lesson of the two, or give this one a name of its own.",
            )


def _same_key(slot: Slot, one: ScalarNode, other: ScalarNode) -> bool:
    """Whether they are one key typed twice, which is a fault of its own."""
    return isinstance(slot.node, MapNode) and one.text == other.text


def _places(slot: Slot) -> Mapping[Span, int]:
    """Give for each item of a list how many stand before it."""
    items = slot.node.items if isinstance(slot.node, ListNode) else ()
    return {item.span: place for place, item in enumerate(items)}


def _fix(slot: Slot, place: int | None, lines: Sequence[str]) -> Fix | None:
    """Take the second away, unless there is a sentence with it."""
    if not isinstance(slot.node, ListNode) or place is None:
        return None
    start = slot.node.span
    brackets = lines[start.line - 1].startswith("[", start.column - 1)
    return without_item(slot.node.items, place, lines, brackets=brackets)


DUPLICATE_VALUE = Check(
    code="CX203",
    name="duplicate-value",
    severity=Severity.WARNING,
    summary="No value stands twice in a list; an emotion may come back later.",
    why="It counts once, so the second is a slip or hides one that was meant.",
    good="channels: [web, store]\n",
    bad="channels: [web, web]\n",
    mended=Mended.SAFELY,
    find=_find,
)
