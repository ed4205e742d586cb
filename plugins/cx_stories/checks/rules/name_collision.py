"""CX012: two files for one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cx_stories.checks.abstract import Abstract
from cx_stories.checks.base import CollectionCheck, Fault
from cx_stories.checks.collection import CollectionContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Kind, Span
from cx_stories.reading.naming import as_one


def _find(abstract: Abstract, context: CollectionContext) -> Iterator[Fault]:
    first = context.twins(abstract)[0]
    if first is not abstract:
        yield Fault(
            Span(1, 1, 1, 1),
            f"This file would be the same page as {first.path}. Rename one of the two; "
            "capitals and folders do not tell them apart.",
        )
    for alias in abstract.aliases:
        if taken := _taken(alias.text, abstract, context):
            yield Fault(alias.span, taken)


def _among(context: CollectionContext) -> Iterable[Abstract]:
    return [one for one in context.abstracts if one.aliases or one.path in context.crowded]


def _taken(alias: str, abstract: Abstract, context: CollectionContext) -> str:
    """Say why an earlier name of a story cannot lead to it; nothing if it can."""
    other = context.once(_called).get(as_one(alias))
    if other and other.id == abstract.id:
        few = "but for capitals " if alias != abstract.id else ""
        return f'"{alias}" is {few}what this story is called now. Take it out of `aliases:`.'
    if other:
        return f'"{alias}" is the name of {other.path}. Take it out: an address leads to one story.'
    first = context.once(_once_called)[as_one(alias)]
    if first.id != abstract.id:
        return f'{first.path} was called "{alias}", too. Take it out of one of the two.'
    return ""


def _called(context: CollectionContext) -> Mapping[str, Abstract]:
    """Map the name of each story, as all computers read it, to its file."""
    bases = ((one, context.base(Kind.STORY, one)) for one in context.ids(Kind.STORY))
    return {as_one(identity): base for identity, base in bases if base}


def _once_called(context: CollectionContext) -> Mapping[str, Abstract]:
    """Map each earlier name to the first file that gives it."""
    found: dict[str, Abstract] = {}
    for one in context.abstracts:
        for alias in one.aliases:
            found.setdefault(as_one(alias.text), one)
    return found


NAME_COLLISION = CollectionCheck(
    code="CX012",
    name="name-collision",
    severity=Severity.ERROR,
    summary="Every story has a name of its own.",
    why="Two files with one name would overwrite each other's page.",
    good={"stories/refund.md": "title: Refund\n", "stories/refund-two.md": "title: Refund again\n"},
    bad={"stories/refund.md": "title: Refund\n", "stories/2024/refund.md": "title: Refund again\n"},
    find=_find,
    among=_among,
)
