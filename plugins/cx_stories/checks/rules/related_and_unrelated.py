"""CX216: a story that is to be shown beside another, and is not."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, ScalarNode

_TOGETHER = ("pair", "related")
_APART = "unrelated"


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    """Report the one that stands second in the file."""
    first: dict[str, tuple[str, ScalarNode]] = {}
    named = [
        (slot.name, value)
        for slot in context.slots(document)
        if slot.name in (*_TOGETHER, _APART)
        for value in slot.values
    ]
    for name, value in sorted(named, key=lambda one: one[1].span):
        before, other = first.setdefault(value.text.strip(), (name, value))
        if before != name and _APART in (before, name):
            yield Fault(
                value.span,
                f'"{value.text.strip()}" stands under `{before}:` on line {other.span.line} and under '
                f"`{name}:` here. Remove one of the two.",
            )


RELATED_AND_UNRELATED = Check(
    code="CX216",
    name="related-and-unrelated",
    severity=Severity.WARNING,
    summary="A story stands under `pair:` or `related:`, or under `unrelated:`; never under both.",
    why="It is shown beside this one or it is not, and only the writer knows which was meant.",
    good={
        "stories/a-day.md": "related: [b-day]\nunrelated: [c-day]\n",
        "stories/b-day.md": "title: A day in the sun\n",
        "stories/c-day.md": "title: A day in the shade\n",
    },
    bad={
        "stories/a-day.md": "related: [b-day]\nunrelated: [b-day]\n",
        "stories/b-day.md": "title: A day in the sun\n",
    },
    find=_find,
)
