"""CX105: a value that other tools would turn into something else."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault, Mended
from cx_stories.checks.context import CheckContext
from cx_stories.checks.fixes import VERDICT, put_in_quotes
from cx_stories.checks.slots import Slot
from cx_stories.checks.typed import ambiguous, choice, quoted
from cx_stories.model.diagnostic import Fix, Severity
from cx_stories.model.document import Document, ListNode, MapNode, ScalarNode, Span
from cx_stories.model.shape import Day, Evidence, Sayings, Text, Texts, Wordings
from cx_stories.vocabulary.vocabulary import Vocabulary, said_in

_ANSWER = frozenset({"y", "n", "yes", "no", "true", "false", "on", "off"})
_NOTHING = frozenset({"null", "~"})
_SENTENCES = frozenset({"title", "summary", "menu", "lessons", "lessons.text", "questions"})
"""Fields in which nobody answers with yes or no; in others that says whether there is one."""


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    remarks = any("#" in line for line in document.lines[: document.body_line])
    for slot in context.slots(document):
        if isinstance(slot.field.shape, Day):
            continue
        for value in _typed(slot):
            if remarks and (lost := context.hidden_by_comment(document, value)):
                yield _after_hash(value, lost, document, slot)
            elif ambiguous(value):
                said = _say(value.text) + _choices(value, slot, context)
                yield Fault(value.span, said, _in_quotes(value, slot, context))


def _choices(value: ScalarNode, slot: Slot, context: CheckContext) -> str:
    """Say what there is to choose from, where quotes alone do not make a value one of them."""
    vocabulary = context.vocabularies.get(slot.vocabulary)
    if vocabulary is None or value not in slot.values or vocabulary.resolve(value.text):
        return ""
    return f", if that is one of the {said_in(vocabulary.labels, 'en').lower()}. {choice(_ids(vocabulary))}"


def _ids(vocabulary: Vocabulary) -> list[str]:
    return [term.id for term in vocabulary.offered]


def _typed(slot: Slot) -> Iterator[ScalarNode]:
    """Give the values and sentences of a field, also those that a remark has left empty."""
    yield from slot.values
    if isinstance(slot.node, ScalarNode) and slot.node.blank:
        yield slot.node
    if isinstance(slot.node, MapNode) and isinstance(slot.field.shape, Evidence | Wordings):
        yield from (entry.value for entry in slot.node.entries if isinstance(entry.value, ScalarNode))


def _in_quotes(value: ScalarNode, slot: Slot, context: CheckContext) -> Fix | None:
    """Put a value in quotes where it is right as the text that it then is."""
    if isinstance(slot.field.shape, Text | Texts | Sayings) or (slot.vocabulary and value not in slot.values):
        word = value.text.casefold()
        doubtful = word in _NOTHING or (word in _ANSWER and slot.name not in _SENTENCES)
        return None if doubtful else put_in_quotes(value.span, value.text)
    known = slot.vocabulary and context.vocabularies[slot.vocabulary].resolve(value.text)
    return put_in_quotes(value.span, value.text) if known and slot.name != VERDICT else None


def _after_hash(value: ScalarNode, whole: str, document: Document, slot: Slot) -> Fault:
    at = value.span
    column = document.lines[at.line - 1].index("#", at.column - 1) + 1 if value.blank else at.column
    rest = Span(at.line, column, at.end_line, len(document.lines[at.end_line - 1].rstrip()) + 1)
    return Fault(
        rest,
        f"What follows `#` is taken for a remark and lost. Put the whole value in quotes: {quoted(whole)}",
        put_in_quotes(rest, whole, safe=False) if _ends_its_line(slot, document) else None,
    )


def _ends_its_line(slot: Slot, document: Document) -> bool:
    """Whether the words of a field stand by themselves, not between brackets that close further on."""
    at = slot.node.span
    brackets = isinstance(slot.node, ListNode) and document.lines[at.line - 1].startswith("[", at.column - 1)
    return isinstance(slot.field.shape, Text | Texts | Sayings) and not brackets


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
    mended=Mended.EITHER,
    find=_find,
)
