"""CX301: an element is claimed, and nothing shows it."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.completeness import holds_facts
from cx_stories.checks.context import CheckContext
from cx_stories.checks.elements import Hit, hits, seen_once
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    if not holds_facts(document, context):
        return
    doubted = seen_once(document, context)  # which has a rule of its own
    for hit in hits(document, context):
        if not hit.proven and hit != doubted:
            yield Fault(
                hit.typed.span, f'Nothing shows yet that "{hit.typed.text.strip()}" was there. {_cure(hit)}'
            )


def _cure(hit: Hit) -> str:
    if hit.long:
        return f"Write after `{hit.typed.text.strip()}:` the words of the story that show it."
    return (
        f"Put each element on a line of its own below `elements:`, indented, "
        f"with the words of the story that show it: `{hit.id}: ...`."
    )


ELEMENT_WITHOUT_EVIDENCE = Check(
    code="CX301",
    name="element-without-evidence",
    severity=Severity.INFO,
    summary="Every element of a published story has its evidence, in the words of the story.",
    why="A reader sees why the light is on, and need not take it on trust.",
    good="elements:\n  surprising: She had her money before she had finished her sentence.\n",
    bad="elements: [surprising]\n",
    find=_find,
)
