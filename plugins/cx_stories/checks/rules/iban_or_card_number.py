"""CX403: the number of a bank account or a card in a story."""

from __future__ import annotations

from cx_stories.checks.base import Check
from cx_stories.checks.personal.personal_data import Kind
from cx_stories.checks.privacy import personal
from cx_stories.model.diagnostic import Severity


def _say(shown: str) -> str:
    return (
        f'"{shown}" is the number of a bank account or a card. Take it out. '
        "If it is something else, say right before it what it is, such as: order number."
    )


IBAN_OR_CARD_NUMBER = Check(
    code="CX403",
    name="iban-or-card-number",
    severity=Severity.ERROR,
    summary="No story, person or series gives the number of a bank account or a card.",
    why="It is enough to take somebody's money, or to try.",
    good="questions:\n  - What does order number 4111111111111111 tell a customer?\n",
    bad="questions:\n  - Who sent the money to NL91 ABNA 0417 1643 00?\n",
    find=personal(Kind.BANK, _say),
)
