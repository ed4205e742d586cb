"""Street addresses in text, Dutch and English."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.personal.dutch_addresses import dutch_addresses
from cx_stories.checks.personal.english_addresses import english_addresses
from cx_stories.checks.personal.found import Found, in_order


def street_addresses(text: str) -> Iterator[Found]:
    """Find streets with a number, and postcodes of the Netherlands and the United Kingdom, in order.

    A number that counts something is none: "High Street 4 all", "12 High Street shops", "Route 66".
    """
    return in_order(dutch_addresses(text), english_addresses(text))
