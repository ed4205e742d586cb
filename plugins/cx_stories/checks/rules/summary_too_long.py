"""CX108: a summary that is not one."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, ScalarNode
from cx_stories.model.story import SUMMARY_LIMIT


def _find(document: Document, _: CheckContext) -> Iterator[Fault]:
    entry = document.get("summary")
    if entry and isinstance(entry.value, ScalarNode):
        length = len(" ".join(entry.value.text.split()))
        if length > SUMMARY_LIMIT:
            yield Fault(
                entry.value.span,
                f"The summary has {length} characters; cards show at most {SUMMARY_LIMIT}. "
                f"Take out {length - SUMMARY_LIMIT}.",
            )


SUMMARY_TOO_LONG = Check(
    code="CX108",
    name="summary-too-long",
    severity=Severity.WARNING,
    summary="A summary has at most 200 characters.",
    why="Cards, search results and shared links cut it off there.",
    good="summary: A wrong size is put right before the customer has finished her sentence.\n",
    bad="summary: " + "A wrong size is put right before she has finished her sentence, " * 4 + "and more.\n",
    find=_find,
)
