"""CX103: a key nobody knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.checks.typed import suggestion
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Kind, ListNode, MapNode
from cx_stories.model.fields import FIELDS
from cx_stories.model.shape import Field, Record, Records, fields_of

_THEME = frozenset({"template", "hide", "search", "icon", "tags", "description", "comments", "social"})
_KNOWN_ELSEWHERE = {
    "organization": "organisation",
    "emotion": "emotions",
    "id": "",
    **dict.fromkeys(_THEME, ""),
}
_NAMES = {Kind.STORY: "a story", Kind.PERSON: "a person", Kind.SERIES: "a series", Kind.ARTICLE: "a page"}


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    yield from _unknown(document.fields, FIELDS[document.kind], _NAMES[document.kind])
    for slot in context.slots(document):
        shape = slot.field.shape
        if isinstance(shape, Record | Records):
            nodes = slot.node.items if isinstance(slot.node, ListNode) else (slot.node,)
            for node in nodes:
                if isinstance(node, MapNode):
                    yield from _unknown(node, fields_of(shape.model), f"`{slot.name}:`")


def _unknown(node: MapNode, known: Mapping[str, Field], owner: str) -> Iterator[Fault]:
    for entry in node.entries:
        name = entry.key.text
        if name not in known:
            yield Fault(entry.key.span, f"`{name}:` is not a field of {owner}. {_cure(name, known)}")


def _cure(name: str, known: Mapping[str, Field]) -> str:
    better = _KNOWN_ELSEWHERE.get(name.casefold())
    if better in known:
        return f'Did you mean "{better}"?'
    if name in _THEME:
        return "How a page looks is not set in its file; remove this line."
    if name == "id":
        return "The id is the file name; remove this line."
    return suggestion(name, sorted(known))


UNKNOWN_KEY = Check(
    code="CX103",
    name="unknown-key",
    severity=Severity.ERROR,
    summary="Only the fields of the front-matter reference are used.",
    why="A misspelt field would be lost without a word.",
    good="summary: She has her money before she has finished her sentence.\n",
    bad="chanels: [web]\n",
    find=_find,
)
