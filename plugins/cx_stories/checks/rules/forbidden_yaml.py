"""CX007: an anchor, an alias or a tag."""

from __future__ import annotations

from cx_stories.checks.base import Check, obstacle
from cx_stories.model.diagnostic import Severity

_QUOTES = "Put the whole value in double quotes"
_CURE = {"*": f"{_QUOTES}; if this is a list, begin its lines with `- ` instead."}

FORBIDDEN_YAML = Check(
    code="CX007",
    name="forbidden-yaml",
    severity=Severity.ERROR,
    summary="No value starts with *, &, ! or % unless it is in quotes.",
    why="Such signs have a hidden meaning in front matter and could do harm.",
    good='title: "*One* call"\n',
    bad="title: *One* call\n",
    find=obstacle(
        "forbidden-yaml",
        lambda sign: f"`{sign}` at the start has a special meaning. {_CURE.get(sign, f'{_QUOTES}.')}",
    ),
)
