"""CX306: a story from which nothing is learned."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.completeness import lacks
from cx_stories.checks.context import CheckContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Kind

_HOW = "each on a line of its own after `- `"


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    """Look for lessons. Empty ones among them are of the wrong form, which is another fault."""
    if document.kind is not Kind.STORY or not context.complete(document):
        return
    if not lacks(document, context, "lessons") or not _wanted(document, context):
        return
    what = "story" if context.is_base(document) else "translation"
    entry = document.get("lessons")
    if entry:
        yield Fault(
            entry.key.span,
            f"This {what} has no lesson. Write below `lessons:` what to learn from it, {_HOW}.",
        )
    else:
        yield Fault(
            document.closing,
            f"This {what} has no lesson. Add `lessons:`, and below it what to learn from it, {_HOW}.",
        )


def _wanted(document: Document, context: CheckContext) -> bool:
    """A translation is asked for lessons once the story has them."""
    base = context.base
    return base is None or base is document or base.get("lessons") is not None


NO_LESSON = Check(
    code="CX306",
    name="no-lesson",
    severity=Severity.ERROR,
    summary="A published story has at least one lesson, in every language it is told in.",
    why="The lesson is what a reader takes back to work; the story is how it is remembered.",
    good="lessons:\n  - Let whoever answers the phone refund.\n",
    bad="lessons: []\n",
    find=_find,
)
