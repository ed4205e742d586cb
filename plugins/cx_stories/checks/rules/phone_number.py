"""CX402: a telephone number in a story."""

from __future__ import annotations

from cx_stories.checks.base import Check
from cx_stories.checks.personal.personal_data import Kind
from cx_stories.checks.privacy import personal
from cx_stories.model.diagnostic import Severity


def _say(shown: str) -> str:
    return (
        f'"{shown}" is a telephone number. Take it out, or write whose it was, such as: the shop. '
        "If it is something else, say right before it what it is, such as: order number."
    )


PHONE_NUMBER = Check(
    code="CX402",
    name="phone-number",
    severity=Severity.ERROR,
    summary="No story, person or series gives a telephone number.",
    why="Whoever answers it has not asked to be called by readers.",
    good="questions:\n  - Who answers when a customer calls 112?\n",
    bad="questions:\n  - Does anybody answer 020 794 0123?\n",
    find=personal(Kind.PHONE, _say),
)
