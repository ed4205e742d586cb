"""The places within a text that a link may lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cx_stories.model.document import Document, Kind, ListNode, Node
from cx_stories.model.parts import lesson_place
from cx_stories.reading.prose import AttributeList, Prose, Tag, scan
from cx_stories.reading.story import article_of

_FOOTNOTE = re.compile(r"\[\^([^\[\]\s]+)\](:?)")


def anchors_of(document: Document, prose: Prose) -> tuple[str, ...]:
    """Give the ids that a page gets from a file: of its text, in the order typed, then of its lessons.

    prose:  the text, scanned
    """
    if document.kind is not Kind.STORY and not document.text("title"):
        # The first heading becomes the title of the page, and is no place in its text any more.
        shown = article_of(document, ()).told_in(document.language)
        prose = scan(shown.body, shown.body_line)
    return tuple(dict.fromkeys((*_ids(prose), *_lessons(document))))


def _lessons(document: Document) -> Iterator[str]:
    """Give the places of the lessons of a story, which its page prints below the text."""
    entry = document.get("lessons") if document.kind is Kind.STORY else None
    lessons = entry.value.items if entry and isinstance(entry.value, ListNode) else ()
    yield from (lesson_place(number) for number, _ in enumerate(filter(_filled_in, lessons), 1))


def _filled_in(node: Node) -> bool:
    return not node.blank


def _ids(prose: Prose) -> Iterator[str]:
    yield from (heading.id for heading in prose.headings)
    groups: tuple[AttributeList | Tag, ...] = (*prose.attribute_lists, *prose.tags)
    for group in groups:
        names = ("id", "name") if isinstance(group, Tag) and group.name == "a" else ("id",)
        yield from (one.value for one in group.attributes if one.name in names and one.value)
    for label, defined in _FOOTNOTE.findall(prose.text):
        yield f"fn:{label}" if defined else f"fnref:{label}"
