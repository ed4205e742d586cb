"""What a rule may look at: the keys of a file where the model knows them, and the other files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from cx_stories.checks.typed import closest
from cx_stories.model.document import Document, Entry, Kind, ListNode, MapNode, Node, ScalarNode, facts_first
from cx_stories.model.fields import FIELDS
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
from cx_stories.vocabulary.vocabulary import Vocabularies, Vocabulary, folded

_FORMS: Mapping[type, type | tuple[type, ...]] = {
    **dict.fromkeys((Texts, Terms, References, Records), ListNode),
    **dict.fromkeys((Wordings, Record), MapNode),
    Evidence: (ListNode, MapNode),
}
"""How a field is written that does not take a single value."""
_HASH = re.compile(r"\s+#[^\s#]")


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


@dataclass(frozen=True)
class CheckContext:
    """Everything a rule may look at besides the file itself.

    languages:  the site's languages, the default one first
    today:      the day of the check, so that no rule reads a clock
    """

    vocabularies: Vocabularies
    documents: Sequence[Document]
    languages: Sequence[str]
    today: date
    _slots: dict[str, tuple[Slot, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def _bases(self) -> Mapping[tuple[Kind, str], Document]:
        bases: dict[tuple[Kind, str], Document] = {}
        for document in facts_first(self.documents, self.languages):
            if document.markdown:
                bases.setdefault((document.kind, document.id), document)
        return bases

    @cached_property
    def _pages(self) -> Mapping[tuple[str, str], Sequence[Document]]:
        pages: dict[tuple[str, str], list[Document]] = {}
        for document in self.documents:
            if document.markdown:
                pages.setdefault((document.language, folded(document.page)), []).append(document)
        return pages

    def twins(self, document: Document) -> Sequence[Document]:
        """Give the files that would be the same page in the same language, this one included."""
        return self._pages.get((document.language, folded(document.page)), (document,))

    def base(self, kind: Kind, identity: str) -> Document | None:
        """Give the file that holds the facts."""
        return self._bases.get((kind, identity))

    def is_base(self, document: Document) -> bool:
        """Whether a file holds the facts, and is not a translation of one that does."""
        return self.base(document.kind, document.id) is document

    def ids(self, kind: Kind) -> Sequence[str]:
        """Give all ids of a kind, sorted."""
        return sorted(identity for other, identity in self._bases if other is kind)

    def slots(self, document: Document) -> Sequence[Slot]:
        """Give every known key typed in a file, nested ones after their own."""
        found = self._slots.get(document.path)
        if found is None:
            found = tuple(_slots(document.fields, FIELDS[document.kind], ""))
            self._slots[document.path] = found
        return found

    def hidden_by_comment(self, document: Document, value: Node) -> str:
        """Give a value as it was meant, if a `#` right before a word has cut it off.

        A remark is set off with a space on both sides of the `#`; `#1` is part of a text.
        """
        if not isinstance(value, ScalarNode) or not value.plain or value.span.end_line > len(document.lines):
            return ""
        rest = document.lines[value.span.end_line - 1][value.span.end_column - 1 :]
        return f"{value.text}{rest}".strip() if _HASH.match(rest) else ""

    def chosen_from(self, document: Document) -> Iterator[tuple[Slot, Vocabulary]]:
        """Give the keys whose values come from a vocabulary, with it."""
        for slot in self.slots(document):
            if slot.vocabulary:
                yield slot, self.vocabularies[slot.vocabulary]

    def status(self, document: Document) -> str:
        """Give the status of the story of a file: without one published, misspelt or empty nothing."""
        entry = (self.base(document.kind, document.id) or document).get("status")
        if entry is None:
            return "published"
        typed = entry.value.text if isinstance(entry.value, ScalarNode) else ""
        term = self.vocabularies["status"].resolve(typed)
        return term.id if term else ""

    def complete(self, document: Document) -> bool:
        """Whether a file must have all that a reader needs, because readers will see it."""
        return document.fenced and self.status(document) == "published"

    def misspelt(self, document: Document) -> frozenset[str]:
        """Give the fields that unknown keys of a file were probably meant to be."""
        known = FIELDS[document.kind]
        unknown = (entry.key.text for entry in document.fields.entries if entry.key.text not in known)
        return frozenset(meant for typed in unknown if (meant := closest(typed, tuple(known))))


def _slots(fields: MapNode, known: Mapping[str, Field], prefix: str) -> Iterator[Slot]:
    for entry in fields.entries:
        model = known.get(entry.key.text)
        if model is None:
            continue
        name = prefix + model.name
        slot = _slot(name, model, entry)
        yield slot
        for node, inner in slot.records:
            yield from _slots(node, inner, name + ".")
