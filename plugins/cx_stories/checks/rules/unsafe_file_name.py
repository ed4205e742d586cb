"""CX011: a file name that does not travel."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.checks.file_names import unfit_alias, unfit_name
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Kind, Span


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    reason = unfit_name(document, context.languages)
    if reason:
        yield Fault(Span(1, 1, 1, 1), reason)
    if document.kind is Kind.STORY:
        for one in document.scalars("aliases"):
            if reason := unfit_alias(one.text.strip()):
                yield Fault(one.span, reason)


UNSAFE_FILE_NAME = Check(
    code="CX011",
    name="unsafe-file-name",
    severity=Severity.ERROR,
    summary="A file name works on every computer and as an address.",
    why="The file name is the story's address; a bad one cannot be stored, linked or checked out everywhere.",
    good={"stories/refund-in-one-call.md": "title: Refund in one call\n"},
    bad={"stories/con.md": "title: Refund in one call\n"},
    find=_find,
)
