"""CX503: an element of which only one side is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cx_stories.checks.abstract import Abstract
from cx_stories.checks.base import CollectionCheck, Fault
from cx_stories.checks.collection import CollectionContext
from cx_stories.checks.ten_stories import ten_stories
from cx_stories.model.diagnostic import Severity

OneSided = Mapping[str, list[tuple[str, bool]]]
"""By the path of the first story that has it: an element, and whether it was there or was missed."""


def _find(abstract: Abstract, context: CollectionContext) -> Iterator[Fault]:
    for element, there in context.once(_one_sided)[abstract.path]:
        term = context.vocabularies["elements"].by_id[element]
        told, untold = ("was there", "was missed") if there else ("was missed", "was there")
        yield Fault(
            abstract.opening,
            f'"{term.label("en")}" {told} in this story, and no story tells where it {untold}. '
            "Look for one that does.",
        )


def _among(context: CollectionContext) -> Iterable[Abstract]:
    return [context.by_path[path] for path in context.once(_one_sided)] if context.large else ()


def _one_sided(context: CollectionContext) -> OneSided:
    first: dict[tuple[str, bool], str] = {}
    for story in sorted(context.stories, key=lambda one: one.path):
        for there, elements in ((True, story.hits), (False, story.misses)):
            for element in elements:
                first.setdefault((element, there), story.path)
    found: dict[str, list[tuple[str, bool]]] = {}
    for (element, there), path in sorted(first.items()):
        if (element, not there) not in first:
            found.setdefault(path, []).append((element, there))
    return found


ELEMENT_WITHOUT_CONTRAST = CollectionCheck(
    code="CX503",
    name="element-without-contrast",
    severity=Severity.INFO,
    summary="Of an element that stories show, some story shows that it was missed, and the other way round.",
    why="People see what an element does by the difference between an experience with it and one without.",
    good=ten_stories(),
    bad=ten_stories(second="title: Coat 2\nseries: coats\n"),
    find=_find,
    among=_among,
)
