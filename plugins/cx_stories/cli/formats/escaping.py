"""Text that somebody typed, made harmless for where it is shown."""

from __future__ import annotations

import json
import re
from typing import Any

_STEERING = "\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff"
"""What moves a cursor, turns the order of letters, or cannot be written as UTF-8 or in XML."""
_HIDDEN = re.compile(f"[\x00-\x1f{_STEERING}]")
_HIDDEN_IN_JSON = re.compile(f"[{_STEERING}]")


def visible(text: str) -> str:
    r"""Show what steers a terminal or breaks a line as an escape such as \x1b or \u202e; a tab is a space."""
    return _HIDDEN.sub(lambda sign: _escape(ord(sign.group())), text.replace("\t", " "))


def as_json(value: Any) -> str:
    """Give JSON for programs that people look over the shoulder: indented, letters as they are."""
    text = json.dumps(value, indent=2, ensure_ascii=False)
    return _HIDDEN_IN_JSON.sub(lambda sign: f"\\u{ord(sign.group()):04x}", text) + "\n"


def _escape(point: int) -> str:
    return f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}"
