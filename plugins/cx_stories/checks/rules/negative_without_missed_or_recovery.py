"""CX307: a bad experience, and no word on what went wrong."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.completeness import holds_facts, lacks
from cx_stories.checks.context import CheckContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    if not holds_facts(document, context):
        return
    verdict = document.get("polarity")
    if verdict is None or context.term(document, "polarity") != "negative":
        return
    if all(lacks(document, context, field) for field in ("missed", "recovery")):
        yield Fault(
            verdict.value.span,
            "The story is negative, and does not say what was lacking. Add the elements that should have "
            "been there, such as `missed: [repeatable]`, or `recovery:` with how far it was put right.",
        )


NEGATIVE_WITHOUT_MISSED_OR_RECOVERY = Check(
    code="CX307",
    name="negative-without-missed-or-recovery",
    severity=Severity.WARNING,
    summary="A negative story says which elements were missed, or how far the failure was put right.",
    why="That a thing went badly helps nobody; what was lacking is where the next one can do better.",
    good="polarity: negative\nmissed: [repeatable]\n",
    bad="polarity: negative\n",
    find=_find,
)
