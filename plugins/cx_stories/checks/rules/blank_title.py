"""CX101: a story without a title."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Kind

_EXAMPLES = {
    Kind.STORY: ("story", "title: Refund in one call"),
    Kind.PERSON: ("person", "title: Mina Jansen"),
    Kind.SERIES: ("series", "title: Experience First"),
}


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    if document.kind is Kind.ARTICLE or not context.complete(document):
        return
    what, example = _EXAMPLES[document.kind]
    entry = document.get("title")
    if entry is None and "title" in context.misspelt(document):
        return
    if entry is None:
        yield Fault(document.closing, f"This {what} has no title. Add a line such as `{example}`.")
    elif entry.value.blank and not context.hidden_by_comment(document, entry.value):
        yield Fault(entry.key.span, f"This {what} has no title. Write it after `title:`.")


BLANK_TITLE = Check(
    code="CX101",
    name="blank-title",
    severity=Severity.ERROR,
    summary="Every story has a title.",
    why="Cards, search results and links show it.",
    good="title: Refund in one call\n",
    bad="title:\n",
    find=_find,
)
