"""The keys that somebody typed, where the model knows what belongs there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from cx_stories.checks.field_names import surely_meant
from cx_stories.checks.typed import colon_in_item
from cx_stories.model.document import Entry, ListNode, MapNode, Node, ScalarNode
from cx_stories.model.shape import (
    Evidence,
    Field,
    Nested,
    Record,
    Records,
    References,
    Sayings,
    Shape,
    Term,
    Terms,
    Texts,
    Wordings,
    fields_of,
)

_FORMS: Mapping[type, type | tuple[type, ...]] = {
    **dict.fromkeys((Texts, Terms, References, Records, Sayings), ListNode),
    **dict.fromkeys((Wordings, Record), MapNode),
    Evidence: (ListNode, MapNode),
}
"""How a field is written that does not take a single value."""


_VOCABULARIES: frozenset[type] = frozenset({Term, Terms, Evidence, Wordings})
_NESTED: frozenset[type] = frozenset({Record, Records, Sayings})
"""There are thirty keys in a story: what shape one has is looked up by its type, once."""


class Slot(Struct, frozen=True, gc=False):
    """A key somebody typed where the model knows what belongs there.

    name:        as a writer would say it, nested keys with a dot: `source.url`
    vocabulary:  where its values come from, or nothing
    values:      the single values typed, blank ones left out; for terms with sentences, the terms. None where
                 the form is wrong, so that one fault does not look like two
    records:     the groups of keys that stand below this key, with the fields they may have
    """

    name: str
    field: Field
    entry: Entry
    vocabulary: str
    values: Sequence[ScalarNode]
    records: Sequence[tuple[MapNode, Mapping[str, Field]]] = ()

    @property
    def node(self) -> Node:
        """What stands after the key."""
        return self.entry.value

    def is_record(self, item: Node) -> bool:
        """Whether an item of a list of sentences has keys of its own; a colon alone does not make it so."""
        return _is_record(item, self.node, self.field.shape)

    @property
    def sentences(self) -> Sequence[ScalarNode]:
        """The single values typed; those of records in a list of sentences included, in their order."""
        if not isinstance(self.field.shape, Sayings) or not isinstance(self.node, ListNode):
            return self.values
        texts = (node.get("text") if isinstance(node, MapNode) else node for node in self.node.items)
        nodes = (text.value if isinstance(text, Entry) else text for text in texts)
        return tuple(node for node in nodes if isinstance(node, ScalarNode) and not node.blank)


def _slot(name: str, field: Field, entry: Entry) -> Slot:
    shape = field.shape
    vocabulary = shape.vocabulary if type(shape) in _VOCABULARIES else ""  # type: ignore[union-attr]
    records = _records(entry.value, shape) if type(shape) in _NESTED else ()
    return Slot(name, field, entry, vocabulary, _single_values(entry.value, shape), records)


def _records(node: Node, shape: Shape) -> Sequence[tuple[MapNode, Mapping[str, Field]]]:
    if not isinstance(shape, Nested):
        return ()
    known = fields_of(shape.model)
    nodes = node.items if isinstance(node, ListNode) else (node,)
    if isinstance(shape, Sayings):
        nodes = tuple(item for item in nodes if _is_record(item, node, shape))
    return tuple((item, known) for item in nodes if isinstance(item, MapNode))


def _is_record(item: Node, within: Node, shape: Shape) -> bool:
    if not isinstance(item, MapNode) or not isinstance(shape, Sayings) or item is within:
        return False
    known = fields_of(shape.model)
    named = any(surely_meant(entry.key.text, known) for entry in item.entries)
    return named and not colon_in_item(item, known)


def _single_values(node: Node, shape: Shape) -> Sequence[ScalarNode]:
    form = type(shape)
    if form is Record or form is Records or not isinstance(node, _FORMS.get(form, ScalarNode)):
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
