"""The keys that somebody typed, where the model knows what belongs there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cx_stories.model.document import Entry, ListNode, MapNode, Node, ScalarNode
from cx_stories.model.shape import (
    Evidence,
    Field,
    Record,
    Records,
    References,
    Shape,
    Term,
    Terms,
    Texts,
    Wordings,
    fields_of,
)

_FORMS: Mapping[type, type | tuple[type, ...]] = {
    **dict.fromkeys((Texts, Terms, References, Records), ListNode),
    **dict.fromkeys((Wordings, Record), MapNode),
    Evidence: (ListNode, MapNode),
}
"""How a field is written that does not take a single value."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A key somebody typed where the model knows what belongs there.

    name:        as a writer would say it, nested keys with a dot: `source.url`
    vocabulary:  where its values come from, or nothing
    values:      the single values typed, blank ones left out; for terms with sentences, the terms. None where
                 the form is wrong, so that one fault does not look like two
    """

    name: str
    field: Field
    entry: Entry
    vocabulary: str
    values: Sequence[ScalarNode]

    @property
    def node(self) -> Node:
        """What stands after the key."""
        return self.entry.value

    @property
    def records(self) -> Sequence[tuple[MapNode, Mapping[str, Field]]]:
        """The groups of keys that stand below this key, with the fields they may have."""
        shape = self.field.shape
        if not isinstance(shape, Record | Records):
            return ()
        nodes = self.node.items if isinstance(self.node, ListNode) else (self.node,)
        return tuple((node, fields_of(shape.model)) for node in nodes if isinstance(node, MapNode))


def _slot(name: str, field: Field, entry: Entry) -> Slot:
    shape = field.shape
    vocabulary = shape.vocabulary if isinstance(shape, Term | Terms | Evidence | Wordings) else ""
    return Slot(name, field, entry, vocabulary, _single_values(entry.value, shape))


def _single_values(node: Node, shape: Shape) -> Sequence[ScalarNode]:
    if isinstance(shape, Record | Records) or not isinstance(node, _FORMS.get(type(shape), ScalarNode)):
        return ()
    if isinstance(node, ScalarNode):
        return () if node.blank else (node,)
    if isinstance(node, MapNode):
        return tuple(entry.key for entry in node.entries)
    return tuple(item for item in node.items if isinstance(item, ScalarNode) and not item.blank)


def slots_of(fields: MapNode, known: Mapping[str, Field], prefix: str = "") -> Iterator[Slot]:
    """Give every known key, nested ones after their own."""
    for entry in fields.entries:
        model = known.get(entry.key.text)
        if model is None:
            continue
        name = prefix + model.name
        slot = _slot(name, model, entry)
        yield slot
        for node, inner in slot.records:
            yield from slots_of(node, inner, name + ".")
