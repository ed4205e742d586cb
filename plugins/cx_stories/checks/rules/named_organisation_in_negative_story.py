"""CX406: an organisation is named in a negative story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.checks.slots import Slot
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, MapNode


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    if not context.is_base(document) or context.term(document, "polarity") != "negative":
        return
    slots = {slot.name: slot for slot in context.slots(document)}
    if "organisation" not in slots or context.term(document, "provenance") == "fictional":
        return
    for value in slots["organisation"].values:
        yield Fault(
            value.span,
            f'"{value.text.strip()}" is named in a negative story. Leave the name out. If it must be there, '
            f"{_evidence_to_give(slots)}ask for their reply and add `ignore: [{{rule: CX406, reason: ...}}]` "
            "with when and how you asked.",
        )


def _evidence_to_give(slots: Mapping[str, Slot]) -> str:
    missed = slots.get("missed")
    if missed is None:
        return ""
    given = missed.node.entries if isinstance(missed.node, MapNode) else ()
    sound = {entry.key.text for entry in given if not entry.value.blank}
    without = [f'"{value.text}"' for value in missed.values if value.text not in sound]
    return f"give {' and '.join(without)} under `missed:` its evidence, " if without else ""


NAMED_ORGANISATION_IN_NEGATIVE_STORY = Check(
    code="CX406",
    name="named-organisation-in-negative-story",
    severity=Severity.WARNING,
    summary="A negative story leaves the organisation anonymous, or says how it could reply.",
    why="Blame in public wants evidence, and a hearing for those who are blamed.",
    good="polarity: negative\nelements: []\nmissed:\n  repeatable: Nobody else in the chain knew the rule.\n"
    "organisation: Acme\nprovenance: retold\nsource: {title: Experience First}\n"
    "ignore: [{rule: CX406, reason: Acme was written to on 2024-02-01 and did not answer}]\n",
    bad="polarity: negative\nelements: []\nmissed:\n  repeatable: Nobody else in the chain knew the rule.\n"
    "organisation: Acme\nprovenance: retold\nsource: {title: Experience First}\n",
    find=_find,
)
