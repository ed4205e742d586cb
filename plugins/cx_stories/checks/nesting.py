"""How tags of raw HTML stand in each other: what is in no table, and what is never closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown.util import BLOCK_LEVEL_ELEMENTS

from cx_stories.model.document import Document
from cx_stories.reading.prose import Prose, Tag

_PARTS = "caption col colgroup tbody td tfoot th thead tr"
_OF_TABLES = frozenset(_PARTS.split())
_WORDS = "a b cite code del em i ins kbd mark q s small span strong sub sup u"
_RUNNING = frozenset(_WORDS.split())
"""Elements of running text, which end where they are closed."""
_BLOCKS = frozenset(BLOCK_LEVEL_ELEMENTS) - {"br", "hr"}


def outside_tables(document: Document, tags: Sequence[Tag]) -> Iterator[Tag]:
    """Give what belongs into a table and has none around it, each element once."""
    told: set[str] = set()
    depth = 0
    for tag in tags:
        if tag.name == "table":
            depth = max(0, depth - 1) if tag.closing else depth + 1
        elif tag.name not in _OF_TABLES or depth or tag.closing or tag.name in told:
            continue
        elif _is_whole(tag, document):
            told.add(tag.name)
            yield tag


def never_closed(document: Document, prose: Prose) -> Iterator[Tag]:
    """Give elements of running text that are opened for certain and closed nowhere below.

    Within a block of HTML, and beside a backtick that may belong to code, nothing is certain.
    """
    opened: dict[str, list[Tag]] = {}
    blocks = 0
    for tag in _apart(prose.tags):
        if tag.name in _BLOCKS:
            blocks = max(0, blocks - 1) if tag.closing else blocks + 1
        elif tag.name not in _RUNNING:
            continue
        elif tag.closing:
            if opened.get(tag.name):
                opened[tag.name].pop()
        elif not blocks and _is_whole(tag, document):
            opened.setdefault(tag.name, []).append(tag)
    left = [tag for tags in opened.values() for tag in tags]
    if not left:
        return
    unclear = _lines_in_doubt(prose) | {one.whole.line for one in prose.images}
    for tag in left:
        if tag.span.line not in unclear and not (prose.doubt and tag.span >= prose.doubt):
            yield tag


def _apart(tags: Sequence[Tag]) -> Iterator[Tag]:
    """Give tags that do not begin within another."""
    end = (0, 0)
    for tag in tags:
        if (tag.span.line, tag.span.column) >= end:
            end = (tag.span.end_line, tag.span.end_column)
            yield tag


def _is_whole(tag: Tag, document: Document) -> bool:
    """Whether a tag has its `>`, and its line is not set in as code is."""
    last = document.lines[tag.span.end_line - 1][: tag.span.end_column - 1]
    first = document.lines[tag.span.line - 1]
    return last.endswith(">") and not first.startswith(("    ", "\t"))


def _lines_in_doubt(prose: Prose) -> frozenset[int]:
    """Give the lines of paragraphs in which a backtick is left."""
    doubtful: set[int] = set()
    paragraph: list[int] = []
    ticked = False
    for number, line in enumerate((*prose.text.split("\n"), ""), prose.places.first_line):
        paragraph.append(number)
        ticked = ticked or "`" in line
        if not line.strip("> \t"):
            doubtful.update(paragraph if ticked else ())
            paragraph, ticked = [], False
    return frozenset(doubtful)
