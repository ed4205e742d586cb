"""CX215: a link in two square brackets where nothing makes a link of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.checks.slots import Slot
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, MapNode, ScalarNode, Span
from cx_stories.model.shape import Evidence, Sayings, Text, Texts, Wordings
from cx_stories.reading.cross_references import POINTER

_NEVER_SHOWN = frozenset({"consent", "ignore"})
"""Where editors note things for themselves."""


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    head = "\n".join(document.lines[: document.body_line])
    if "[[" not in head and "\\" not in head:  # as an escape, a bracket may look like something else
        return
    for slot in context.slots(document):
        if slot.name.partition(".")[0] in _NEVER_SHOWN:
            continue
        for value in _words(slot):
            link = POINTER.search(value.text) if "[[" in value.text else None
            if link:
                at = _place(value, link[0], document.lines)
                yield Fault(at, "A link works only in the text. Type plain words here, without the brackets.")


def _words(slot: Slot) -> Iterator[ScalarNode]:
    """Give the values in which a writer puts words; the terms before them are none."""
    if isinstance(slot.field.shape, Text | Texts | Sayings):
        yield from slot.values
    elif isinstance(slot.field.shape, Evidence | Wordings) and isinstance(slot.node, MapNode):
        yield from (one.value for one in slot.node.entries if isinstance(one.value, ScalarNode))


def _place(value: ScalarNode, typed: str, lines: Sequence[str]) -> Span:
    """Give where the link stands; where that cannot be told, the place of the whole value."""
    span = value.span
    for number in range(span.line, span.end_line + 1):
        start = span.column - 1 if number == span.line else 0
        found = lines[number - 1].find(typed, start) + 1
        if found:
            return Span(number, found, number, found + len(typed))
    return span


LINK_OUTSIDE_TEXT = Check(
    code="CX215",
    name="link-outside-text",
    severity=Severity.WARNING,
    summary="Links in two square brackets stand in the text, and not in the lines above it.",
    why="Titles, summaries and lessons are read in lists and on cards, and there the brackets would stay.",
    good="summary: She has her money before she has finished her sentence.\n",
    bad="summary: She has her money before she has finished [[refund|her sentence]].\n",
    find=_find,
)
