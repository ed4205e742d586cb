"""CX109: an address that leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault, Mended
from cx_stories.checks.context import CheckContext
from cx_stories.checks.fixes import revalued
from cx_stories.checks.typed import CURLY_QUOTES, in_curly_quotes
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, ScalarNode
from cx_stories.model.shape import Url

_WEB = re.compile(
    r"https?://[^\s/?#@\"<>\\^`{|}]+\.[^\s/?#@\"<>\\^`{|}]+(?:[/?#][^\s\"<>\\^`{|}]*)?", re.IGNORECASE
)


def is_web_address(text: str) -> bool:
    """Whether a text is an address of the web, and of nothing else that a link can name."""
    return _WEB.fullmatch(text) is not None


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot in context.slots(document):
        if not isinstance(slot.field.shape, Url) or not isinstance(slot.node, ScalarNode) or slot.node.blank:
            continue
        if not is_web_address(slot.node.text.strip()):
            yield _fault(slot.node)


def _fault(node: ScalarNode) -> Fault:
    typed = node.text.strip()
    if inner := in_curly_quotes(typed):
        fix = revalued(node.span, node.text, inner) if is_web_address(inner) else None
        return Fault(node.span, f'"{typed}" {CURLY_QUOTES}', fix)
    return Fault(
        node.span, f'"{typed}" is not a web address. Copy it whole from the browser, starting with https://.'
    )


INVALID_URL = Check(
    code="CX109",
    name="invalid-url",
    severity=Severity.ERROR,
    summary="A web address starts with https:// or http:// and names a site.",
    why="A reader who wants to see the source must get there.",
    good="source: {title: Experience First, url: https://example.org/column}\n",
    bad="source: {title: Experience First, url: example.org/column}\n",
    mended=Mended.SAFELY,
    find=_find,
)
