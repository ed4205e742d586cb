"""CX310: every light is on, and nobody but the teller says so."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.completeness import holds_facts, lacks
from cx_stories.checks.context import CheckContext
from cx_stories.checks.elements import hits
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    if not holds_facts(document, context):
        return
    entry = document.get("elements")
    every = {term.id for term in context.vocabularies["elements"].offered}
    if entry is None or not every or not every <= {hit.id for hit in hits(document, context)}:
        return
    if lacks(document, context, "author") or _told_by_its_author(document):
        yield Fault(
            entry.key.span,
            "A story with every element in it is rare, and only the teller vouches for this one. "
            "Have somebody else look at it and name them as `author:`, or say under `ignore:` why it holds.",
        )


def _told_by_its_author(document: Document) -> bool:
    return document.text("author") == document.text("teller") != ""


_EVERY = (
    "elements:\n  engaging: The shop smelled of bread.\n  unique: They have their own word for it.\n"
    "  personalized: He knew which loaf.\n  surprising: It was still warm.\n"
    "  repeatable: Her sister was served like that too.\nsenses: [smell]\n"
)
SCORE_FIVE_UNREVIEWED = Check(
    code="CX310",
    name="score-five-unreviewed",
    severity=Severity.WARNING,
    summary="Somebody other than the teller vouches for a story in which every element was there.",
    why="Very few experiences have them all. One that is given away too easily makes the others worth less.",
    good={
        "stories/example.md": _EVERY + "author: mina\n",
        "people/mina.md": "---\ntitle: Mina Jansen\n---\n",
    },
    bad=_EVERY,
    find=_find,
)
