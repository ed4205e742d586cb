"""Whether something was left out that a reader would want."""

from __future__ import annotations

from cx_stories.checks.context import CheckContext
from cx_stories.model.document import Document, Node


def lacks(document: Document, context: CheckContext, field: str) -> bool:
    """Whether a field was left out or empty.

    One that is misspelt, is cut off by a remark, or has at the margin what belongs below it was not.
    """
    entry = document.get(field)
    if entry is None:
        return field not in context.misspelt(document)
    return is_empty(entry.value, document, context) and not context.strayed_from(document, field)


def is_empty(value: Node, document: Document, context: CheckContext) -> bool:
    """Whether nothing was typed, not even something that a remark has cut off."""
    return value.blank and not context.hidden_by_comment(document, value)


def holds_facts(document: Document, context: CheckContext) -> bool:
    """Whether a file has the facts of a story that readers will see, so that they must be in order."""
    return context.complete(document) and context.is_base(document)
