"""CX405: a street with a number in a story."""

from __future__ import annotations

from cx_stories.checks.base import Check
from cx_stories.checks.personal.personal_data import Kind
from cx_stories.checks.privacy import personal
from cx_stories.model.diagnostic import Severity


def _say(shown: str) -> str:
    return (
        f'"{shown}" looks like an address. Leave out the number and the postcode; '
        "the name of the town is enough."
    )


STREET_ADDRESS = Check(
    code="CX405",
    name="street-address",
    severity=Severity.WARNING,
    summary="No story, person or series says at which number of which street something happened.",
    why="It tells where somebody lives or works.",
    good="questions:\n  - What would the shop in Kerkstraat have done?\n",
    bad="questions:\n  - What would the shop at Kerkstraat 12 have done?\n",
    find=personal(Kind.ADDRESS, _say),
)
