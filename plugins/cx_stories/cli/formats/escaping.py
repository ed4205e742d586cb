"""JSON in which what somebody typed is harmless where it is shown."""

from __future__ import annotations

import json
import re
from typing import Any

from cx_stories.views.signs import STEERING

_HIDDEN_IN_JSON = re.compile(f"[{STEERING}]")


def as_json(value: Any) -> str:
    """Give JSON for programs that people look over the shoulder: indented, letters as they are."""
    text = json.dumps(value, indent=2, ensure_ascii=False)
    return _HIDDEN_IN_JSON.sub(lambda sign: f"\\u{ord(sign.group()):04x}", text) + "\n"
