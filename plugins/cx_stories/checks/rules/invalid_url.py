"""CX109: an address that leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, ScalarNode
from cx_stories.model.shape import Url

_WEB = re.compile(
    r"https?://[^\s/?#@\"<>\\^`{|}]+\.[^\s/?#@\"<>\\^`{|}]+(?:[/?#][^\s\"<>\\^`{|}]*)?", re.IGNORECASE
)


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot in context.slots(document):
        if isinstance(slot.field.shape, Url) and isinstance(slot.node, ScalarNode) and not slot.node.blank:
            text = slot.node.text.strip()
            if not _WEB.fullmatch(text):
                yield Fault(
                    slot.node.span,
                    f'"{text}" is not a web address. Copy it whole from the browser, starting with https://.',
                )


INVALID_URL = Check(
    code="CX109",
    name="invalid-url",
    severity=Severity.ERROR,
    summary="A web address starts with https:// or http:// and names a site.",
    why="A reader who wants to see the source must get there.",
    good="source: {title: Experience First, url: https://example.org/column}\n",
    bad="source: {title: Experience First, url: example.org/column}\n",
    find=_find,
)
