"""CX009: a colon within a value without quotes."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault, Mended
from cx_stories.checks.colons import quotes_around
from cx_stories.checks.context import CheckContext
from cx_stories.checks.fixes import put_in_quotes
from cx_stories.checks.typed import colon_in_item, in_curly_quotes, quoted
from cx_stories.model.diagnostic import Fix, Severity
from cx_stories.model.document import Document, ListNode, MapNode, Node, Span
from cx_stories.model.shape import Sayings, Texts, fields_of


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    if document.obstacle:
        if document.obstacle.rule == "unquoted-colon":
            at = document.obstacle.span
            yield Fault(at, _say(document.obstacle.detail), quotes_around(document, at))
        return
    for slot in context.slots(document):
        shape = slot.field.shape
        if isinstance(shape, Texts | Sayings) and isinstance(slot.node, ListNode):
            known = fields_of(shape.model) if isinstance(shape, Sayings) else ()
            for item in slot.node.items:
                if text := colon_in_item(item, known):
                    yield Fault(item.span, _say(text), _fix(item, text, document))


def _say(value: str) -> str:
    return f"A value with a colon in it needs quotes. Write: {quoted(in_curly_quotes(value) or value)}"


def _fix(item: Node, text: str, document: Document) -> Fix | None:
    """Put an item in quotes that is a key and a value by accident, if nothing but spaces follows it."""
    if not isinstance(item, MapNode) or not item.entries[0].key.plain:
        return None
    start, end = item.entries[0].key.span, item.entries[0].value.span
    rest = document.lines[end.end_line - 1][end.end_column - 1 :]
    at = Span(start.line, start.column, end.end_line, end.end_column)
    return None if rest.strip() else put_in_quotes(at, in_curly_quotes(text) or text)


UNQUOTED_COLON = Check(
    code="CX009",
    name="unquoted-colon",
    severity=Severity.ERROR,
    summary="A value with a colon and a space in it stands in quotes.",
    why="Without quotes the part before the colon is taken for a key.",
    good='title: "Acme: a refund in one call"\n',
    bad="title: Acme: a refund in one call\n",
    mended=Mended.SAFELY,
    find=_find,
)
