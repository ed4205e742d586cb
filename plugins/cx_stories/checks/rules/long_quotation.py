"""CX409: somebody else's words go on too long."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.checks.examples import BODY
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document

LONGEST_QUOTATION = 50
"""In words."""


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for quotation in context.prose(document).quotations:
        if quotation.words > LONGEST_QUOTATION:
            yield Fault(
                quotation.span,
                f"This quotation has {quotation.words} words; {LONGEST_QUOTATION} are the most. "
                "Keep its best sentence, and tell the rest in your own words.",
            )


_LONG = (
    "“I have looked at the parcel and I have looked at the invoice, then I have rung the driver, who is a "
    "friend. He put it behind the hedge, as he has done for all these years, and nobody has ever asked him "
    "for anything in writing, madam, nobody at all.”"
)

LONG_QUOTATION = Check(
    code="CX409",
    name="long-quotation",
    severity=Severity.WARNING,
    summary="A quotation has at most 50 words.",
    why="More than that is another's work, which is not ours to publish, and readers skip it.",
    good=f"title: Refund in one call\n---\n{BODY}\n“Nobody has ever asked for that in writing,” he said.\n",
    bad=f"title: Refund in one call\n---\n{BODY}\n{_LONG}\n",
    find=_find,
)
