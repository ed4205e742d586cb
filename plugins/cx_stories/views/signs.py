"""Signs of a file as a page, a terminal or a log may show them."""

from __future__ import annotations

import re

STEERING = "\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff"
"""What moves a cursor, turns the order of letters, or cannot be written as UTF-8 or in XML."""
_STEERING = re.compile(f"[\x00-\x1f{STEERING}]")


def visible(text: str) -> str:
    """Give text on one line in which nothing steers what is shown; every sign keeps its place."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " "))


def spelled_out(text: str) -> str:
    r"""Show what steers a terminal or breaks a line as an escape such as \x1b or \u202e; a tab is a space."""
    return _STEERING.sub(lambda sign: _escape(ord(sign.group())), text.replace("\t", " "))


def _escape(point: int) -> str:
    return f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}"
