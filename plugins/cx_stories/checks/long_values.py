"""Values of the front matter that are too long for where they are shown: a line of a page, a card, a list."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Fault
from cx_stories.model.document import Document, ListNode, MapNode, Node, ScalarNode

MOST_OF_TITLE, MOST = 300, 1_000
"""How many characters a title may have, and any other value; white space in a row counts as one."""


def long_values(document: Document) -> Iterator[Fault]:
    """Give the values, and keys, that are longer than anything a person types there."""
    for entry in document.fields.entries:
        most = MOST_OF_TITLE if entry.key.text == "title" else MOST
        for node in (entry.key, *_single(entry.value)):
            length = _length(node.text, most)
            if length > most:
                what = "title" if most == MOST_OF_TITLE else "value"
                yield Fault(
                    node.span,
                    f"This {what} has {length:,} characters; {most:,} is the most. Shorten it, or tell it in "
                    "the text below the front matter.",
                )


def _single(node: Node) -> Iterator[ScalarNode]:
    """Give the single values in a node, however deep; reading lets none be deeper than a few levels."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _single(item)
    elif isinstance(node, MapNode):
        for entry in node.entries:
            yield entry.key
            yield from _single(entry.value)


def _length(text: str, most: int) -> int:
    """Count as readers see it; what is short anyway need not be looked at."""
    return len(text) if len(text) <= most else len(" ".join(text.split()))
