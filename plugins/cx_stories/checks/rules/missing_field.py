"""CX102: a field that a published story needs is not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.checks.field_names import field_meant
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Entry, ListNode, MapNode, Span
from cx_stories.model.fields import FIELDS, WORDED
from cx_stories.model.shape import Field, Sayings


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    status = document.get("status")
    if status and status.value.blank:
        yield Fault(status.key.span, "`status:` is empty. Write `status: draft` or `status: published`.")
    if not context.complete(document):
        return
    misspelt = context.misspelt(document)
    for name, field in FIELDS[document.kind].items():
        if not field.required or name in _OTHERS or not _wanted(name, document, context):
            continue
        entry = document.get(name)
        if entry is None and name not in misspelt:
            yield Fault(document.closing, f"`{name}:` is missing. {field.description} Add {_sample(name)}.")
        elif (
            entry is not None
            and _left_empty(entry)
            and not context.hidden_by_comment(document, entry.value)
            and not context.strayed_from(document, name)
        ):
            yield Fault(entry.key.span, f"`{name}:` is empty. {field.description} Write {_sample(name)}.")
    yield from _nested(document, context)


def _left_empty(entry: Entry) -> bool:
    """An empty list of elements is a statement: there were none."""
    return entry.value.blank and not (entry.key.text == "elements" and isinstance(entry.value, ListNode))


def _wanted(name: str, document: Document, context: CheckContext) -> bool:
    """A translation repeats the words that the first telling has, and no facts."""
    base = context.base
    if base is None or base is document:
        return True
    return name in WORDED and name != "elements" and base.get(name) is not None


def _nested(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot in context.slots(document):
        sayings = isinstance(slot.field.shape, Sayings)
        for node, fields in slot.records:
            if sayings:
                yield from _lacks_words(node, fields, facts=context.is_base(document))
            elif context.is_base(document):
                yield from _lacks(node, slot.name, fields, slot.entry.key.span)


def _lacks_words(node: MapNode, fields: Mapping[str, Field], *, facts: bool) -> Iterator[Fault]:
    """Look whether a lesson has its words, in every language, and a name if something is said of that."""
    typed = {entry.key.text for entry in node.entries if not entry.value.blank}
    typed |= {field_meant(entry.key.text, fields) for entry in node.entries}
    if "text" not in typed:
        what = "Add `text:` below it, with the lesson in the words of this story."
        yield Fault(node.span, f"This lesson has no `text:`. {what}")
    stance = node.get("stance")
    if facts and stance and "lesson" not in typed:
        yield Fault(
            stance.key.span,
            "`stance:` needs a lesson that stories share. Add `lesson:` with its name below it, or take "
            "`stance:` out.",
        )


def _lacks(node: MapNode, name: str, fields: Mapping[str, Field], at: Span) -> Iterator[Fault]:
    for field in fields.values():
        entry = node.get(field.name)
        if field.required and (entry is None or entry.value.blank):
            yield Fault(
                at, f"`{name}:` has no `{field.name}:`. Add `{field.name}:` below it. {field.description}"
            )


def _sample(name: str) -> str:
    return _SAMPLES.get(name, f"`{name}: ...`")


_OTHERS = ("title", "lessons")
"""Fields that a rule of their own asks for."""
_SAMPLES = {
    "date": "`date: 2024-03-01`",
    "elements": "`elements: [surprising]`, or `elements: []` if there were none",
    "polarity": "`polarity: positive` or `polarity: negative`",
    "provenance": "`provenance:` with retold, first-hand, composite or fictional",
}

MISSING_FIELD = Check(
    code="CX102",
    name="missing-field",
    severity=Severity.ERROR,
    summary="A published story has a summary, a date, a polarity, elements and a provenance.",
    why="They are what readers find, compare and trust a story by. A draft may lack any of them.",
    good="status: draft\npolarity:\n",
    bad="polarity:\n",
    find=_find,
)
