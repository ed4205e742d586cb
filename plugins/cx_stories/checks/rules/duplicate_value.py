"""CX203: the same value twice in a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cx_stories.checks.base import Check, Fault, Mended
from cx_stories.checks.context import CheckContext
from cx_stories.checks.fixes import without_item
from cx_stories.checks.slots import Slot
from cx_stories.model.diagnostic import Fix, Severity
from cx_stories.model.document import Document, ListNode, MapNode, ScalarNode
from cx_stories.model.shape import Name, Terms
from cx_stories.vocabulary.vocabulary import folded


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot in context.slots(document):
        if isinstance(slot.node, ListNode | MapNode):
            yield from _twice(slot, context, document.lines)
    yield from _names_twice(slot for slot in context.slots(document) if isinstance(slot.field.shape, Name))


def _twice(slot: Slot, context: CheckContext, lines: Sequence[str]) -> Iterator[Fault]:
    sentences = slot.sentences
    if len(sentences) < 2:
        return
    vocabulary = context.vocabularies.get(slot.vocabulary)
    terms = [vocabulary.resolve(value.text) if vocabulary else None for value in sentences]
    names = [term.id if term else folded(value.text) for value, term in zip(sentences, terms, strict=True)]
    if len(set(names)) == len(names):
        return
    in_order = isinstance(slot.field.shape, Terms) and slot.field.shape.in_order
    first: dict[str, ScalarNode] = {}
    previous: ScalarNode | None = None
    for value, term, name in zip(sentences, terms, names, strict=True):
        if in_order:
            first = {other: node for other, node in first.items() if node is previous}
        previous = value
        before = first.setdefault(name, value)
        if before is value or _same_key(slot, before, value):
            continue
        yield Fault(
            value.span,
            f'"{value.text}" stands in `{slot.name}:` already, on line {before.span.line}. '
            "Remove one of the two.",
            _fix(slot, _place(slot, value), lines) if term or value.text == before.text else None,
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


def _place(slot: Slot, value: ScalarNode) -> int | None:
    """Give how many items of a list stand before this one; None for what is no item of a list."""
    items = slot.node.items if isinstance(slot.node, ListNode) else ()
    return next((place for place, item in enumerate(items) if item.span == value.span), None)


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
