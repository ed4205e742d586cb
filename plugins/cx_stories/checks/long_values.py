"""Values of the front matter that are too long for where they are shown: a line of a page, a card, a list."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Fault
from cx_stories.model.document import Document, single_values

MOST_OF_TITLE, MOST = 300, 1_000
"""How many characters a title may have, and any other value; white space in a row counts as one."""


def long_values(document: Document) -> Iterator[Fault]:
    """Give the values, and keys, that are longer than anything a person types there."""
    if max([len(value.text) for value in single_values(document.fields)], default=0) <= MOST_OF_TITLE:
        return
    for entry in document.fields.entries:
        most = MOST_OF_TITLE if entry.key.text == "title" else MOST
        for node in (entry.key, *single_values(entry.value)):
            if len(node.text) > most and (length := len(" ".join(node.text.split()))) > most:
                what = "title" if most == MOST_OF_TITLE else "value"
                yield Fault(
                    node.span,
                    f"This {what} has {length:,} characters; {most:,} is the most. Shorten it, or tell it in "
                    "the text below the front matter.",
                )
