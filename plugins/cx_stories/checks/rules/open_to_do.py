"""CX314: remarks of an import that say what a person has still to do."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.checks.placeholders import to_do
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Kind, Span

_DRAFT = "draft"


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    """In a draft they stand where they belong."""
    drafts = context.status(document), context.term(document, "status")
    if document.kind is not Kind.STORY or not document.fenced or _DRAFT in drafts:
        return
    for number, line in enumerate(document.lines[: document.body_line - 1], start=1):
        if to_do(line):
            message = "This is still to be done. Do what the remark asks, and take the remark out."
            yield Fault(Span(number, 1, number, len(line.rstrip()) + 1), message)


OPEN_TO_DO = Check(
    code="CX314",
    name="open-to-do",
    severity=Severity.ERROR,
    summary="A story that is not a draft has no remark `# To do:` of an import in its front matter.",
    why="An import says there what only a person can see to: a name to be taken out, a text to be retold.",
    good="# The shop agreed on the telephone.\ntitle: Refund in one call\n",
    bad="# To do: take out names by which somebody can be recognised.\ntitle: Refund in one call\n",
    find=_find,
)
