"""CX302: engaging, and nothing was seen, heard or felt."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.completeness import holds_facts, lacks
from cx_stories.checks.context import CheckContext
from cx_stories.checks.elements import hit
from cx_stories.checks.typed import suggestion
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    if not holds_facts(document, context):
        return
    engaging = hit("engaging", document, context)
    if engaging and lacks(document, context, "senses"):
        senses = tuple(term.id for term in context.vocabularies["senses"].offered)
        yield Fault(
            engaging.typed.span,
            f'"{engaging.typed.text.strip()}" means that it worked on the senses, and the story names none. '
            f"Add `senses: [...]` with those it worked on. {suggestion('', senses)}",
        )


ENGAGING_WITHOUT_SENSES = Check(
    code="CX302",
    name="engaging-without-senses",
    severity=Severity.WARNING,
    summary="An engaging story names the senses on which it worked.",
    why="That is what engaging means here; without a sense to point at it is only praise.",
    good="elements:\n  engaging: The whole shop smelled of fresh bread.\nsenses: [smell]\n",
    bad="elements:\n  engaging: The whole shop smelled of fresh bread.\n",
    find=_find,
)
