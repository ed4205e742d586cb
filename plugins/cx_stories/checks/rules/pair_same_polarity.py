"""CX207: a pair without an opposite."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.abstract import Abstract
from cx_stories.checks.base import CollectionCheck, Fault
from cx_stories.checks.collection import CollectionContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Kind


def _find(abstract: Abstract, context: CollectionContext) -> Iterator[Fault]:
    pair = abstract.mentioned("pair")
    other = context.base(Kind.STORY, pair.text) if pair and context.is_base(abstract) else None
    if pair is None or other is None or other is abstract or not other.readable:
        return
    if abstract.polarity and abstract.polarity == other.polarity:
        yield Fault(
            pair.span,
            f'"{other.id}" is {other.polarity} too. A pair has one positive and one negative story; '
            f"use `related: [{other.id}]` for stories that are alike.",
        )


PAIR_SAME_POLARITY = CollectionCheck(
    code="CX207",
    name="pair-same-polarity",
    severity=Severity.ERROR,
    summary="A pair has one positive and one negative story.",
    why="People learn from the difference between the two.",
    good={
        "stories/good-day.md": "pair: bad-day\n",
        "stories/bad-day.md": "pair: good-day\npolarity: negative\nmissed: [repeatable]\n",
    },
    bad={
        "stories/bad-day.md": "polarity: positive\npair: good-day\n",
        "stories/good-day.md": "polarity: positive\npair: bad-day\n",
    },
    find=_find,
    among=lambda context: context.paired,
)
