"""CX104: a value of the wrong form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext, Slot
from cx_stories.checks.typed import colon_in_item
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, ListNode, MapNode, Node, ScalarNode
from cx_stories.model.shape import Evidence, Record, Records, References, Terms, Texts, Wordings


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot in context.slots(document):
        if not slot.node.blank:
            yield from _faults(slot)


def _faults(slot: Slot) -> Iterator[Fault]:
    shape, node = slot.field.shape, slot.node
    if isinstance(shape, Texts | Terms | References):
        yield from _list(slot, node)
    elif isinstance(shape, Evidence) and isinstance(node, ListNode):
        yield from _items(slot, node)
    elif isinstance(shape, Evidence | Wordings):
        yield from _sentences(slot, node, isinstance(shape, Evidence))
    elif isinstance(shape, Record):
        if not isinstance(node, MapNode):
            yield Fault(node.span, f"`{slot.name}:` has fields of its own. {_below(shape)}")
    elif isinstance(shape, Records):
        if not isinstance(node, ListNode) or not all(isinstance(item, MapNode) for item in node.items):
            yield Fault(node.span, f"`{slot.name}:` is a list of entries. {_below(shape)}")
    elif not isinstance(node, ScalarNode):
        yield Fault(
            node.span, f"`{slot.name}:` takes one value on the same line. Remove the brackets or hyphens."
        )


def _list(slot: Slot, node: Node) -> Iterator[Fault]:
    if isinstance(node, ListNode):
        yield from _items(slot, node)
    elif isinstance(node, ScalarNode):
        text = "[...]" if isinstance(slot.field.shape, Texts) else f"[{node.text.strip()}]"
        how = (
            "put each on a line of its own after `- `" if text == "[...]" else f"write `{slot.name}: {text}`"
        )
        yield Fault(node.span, f"`{slot.name}:` is a list, even of one: {how}.")
    else:
        yield Fault(node.span, f"`{slot.name}:` is a list. Put each item on a line of its own after `- `.")


def _items(slot: Slot, node: ListNode) -> Iterator[Fault]:
    for item in node.items:
        if colon_in_item(item) and isinstance(slot.field.shape, Texts):
            continue
        if isinstance(item, MapNode) and isinstance(slot.field.shape, Evidence) and item.entries:
            yield Fault(
                item.span,
                f"Take out the hyphen: `{item.entries[0].key.text}:` stands below `{slot.name}:` without it.",
            )
        elif not isinstance(item, ScalarNode):
            yield Fault(
                item.span,
                f"An item of `{slot.name}:` is one value. Put each on a line of its own after `- `.",
            )
        elif item.blank:
            yield Fault(item.span, f"This item of `{slot.name}:` is empty. Fill it in or remove the line.")


def _sentences(slot: Slot, node: Node, or_list: bool) -> Iterator[Fault]:
    if not isinstance(node, MapNode):
        typed = node.text.strip() if isinstance(node, ScalarNode) else ""
        yield Fault(node.span, _cure(slot, typed, or_list))
        return
    for entry in node.entries:
        if not isinstance(entry.value, ScalarNode):
            yield Fault(entry.value.span, f"After `{entry.key.text}:` comes one sentence, not a list.")


def _cure(slot: Slot, typed: str, or_list: bool) -> str:
    if typed.casefold() in _NOTHING:
        return f"If there are none, write `{slot.name}: []`."
    if glued := _GLUED.match(typed):
        return f"Put a space after the colon, on a line below `{slot.name}:`: `{glued.group(1)}: ...`."
    terms = ", ".join(filter(None, (part.strip() for part in _BETWEEN.split(typed.strip("()"))))) or "..."
    first = terms.split(",")[0]
    form = f"Write `{slot.name}: [{terms}]`, or" if or_list else "Write"
    return f"`{slot.name}:` holds several. {form} each below it as `{first}: a sentence`."


_NOTHING = frozenset({"none", "no", "geen", "-", "n/a"})
_GLUED = re.compile(r"([\w-]+):\S")
_BETWEEN = re.compile(r",|;|/|\band\b|\ben\b|&")


def _below(shape: Record | Records) -> str:
    first = next(iter(shape.model.model_fields))
    sign = "- " if isinstance(shape, Records) else ""
    return f"Write them below it, indented, such as `{sign}{first}: ...`."


WRONG_TYPE = Check(
    code="CX104",
    name="wrong-type",
    severity=Severity.ERROR,
    summary="A field that takes one value has one, and a list is written as a list.",
    why="A list typed as a sentence is one strange value, and nothing is found by it.",
    good="channels: [web, store]\n",
    bad="channels: web\n",
    find=_find,
)
