"""CX012: two files for one page."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.abstract import Abstract
from cx_stories.checks.base import CollectionCheck, Fault
from cx_stories.checks.collection import CollectionContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Span


def _find(abstract: Abstract, context: CollectionContext) -> Iterator[Fault]:
    first = context.twins(abstract)[0]
    if first is not abstract:
        yield Fault(
            Span(1, 1, 1, 1),
            f"This file would be the same page as {first.path}. Rename one of the two; "
            "capitals and folders do not tell them apart.",
        )


NAME_COLLISION = CollectionCheck(
    code="CX012",
    name="name-collision",
    severity=Severity.ERROR,
    summary="Every story has a name of its own.",
    why="Two files with one name would overwrite each other's page.",
    good={"stories/refund.md": "title: Refund\n", "stories/refund-two.md": "title: Refund again\n"},
    bad={"stories/refund.md": "title: Refund\n", "stories/2024/refund.md": "title: Refund again\n"},
    find=_find,
)
