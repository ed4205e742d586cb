"""Typed text, made harmless for where it is shown."""

from __future__ import annotations

import json
import re
from typing import Any

from cx_stories.views.signs import BEFORE_BRACKET, STEERING

_HIDDEN_IN_JSON = re.compile(f"{STEERING}|{BEFORE_BRACKET}")
_HIDDEN_IN_XML = re.compile(BEFORE_BRACKET)


def as_json(value: Any) -> str:
    """Give JSON for programs that people look over the shoulder: indented, letters as they are."""
    text = json.dumps(value, indent=2, ensure_ascii=False)
    return _HIDDEN_IN_JSON.sub(_escaped, text) + "\n"


def _escaped(sign: re.Match[str]) -> str:
    """Write a sign as JSON has it where it may hold nothing but ASCII, and the hash that is ASCII too."""
    return "\\u0023" if sign.group() == "#" else json.dumps(sign.group())[1:-1]


def without_orders(xml: str) -> str:
    """Give XML that means the same, with nothing in it that a build server takes for an order."""
    return _HIDDEN_IN_XML.sub("&#35;", xml)
