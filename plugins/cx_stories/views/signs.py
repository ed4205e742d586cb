"""Signs of a file as a page, a terminal or a log may show them."""

from __future__ import annotations

import re

_NEVER_SHOWN = (
    "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""What turns the order of letters, or takes no room at all, so that two names look the same."""
STEERING = rf"[\x7f-\x9f{_NEVER_SHOWN}\ud800-\udfff\ufffe\uffff]|(?<![^\x00-\x7f\u200b-\u200f])[\u200c\u200d]"
"""What moves a cursor, is not seen, or cannot be written as UTF-8 or in XML; a joiner may stand after letters
and signs other than those of English, as in Persian and in pictures of people at work."""
_STEERING = re.compile(rf"[\x00-\x1f]|{STEERING}")
_MOVING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""What moves a cursor, turns the order of letters, or cannot be written."""
_UNSEEN = "\u00ad\u034f\u180e\u200b-\u200f\u2060-\u206f\ufeff"
"""What some programs leave out when they compare texts."""
BEFORE_BRACKET = rf"#(?=[{_UNSEEN}]*#[\w{_UNSEEN}]*\[)"
"""How an order to a build server begins that may stand anywhere: `##[...]`, `##vso[...]`."""
_ORDER = re.compile(rf"{BEFORE_BRACKET}|^(?=(?:[^\S\n]|[{_UNSEEN}])*:[{_UNSEEN}]*:)", re.MULTILINE)


def visible(text: str) -> str:
    """Give text on one line in which nothing steers what is shown; every sign keeps its place."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " "))


def spelled_out(text: str) -> str:
    r"""Show what steers a terminal or breaks a line as an escape such as \x1b or \u202e; a tab is a space."""
    return _STEERING.sub(_escape, text.replace("\t", " "))


def held_still(text: str) -> str:
    """Show what steers as an escape, and leave what is merely not seen, such as a mark that begins a file."""
    return _MOVING.sub(_escape, text)


def no_orders(text: str) -> str:
    r"""Give lines for a log with nothing in them that a build server obeys: `\x23#[...]`, `\::...`.

    Source:  https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands and
             https://learn.microsoft.com/en-us/azure/devops/pipelines/scripts/logging-commands
    """
    return _ORDER.sub(lambda sign: "\\x23" if sign.group() else "\\", text)


def _escape(sign: re.Match[str]) -> str:
    point = ord(sign.group())
    if point < 0x100:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
