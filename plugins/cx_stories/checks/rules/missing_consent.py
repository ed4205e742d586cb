"""CX407: somebody's own story is published without consent."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Kind, MapNode, ScalarNode

_ASKING = {"first-hand": "its teller", "composite": "those it was made of"}
"""Kinds of origin that ask for consent, and whose."""


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    if document.kind is not Kind.STORY or not context.is_base(document) or not context.complete(document):
        return
    whose = _ASKING.get(context.term(document, "provenance"), "")
    consent = document.get("consent")
    if consent and isinstance(consent.value, MapNode):
        yield from _not_given(consent.value, whose, context)
    elif whose and consent and consent.value.blank and not context.strayed_from(document, "consent"):
        yield Fault(consent.key.span, f"`consent:` is empty. {_ask(whose)}")
    elif whose and consent is None and "consent" not in context.misspelt(document):
        yield Fault(document.closing, f"`consent:` is missing. {_ask(whose)}")


def _not_given(consent: MapNode, whose: str, context: CheckContext) -> Iterator[Fault]:
    """Look at the status that was typed; that there is one, and a known one, other rules ask for."""
    entry = consent.get("status")
    if entry is None or not isinstance(entry.value, ScalarNode):
        return
    term = context.vocabularies["consent"].resolve(entry.value.text)
    if term and term.id == "withdrawn":
        yield Fault(
            entry.value.span,
            "Consent was withdrawn, so this story must come off the site. Write `status: retired`.",
        )
    elif term and term.id == "not-needed" and whose:
        yield Fault(
            entry.value.span,
            f'"{entry.value.text.strip()}" is for stories that are invented or were published before. '
            f"{_ask(whose)}",
        )


def _ask(whose: str) -> str:
    return (
        f"Ask {whose}, and write `consent: {{status: given, date: 2024-03-01}}` with the day; "
        "until then `status: draft` keeps the story back."
    )


MISSING_CONSENT = Check(
    code="CX407",
    name="missing-consent",
    severity=Severity.ERROR,
    summary="A story of somebody's own is published with recorded consent.",
    why="It is the teller's to give, and to take back.",
    good="provenance: first-hand\nconsent: {status: given, date: 2024-02-20}\n",
    bad="provenance: first-hand\n",
    find=_find,
)
