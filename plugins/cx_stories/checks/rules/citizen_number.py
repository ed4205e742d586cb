"""CX404: the number of a citizen in a story."""

from __future__ import annotations

from cx_stories.checks.base import Check
from cx_stories.checks.personal.personal_data import Kind
from cx_stories.checks.privacy import personal
from cx_stories.model.diagnostic import Severity


def _say(shown: str) -> str:
    return (
        f'"{shown}" has the form of a citizen service number. Take it out. '
        "If it is something else, say right before it what it is, such as: order number."
    )


CITIZEN_NUMBER = Check(
    code="CX404",
    name="citizen-number",
    severity=Severity.ERROR,
    summary="No story, person or series gives the number by which a state knows somebody.",
    why="It is enough to act in somebody's name, and the law forbids to publish it.",
    good="questions:\n  - What does order number 123456782 tell a customer?\n",
    bad="questions:\n  - Why did the shop ask for 123456782?\n",
    find=personal(Kind.CITIZEN, _say),
)
