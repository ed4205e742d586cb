"""The lessons of a story as they were typed, and what is said of those that stories share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cx_stories.checks.context import CheckContext
from cx_stories.model.document import Document, Entry, ListNode, MapNode, ScalarNode, Span
from cx_stories.model.parts import SUPPORTS


@dataclass(frozen=True, slots=True)
class Typed:
    """A lesson as it was typed: plain, or with a name and a stance.

    stance:  the id of the term; nothing for one that nobody knows
    """

    name: ScalarNode | None = None
    stance: str = SUPPORTS
    stance_at: Span | None = None

    @property
    def lesson(self) -> str:
        """Its name, or nothing."""
        return self.name.text.strip() if self.name else ""


def lessons_of(document: Document, context: CheckContext) -> Sequence[Typed]:
    """Give the lessons of a file, in their order; empty ones are left out."""
    entry = document.get("lessons")
    items = entry.value.items if entry and isinstance(entry.value, ListNode) else ()
    return tuple(_typed(item, context) for item in items if not item.blank)


def _typed(item: object, context: CheckContext) -> Typed:
    if not isinstance(item, MapNode):
        return Typed()
    name, stance = _single(item.get("lesson")), _single(item.get("stance"))
    if stance is None:
        return Typed(name)
    term = context.vocabularies["stance"].resolve(stance.text)
    return Typed(name, term.id if term else "", stance.span)


def _single(entry: Entry | None) -> ScalarNode | None:
    value = entry.value if entry else None
    return value if isinstance(value, ScalarNode) and not value.blank else None
