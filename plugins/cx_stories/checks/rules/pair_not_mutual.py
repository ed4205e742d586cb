"""CX206: a pair in one direction only."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Kind


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for value in document.scalars("pair") if document.kind is Kind.STORY else ():
        other = context.base(Kind.STORY, value.text.strip())
        if other is None or other.obstacle or other.id == document.id:
            continue
        back = other.text("pair")
        if back != document.id:
            says = f'names "{back}"' if back else "names no pair"
            yield Fault(
                value.span, f"{other.path} {says}. Add `pair: {document.id}` there, or remove this line."
            )


PAIR_NOT_MUTUAL = Check(
    code="CX206",
    name="pair-not-mutual",
    severity=Severity.WARNING,
    summary="The two stories of a pair name each other.",
    why="The two sides are shown together on both pages.",
    good={
        "stories/good-day.md": "pair: bad-day\n",
        "stories/bad-day.md": "pair: good-day\npolarity: negative\n",
    },
    bad={"stories/good-day.md": "pair: bad-day\n", "stories/bad-day.md": "polarity: negative\n"},
    find=_find,
)
