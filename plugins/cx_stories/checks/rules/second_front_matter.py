"""CX014: two stories in one file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.checks.examples import BODY
from cx_stories.checks.paragraphs import fenced_lines
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Span
from cx_stories.model.fields import FIELDS
from cx_stories.model.shape import Field

_FENCE = re.compile(r"-{3,}[ \t]*")
_KEY = re.compile(r"([\w-]+):(?:[ \t]|$)")
_GOES_ON = re.compile(r"[ \t]|-[ \t]|#|$")
"""What stands between the fields: their lists and longer texts, remarks, empty lines."""


def _find(document: Document, _: CheckContext) -> Iterator[Fault]:
    if not document.fenced or "---" not in document.body:
        return
    fenced = fenced_lines(document)
    opening, block = 0, []
    for number, line in enumerate(document.body.split("\n"), document.body_line):
        if number in fenced or not _FENCE.fullmatch(line):
            block.append(line)
        elif opening and _is_front_matter(block, FIELDS[document.kind]):
            yield _fault(opening)
            opening, block = 0, []
        else:
            opening, block = number, []


def _is_front_matter(block: Sequence[str], known: Mapping[str, Field]) -> bool:
    """Whether lines are all fields and what belongs to them: a scene may have a line with a colon, too."""
    keys = [_KEY.match(line) for line in block]
    if any(key is None and not _GOES_ON.match(line) for key, line in zip(keys, block, strict=True)):
        return False
    return any(key and key[1] in known for key in keys)


def _fault(line: int) -> Fault:
    return Fault(
        Span(line, 1, line, 4),
        "Another story begins here, in the same file. Give each story a file of its own: "
        "cut everything from this line on, and paste it into a new file.",
    )


SECOND_FRONT_MATTER = Check(
    code="CX014",
    name="second-front-matter",
    severity=Severity.ERROR,
    summary="A file holds one story, with one front matter, at its top.",
    why="The second story would be printed as the end of the first, with its front matter for all to read.",
    good={
        "stories/kettle.md": "title: The kettle\nsummary: A new lid comes with the Monday post.\n---\n"
        "He wrote to the maker. A man called Joris wrote back within the hour, asked for a picture of the "
        "lid and sent a new one.\n\n---\n\nThe lid came with a card on which somebody had drawn the old "
        "kettle, smiling, in its second youth.\n\n---\n\nHe put it above the stove.\n",
    },
    bad=f"title: Refund in one call\n---\n{BODY}\n---\ntitle: The kettle\npolarity: positive\n---\n{BODY}",
    find=_find,
)
