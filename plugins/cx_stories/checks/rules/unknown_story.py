"""CX204: a story that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.checks.typed import suggestion
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Kind
from cx_stories.model.shape import Reference, References


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot in context.slots(document):
        shape = slot.field.shape
        if isinstance(shape, Reference | References) and shape.kind is Kind.STORY:
            for value in slot.values:
                if context.base(Kind.STORY, value.text.strip()) is None:
                    cure = suggestion(value.text, context.ids(Kind.STORY))
                    yield Fault(
                        value.span,
                        f'There is no story with the file name "{value.text}". {cure}',
                    )


UNKNOWN_STORY = Check(
    code="CX204",
    name="unknown-story",
    severity=Severity.ERROR,
    summary="A story that is pointed at exists.",
    why="A link to nothing loses the reader.",
    good={"stories/a-good-day.md": "related: [a-bad-day]\n", "stories/a-bad-day.md": "title: A bad day\n"},
    bad={"stories/a-good-day.md": "related: [a-bat-day]\n", "stories/a-bad-day.md": "title: A bad day\n"},
    find=_find,
)
