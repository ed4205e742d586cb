"""CX009: a colon within a value without quotes."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.checks.typed import colon_in_item, quoted
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, ListNode
from cx_stories.model.shape import Texts


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    if document.obstacle:
        if document.obstacle.rule == "unquoted-colon":
            yield Fault(document.obstacle.span, _say(document.obstacle.detail))
        return
    for slot in context.slots(document):
        if isinstance(slot.field.shape, Texts) and isinstance(slot.node, ListNode):
            for item in slot.node.items:
                if text := colon_in_item(item):
                    yield Fault(item.span, _say(text))


def _say(value: str) -> str:
    return f"A value with a colon in it needs quotes. Write: {quoted(value)}"


UNQUOTED_COLON = Check(
    code="CX009",
    name="unquoted-colon",
    severity=Severity.ERROR,
    summary="A value with a colon and a space in it stands in quotes.",
    why="Without quotes the part before the colon is taken for a key.",
    good='title: "Acme: a refund in one call"\n',
    bad="title: Acme: a refund in one call\n",
    find=_find,
)
