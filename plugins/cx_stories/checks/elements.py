"""The elements that a story says were there, and what it shows for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cx_stories.checks.completeness import is_empty, lacks
from cx_stories.checks.context import CheckContext
from cx_stories.checks.slots import Slot
from cx_stories.model.document import Document, ListNode, MapNode, Node, ScalarNode

REPEATABLE = "repeatable"
SIDES = ("elements", "missed")
"""The fields in which an element may stand."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An element that was there, as it was typed.

    id:      of its term
    long:    whether it was typed as a key, with room for a sentence
    proven:  whether a sentence stands behind it
    """

    id: str
    typed: ScalarNode
    long: bool
    proven: bool


def hits(document: Document, context: CheckContext) -> Sequence[Hit]:
    """Give the elements under `elements:`, each once, in the order typed; unknown ones are left out."""
    entry = document.get("elements")
    vocabulary = context.vocabularies["elements"]
    found: dict[str, Hit] = {}
    for typed, sentence in _pairs(entry.value) if entry else ():
        term = vocabulary.resolve(typed.text)
        if term:
            proven = sentence is not None and not is_empty(sentence, document, context)
            found.setdefault(term.id, Hit(term.id, typed, sentence is not None, proven))
    return tuple(found.values())


def hit(identity: str, document: Document, context: CheckContext) -> Hit | None:
    """Give one element, if the story says that it was there."""
    return next((one for one in hits(document, context) if one.id == identity), None)


def named(document: Document, context: CheckContext, side: str) -> frozenset[str]:
    """Give the ids of the elements under `elements:` or `missed:`, unknown ones left out.

    side:  the name of the field
    """
    terms = (term for slot, _, terms in context.chosen_from(document) if slot.name == side for term in terms)
    return frozenset(term.id for term in terms if term)


def disputed(identity: str, document: Document, context: CheckContext, side: str) -> bool:
    """Whether rules speak of an element as it stands: as missed and there, or not as the facts have it."""
    if side == "missed" and identity in named(document, context, "elements"):
        return True
    base = context.base
    return base is not None and base is not document and identity not in named(base, context, side)


def seen_once(document: Document, context: CheckContext) -> Hit | None:
    """Give the claim that the experience is repeatable, if nothing in the front matter bears it out.

    A second stage, a second channel or a sentence of evidence does.
    """
    claim = hit(REPEATABLE, document, context)
    if claim is None or claim.proven:
        return None
    return claim if all(_at_most_one(document, context, name) for name in ("stages", "channels")) else None


def _pairs(node: Node) -> Iterator[tuple[ScalarNode, Node | None]]:
    """Give what was typed for each element, with the sentence of the long form."""
    if isinstance(node, MapNode):
        yield from ((entry.key, entry.value) for entry in node.entries)
    elif isinstance(node, ListNode):
        yield from ((item, None) for item in node.items if isinstance(item, ScalarNode))


def _at_most_one(document: Document, context: CheckContext, field: str) -> bool:
    """Whether a list names one term or none; one in the wrong form may name any number."""
    slot = next((slot for slot in context.slots(document) if slot.name == field), None)
    if slot is None or slot.node.blank:
        return lacks(document, context, field)
    return len(_terms(slot, context)) == 1


def _terms(slot: Slot, context: CheckContext) -> set[str]:
    vocabulary = context.vocabularies[slot.vocabulary]
    resolved = ((vocabulary.resolve(value.text), value.text) for value in slot.values)
    return {term.id if term else typed for term, typed in resolved}
