"""Signs of a file as a page may show them."""

from __future__ import annotations

import re

_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""What breaks a line, turns the order of letters, or cannot stand in a page."""


def visible(text: str) -> str:
    """Give text on one line in which nothing steers what is shown; every sign keeps its place."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " "))
