"""CX105: a value that other tools would turn into something else."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, CheckContext, Fault, ambiguous, quoted
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Entry, MapNode, ScalarNode, Span
from cx_stories.model.shape import Day, Evidence, Wordings


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot in context.slots(document):
        if isinstance(slot.field.shape, Day):
            continue
        for value in slot.values:
            if ambiguous(value):
                yield Fault(value.span, _say(value.text))
        if isinstance(slot.field.shape, Evidence | Wordings):
            yield from _sentences(slot.entry)
        lost = context.hidden_by_comment(document, slot.entry)
        if lost:
            yield _after_hash(slot.entry, lost)


def _sentences(entry: Entry) -> Iterator[Fault]:
    if isinstance(entry.value, MapNode):
        for inner in entry.value.entries:
            if isinstance(inner.value, ScalarNode) and ambiguous(inner.value):
                yield Fault(inner.value.span, _say(inner.value.text))


def _after_hash(entry: Entry, whole: str) -> Fault:
    key = entry.key.span
    column = key.end_column + 2
    return Fault(
        Span(key.line, column, key.line, column + len(whole)),
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
