"""CX401: an e-mail address in a story."""

from __future__ import annotations

from cx_stories.checks.base import Check
from cx_stories.checks.personal.personal_data import Kind
from cx_stories.checks.privacy import personal
from cx_stories.model.diagnostic import Severity


def _say(shown: str) -> str:
    return (
        f'"{shown}" is an e-mail address. Take it out. '
        "An address for readers to write to belongs on a page of its own, such as about.md."
    )


EMAIL_ADDRESS = Check(
    code="CX401",
    name="email-address",
    severity=Severity.ERROR,
    summary="No story, person or series gives an e-mail address.",
    why="It is somebody's own, and programs that send advertisements collect it from every site.",
    good="questions:\n  - Who answers the mail of your shop?\n",
    bad="questions:\n  - Does mina@example.org still answer?\n",
    find=personal(Kind.EMAIL, _say),
)
