"""CX104: a value of the wrong form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from cx_stories.checks.base import Check, Fault, Mended
from cx_stories.checks.context import CheckContext
from cx_stories.checks.slots import Slot
from cx_stories.checks.typed import colon_in_item
from cx_stories.model.diagnostic import Edit, Fix, Severity
from cx_stories.model.document import Document, ListNode, MapNode, Node, ScalarNode
from cx_stories.model.shape import Evidence, Record, Records, References, Sayings, Terms, Texts, Wordings


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot in context.slots(document):
        if not _fits(slot) and not slot.node.blank:
            for fault in _faults(slot, context):
                yield replace(fault, fix=_in_brackets(slot, context))


def _fits(slot: Slot) -> bool:
    """Whether a value certainly has the form of its field, as nearly all have."""
    shape, node = type(slot.field.shape), slot.node
    if isinstance(node, ScalarNode):
        return shape not in _SEVERAL
    if isinstance(node, ListNode):
        return shape in _LISTS and all(isinstance(item, ScalarNode) and not item.blank for item in node.items)
    return shape in _SENTENCES and all(isinstance(entry.value, ScalarNode) for entry in node.entries)


def _faults(slot: Slot, context: CheckContext) -> Iterator[Fault]:
    shape, node = slot.field.shape, slot.node
    if isinstance(shape, Texts | Terms | References | Sayings):
        yield from _list(slot, node, context)
    elif isinstance(shape, Evidence) and isinstance(node, ListNode):
        yield from _items(slot, node)
    elif isinstance(shape, Evidence | Wordings):
        yield from _sentences(slot, node, context)
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


def _list(slot: Slot, node: Node, context: CheckContext) -> Iterator[Fault]:
    if isinstance(node, ListNode):
        yield from _items(slot, node)
    elif isinstance(node, ScalarNode):
        typed = node.text.strip()
        words = ", ".join(_terms(slot, typed, context)) or typed
        sentences = isinstance(slot.field.shape, Texts | Sayings)
        how = f"put each {_OWN_LINE}" if sentences else f"write `{slot.name}: [{words}]`"
        if _HYPHEN.match(typed):
            how = "put a space after each hyphen"
        yield Fault(node.span, f"`{slot.name}:` is a list, even of one: {how}.")
    else:
        yield Fault(node.span, f"`{slot.name}:` is a list. Put each item {_OWN_LINE}.")


def _items(slot: Slot, node: ListNode) -> Iterator[Fault]:
    for item in node.items:
        if slot.is_record(item) or (isinstance(slot.field.shape, Texts | Sayings) and colon_in_item(item)):
            continue
        if isinstance(item, MapNode) and isinstance(slot.field.shape, Evidence) and item.entries:
            yield Fault(
                item.span,
                f"Take out the hyphen: `{item.entries[0].key.text}:` stands below `{slot.name}:` without it.",
            )
        elif not isinstance(item, ScalarNode):
            yield Fault(
                item.span,
                f"An item of `{slot.name}:` is one value. Put each {_OWN_LINE}.",
            )
        elif item.blank:
            yield Fault(item.span, f"This item of `{slot.name}:` is empty. Fill it in or remove the line.")


def _sentences(slot: Slot, node: Node, context: CheckContext) -> Iterator[Fault]:
    if not isinstance(node, MapNode):
        typed = node.text.strip() if isinstance(node, ScalarNode) else ""
        yield Fault(node.span, _cure(slot, typed, context))
        return
    for entry in node.entries:
        if not isinstance(entry.value, ScalarNode):
            yield Fault(entry.value.span, f"After `{entry.key.text}:` comes one sentence, not a list.")


def _in_brackets(slot: Slot, context: CheckContext) -> Fix | None:
    """Put terms in brackets that were typed in a row, if every one of them is known."""
    node = slot.node
    several = isinstance(slot.field.shape, Terms | Evidence)
    if not several or not isinstance(node, ScalarNode) or node.span.line < node.span.end_line:
        return None
    vocabulary = context.vocabularies[slot.vocabulary]
    known = all(vocabulary.resolve(part) for part in node.text.split(","))
    plain = node.plain and _ROW.fullmatch(node.text)
    return Fix((Edit(node.span, f"[{node.text}]"),)) if known and plain else None


def _cure(slot: Slot, typed: str, context: CheckContext) -> str:
    if typed.casefold() in _NOTHING:
        return f"If there are none, write `{slot.name}: []`."
    if glued := _GLUED.match(typed):
        return f"Put a space after the colon, on a line below `{slot.name}:`: `{glued.group(1)}: ...`."
    offered = (term.id for term in context.vocabularies[slot.vocabulary].offered)
    named = _terms(slot, typed, context)
    terms = named or list(islice(offered, 2))
    write = "Write"
    if isinstance(slot.field.shape, Evidence):
        write += f"{'' if named else ' for instance'} `{slot.name}: [{', '.join(terms)}]`, or"
    return f"`{slot.name}:` holds several. {write} each below it as `{terms[0]}: a sentence`."


def _terms(slot: Slot, typed: str, context: CheckContext) -> Sequence[str]:
    """Give the terms that were typed in a row; nothing where a word is not known, as in a sentence."""
    vocabulary = context.vocabularies.get(slot.vocabulary)
    parts = [part.strip() for part in _BETWEEN.split(typed.strip("()"))]
    return parts if vocabulary and all(map(vocabulary.resolve, parts)) else []


_LISTS: frozenset[type] = frozenset({Texts, Terms, References, Sayings, Evidence})
_SENTENCES: frozenset[type] = frozenset({Evidence, Wordings})
_SEVERAL = _LISTS | _SENTENCES | {Record, Records}
_OWN_LINE = "on a line of its own below it, after `- `"
_NOTHING = frozenset({"none", "no", "geen", "-", "n/a"})
_HYPHEN = re.compile(r"-\w")
_GLUED = re.compile(r"([\w-]+):\S")
_ROW = re.compile(r"[\w ,&/.-]+")
_BETWEEN = re.compile(r",|;|/|\band\b|\ben\b|&")


def _below(shape: Record | Records) -> str:
    first = next(iter(shape.model.model_fields))
    sign = "- " if isinstance(shape, Records) else ""
    return f"Write them below it, each after two spaces, such as `{sign}{first}: ...`."


WRONG_TYPE = Check(
    code="CX104",
    name="wrong-type",
    severity=Severity.ERROR,
    summary="A field that takes one value has one, and a list is written as a list.",
    why="A list typed as a sentence is one strange value, and nothing is found by it.",
    good="channels: [web, store]\n",
    bad="channels: web\n",
    mended=Mended.SAFELY,
    find=_find,
)
