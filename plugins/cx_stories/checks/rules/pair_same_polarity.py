"""CX207: a pair without an opposite."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Kind


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for value in document.scalars("pair") if document.kind is Kind.STORY else ():
        other = context.base(Kind.STORY, value.text.strip())
        if other is None or other is document or other.obstacle or not context.is_base(document):
            continue
        polarity = context.vocabularies["polarity"]
        mine, theirs = polarity.resolve(document.text("polarity")), polarity.resolve(other.text("polarity"))
        if mine and mine == theirs:
            yield Fault(
                value.span,
                f'"{other.id}" is {mine.id} too. A pair has one positive and one negative story; '
                f"use `related: [{other.id}]` for stories that are alike.",
            )


PAIR_SAME_POLARITY = Check(
    code="CX207",
    name="pair-same-polarity",
    severity=Severity.ERROR,
    summary="A pair has one positive and one negative story.",
    why="People learn from the difference between the two.",
    good={
        "stories/good-day.md": "pair: bad-day\n",
        "stories/bad-day.md": "pair: good-day\npolarity: negative\n",
    },
    bad={
        "stories/bad-day.md": "polarity: positive\npair: good-day\n",
        "stories/good-day.md": "polarity: positive\npair: bad-day\n",
    },
    find=_find,
)
