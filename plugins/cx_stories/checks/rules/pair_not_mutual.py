"""CX206: a pair in one direction only."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.abstract import Abstract
from cx_stories.checks.base import CollectionCheck, Fault
from cx_stories.checks.collection import CollectionContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Kind


def _find(abstract: Abstract, context: CollectionContext) -> Iterator[Fault]:
    pair = abstract.mentioned("pair")
    other = context.base(Kind.STORY, pair.text) if pair else None
    if pair is None or other is None or not other.readable or other.id == abstract.id:
        return
    back = other.mentioned("pair")
    if back is None or back.text != abstract.id:
        says = f'names "{back.text}"' if back else "names no pair"
        yield Fault(pair.span, f"{other.path} {says}. Add `pair: {abstract.id}` there, or remove this line.")


PAIR_NOT_MUTUAL = CollectionCheck(
    code="CX206",
    name="pair-not-mutual",
    severity=Severity.WARNING,
    summary="The two stories of a pair name each other.",
    why="The two sides are shown together on both pages.",
    good={
        "stories/good-day.md": "pair: bad-day\n",
        "stories/bad-day.md": "pair: good-day\npolarity: negative\nmissed: [repeatable]\n",
    },
    bad={
        "stories/good-day.md": "pair: bad-day\n",
        "stories/bad-day.md": "polarity: negative\nmissed: [repeatable]\n",
    },
    find=_find,
    among=lambda context: context.paired,
)
