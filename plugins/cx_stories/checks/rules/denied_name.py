"""CX410: a name that the site keeps out of its pages."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Span


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for one in context.private(document):
        if one.kind is None:
            yield Fault(one.span, _IN_FILE_NAME if one.span == Span() else _IN_TEXT)


_IN_TEXT = (
    "Here stands a name that this site keeps out of its pages. "
    "Write who it was instead, such as: the teller, the manager."
)
_IN_FILE_NAME = (
    "In the name of this file stands a name that this site keeps out of its pages. Give it another one."
)

_SITE = b"site_name: Stories\ndocs_dir: content\nplugins:\n  - cx-stories:\n      deny_list: names.txt\n"

DENIED_NAME = Check(
    code="CX410",
    name="denied-name",
    severity=Severity.ERROR,
    summary="No file has a name in it that stands on the site's private list.",
    why="Somebody was promised to be left out.",
    good={
        "../mkdocs.yml": _SITE,
        "../names.txt": b"Mina Jansen\n",
        "stories/example.md": "questions:\n  - What would you have told the teller?\n",
    },
    bad={
        "../mkdocs.yml": _SITE,
        "../names.txt": b"Mina Jansen\n",
        "stories/example.md": "questions:\n  - What would you have told Mina Jansen?\n",
    },
    find=_find,
)
