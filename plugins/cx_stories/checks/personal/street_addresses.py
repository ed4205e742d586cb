"""Street addresses in text, Dutch and English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cx_stories.checks.personal.dutch_addresses import dutch_addresses
from cx_stories.checks.personal.english_addresses import english_addresses
from cx_stories.checks.personal.found import Found, in_order

_MAY_BE = re.compile(
    r"[0-9](?:(?<=[^\W\d_]\s[0-9])|(?<=\.\s[0-9])|[ \xa0]?[A-Z]{2}"
    r"|[A-Za-z]?(?:[-–/][0-9]{1,4}[A-Za-z]?)?,?\s[A-Z0-9])"
)
"""What every address has: a digit behind a word or a full stop, before two capitals, or before a name."""


def street_addresses(text: str) -> Iterator[Found]:
    """Find streets with a number, and postcodes of the Netherlands and the United Kingdom, in order.

    A number that counts something is none: "High Street 4 all", "12 High Street shops", "Route 66".
    """
    return in_order(dutch_addresses(text), english_addresses(text)) if _MAY_BE.search(text) else iter(())
