"""CX008: a part of the file is too large."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault, obstacle
from cx_stories.checks.context import CheckContext
from cx_stories.checks.long_values import long_values
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document
from cx_stories.reading.markup import MOST_ATTRIBUTES
from cx_stories.reading.prose import AttributeList, Tag

_WORDS = {
    "file": "This file is too large to be a story. Was something pasted by accident?",
    "front matter": "The front matter is larger than 64 KiB. Shorten it.",
    "body": "The story is larger than 500 KB. Shorten it or split it in two.",
    "nodes": "The front matter has more than 2,000 keys and values. Remove what was pasted by accident.",
    "nesting": "More than 20 brackets are open here at once. Remove what was pasted by accident.",
}


def _say(detail: str) -> str:
    crowded = f"This text has more than {detail}. Remove what was pasted by accident."
    return _WORDS.get(detail, crowded)


_unread = obstacle("too-large", _say)


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    yield from _unread(document, context)
    if document.obstacle:
        return
    yield from long_values(document)
    prose = context.prose(document)
    places: tuple[Tag | AttributeList, ...] = (*prose.tags, *prose.attribute_lists)
    for crowded in places:
        if crowded.crowded:
            told = f"There are more than {MOST_ATTRIBUTES} attributes in one place here."
            yield Fault(crowded.span, f"{told} Remove what was pasted by accident.")


TOO_LARGE = Check(
    code="CX008",
    name="too-large",
    severity=Severity.ERROR,
    summary="At most 300 characters in a title, 1,000 in a value, 64 KiB in front matter, 500 KB in a story.",
    why="Huge or tangled files make the site slow or stop it from being built.",
    good="senses: [sight]\n",
    bad="senses: " + "[" * 21 + "sight" + "]" * 21 + "\n",
    find=_find,
)
