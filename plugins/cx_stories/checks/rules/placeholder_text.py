"""CX312: words of a template that nobody has replaced."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.checks.placeholders import FILLED_IN, in_field, in_text, left_from_template
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Entry, Kind, ListNode, MapNode, ScalarNode

_DRAFT = "draft"


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    """A draft may say anything while its writer is at work."""
    drafts = context.status(document), context.term(document, "status")
    if document.kind is not Kind.STORY or _DRAFT in drafts:
        return
    for name, value in _values(document):
        placeholder = in_field(value.text)
        if placeholder:
            yield Fault(value.span, f'"{placeholder}" {_FILLS_IN} Write your own after `{name}:`.')
        elif left_from_template(value.text) and not _is_told(value.text, name, document):
            words = value.text.strip()
            yield Fault(value.span, f'"{words}" stands in the template. Write your own after `{name}:`.')
    yield from _in_text(document, context)


def _values(document: Document) -> Iterator[tuple[str, ScalarNode]]:
    """Give the values in which a writer puts words, each with the name of its line."""
    for name in FILLED_IN:
        entry = document.get(name)
        if entry and isinstance(entry.value, MapNode):
            for one in entry.value.entries:
                if isinstance(one.value, ScalarNode):
                    yield one.key.text, one.value
        elif name not in ("elements", "missed"):
            yield from ((name, value) for value in document.scalars(name))
            yield from (("text", value) for value in _in_records(entry))


def _in_records(entry: Entry | None) -> Iterator[ScalarNode]:
    """Give the words of those sentences in a list that have keys of their own."""
    items = entry.value.items if entry and isinstance(entry.value, ListNode) else ()
    texts = (item.get("text") for item in items if isinstance(item, MapNode))
    yield from (text.value for text in texts if text and isinstance(text.value, ScalarNode))


def _is_told(words: str, name: str, document: Document) -> bool:
    """Whether a title fits the story all the same: another umbrella may have been lost."""
    return name == "title" and words.casefold().split(" ")[-1] in document.body.casefold()


def _in_text(document: Document, context: CheckContext) -> Iterator[Fault]:
    """One finding is enough for a text: who looks there sees the others."""
    prose = context.prose(document)
    found = in_text(prose.text)
    if found:
        words = found[0].strip(" \t>*_#-")
        start = found.end() - len(found[0].lstrip(" \t>*_#-"))
        yield Fault(prose.at(start, start + len(words)), f'"{words}" {_FILLS_IN} Write them, or take it out.')


_FILLS_IN = "holds the place of words that are still to come."

PLACEHOLDER_TEXT = Check(
    code="CX312",
    name="placeholder-text",
    severity=Severity.WARNING,
    summary="A story that is not a draft has no words of a template in it.",
    why="The page, its card and the search results would show words that nobody meant for a reader.",
    good="summary: A wrong size is put right before the customer has finished her sentence.\n",
    bad="summary: TBD\n",
    find=_find,
)
