"""CX902: a finding is ignored and nobody knows why."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot in context.slots(document):
        if slot.name != "ignore":
            continue
        for node, _ in slot.records:
            rule, reason = node.get("rule"), node.get("reason")
            if rule and (reason is None or reason.value.blank):
                yield Fault(
                    rule.value.span if not rule.value.blank else rule.key.span,
                    "This is ignored without a reason. Add `reason:` with a few words for the next reader.",
                )


IGNORE_WITHOUT_REASON = Check(
    code="CX902",
    name="ignore-without-reason",
    severity=Severity.ERROR,
    summary="Whatever is ignored is ignored for a reason.",
    why="The next editor cannot tell a decision from a dodge.",
    good="elements: [surprising]\nignore: [{rule: CX301, reason: The teller remembers no more}]\n",
    bad="title: Refund in one call\nignore: [{rule: CX301}]\n",
    find=_find,
)
