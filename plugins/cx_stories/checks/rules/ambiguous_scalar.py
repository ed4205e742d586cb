"""CX105: a value that other tools would turn into something else."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext, Slot
from cx_stories.checks.typed import ambiguous, quoted
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, MapNode, ScalarNode, Span
from cx_stories.model.shape import Day, Evidence, Wordings


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot in context.slots(document):
        if isinstance(slot.field.shape, Day):
            continue
        for value in _typed(slot):
            if lost := context.hidden_by_comment(document, value):
                yield _after_hash(value, lost, document)
            elif ambiguous(value):
                yield Fault(value.span, _say(value.text))


def _typed(slot: Slot) -> Iterator[ScalarNode]:
    """Give the values and sentences of a field, also those that a remark has left empty."""
    yield from slot.values
    if isinstance(slot.node, ScalarNode) and slot.node.blank:
        yield slot.node
    if isinstance(slot.node, MapNode) and isinstance(slot.field.shape, Evidence | Wordings):
        yield from (entry.value for entry in slot.node.entries if isinstance(entry.value, ScalarNode))


def _after_hash(value: ScalarNode, whole: str, document: Document) -> Fault:
    at = value.span
    column = document.lines[at.line - 1].index("#", at.column - 1) + 1 if value.blank else at.column
    return Fault(
        Span(at.line, column, at.end_line, len(document.lines[at.end_line - 1].rstrip()) + 1),
        f"What follows `#` is taken for a remark and lost. Put the whole value in quotes: {quoted(whole)}",
    )


def _say(text: str) -> str:
    return f"Other programs read {text} without quotes as something else than text. Write: {quoted(text)}"


AMBIGUOUS_SCALAR = Check(
    code="CX105",
    name="ambiguous-scalar",
    severity=Severity.ERROR,
    summary="A value such as no, 012 or 12:30 stands in quotes when it is meant as text.",
    why="Programs that read front matter turn no into false and 012 into 10.",
    good='title: "012"\n',
    bad="title: 012\n",
    find=_find,
)
