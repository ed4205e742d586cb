"""CX504: a series without stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cx_stories.checks.abstract import Abstract
from cx_stories.checks.base import CollectionCheck, Fault
from cx_stories.checks.collection import CollectionContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Kind


def _find(abstract: Abstract, context: CollectionContext) -> Iterator[Fault]:
    if context.is_base(abstract) and abstract.id not in context.once(_with_stories):
        yield Fault(
            abstract.opening,
            f"No story belongs to this series. Add `series: {abstract.id}` to its stories, or remove this "
            "file.",
        )


def _among(context: CollectionContext) -> Iterable[Abstract]:
    return [one for one in context.abstracts if one.kind is Kind.SERIES]


def _with_stories(context: CollectionContext) -> frozenset[str]:
    """Drafts count: whoever writes the first story of a series makes its page too."""
    stories = (one for one in context.abstracts if one.kind is Kind.STORY and one.status != "retired")
    named = (one.mentioned("series") for one in stories)
    return frozenset(mention.text for mention in named if mention)


EMPTY_SERIES = CollectionCheck(
    code="CX504",
    name="empty-series",
    severity=Severity.WARNING,
    summary="Every series has a story.",
    why="The page of a series is the list of its stories; without one it is a dead end.",
    good={
        "series/night-shift.md": "---\ntitle: The night shift\n---\n",
        "stories/example.md": "series: night-shift\n",
    },
    bad={
        "series/night-shift.md": "---\ntitle: The night shift\n---\n",
        "stories/example.md": "title: Refund in one call\n",
    },
    find=_find,
    among=_among,
)
