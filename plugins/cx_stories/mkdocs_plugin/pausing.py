"""Where a story stops to ask what you would do: marked in its prose while that is rendered."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from cx_stories.reading.cross_references import PAUSE as MARK
from cx_stories.views.story.workshop import PAUSE_TAG, SHARE

if TYPE_CHECKING:
    from markdown import Markdown

FEWEST_PARAGRAPHS = 3
_TELLING = frozenset({"p", "blockquote", "ul", "ol", "dl", "table", "pre", "div", "details"})
_MAY_FOLLOW = frozenset({"p", "h2", "h3", "h4", "h5", "h6", "hr"})
_BEFORE_INLINE_AND_FOOTNOTES = 60


class Pausing(Extension):
    """Puts an empty element where a story pauses: at the writer's mark, else where most of it has been told.

    The element is at the top level, so that the HTML before it and after it is each a whole.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register with a converter."""
        md.treeprocessors.register(_PausingProcessor(md), "cx-pausing", _BEFORE_INLINE_AND_FOOTNOTES)


class _PausingProcessor(Treeprocessor):
    def run(self, root: Element) -> None:
        """Mark the pause, before marks within the text could be taken for links."""
        mark_pause(root)


def mark_pause(root: Element) -> None:
    """Put the element where the story pauses; take all marks of the writer out.

    A mark with nothing before it or nothing after it is no pause, and a story of fewer than three
    paragraphs has none unless it is marked.
    """
    typed = [block for block in root if _is_mark(block)]
    place = list(root).index(typed[0]) if typed else None
    for block in typed:
        root.remove(block)
    if place is None:
        place = _own_place(root)
    elif not (_tells(root[:place]) and _tells(root[place:])):
        place = None
    if place is not None:
        mark = Element(PAUSE_TAG)
        mark.tail = "\n"
        root.insert(place, mark)


def _is_mark(block: Element) -> bool:
    return block.tag == "p" and not len(block) and (block.text or "").strip() == MARK


def _tells(blocks: list[Element]) -> bool:
    return any(block.tag in _TELLING for block in blocks)


def _own_place(root: Element) -> int | None:
    """Give the end of the paragraph that is nearest to the share of the words; None for a short story.

    A paragraph and the quotation or list that follows it are one thought, and are not taken apart.
    """
    blocks = list(root)
    if sum(block.tag == "p" for block in blocks) < FEWEST_PARAGRAPHS:
        return None
    last = max(index for index, block in enumerate(blocks) if block.tag in _TELLING)
    told, ends = 0, []
    for index, (block, following) in enumerate(pairwise(blocks[: last + 1]), 1):
        told += len("".join(block.itertext()).split())
        if block.tag in _TELLING and following.tag in _MAY_FOLLOW:
            ends.append((told, index))
    told += len("".join(blocks[last].itertext()).split())
    return min(ends, key=lambda end: abs(end[0] - SHARE * told))[1] if ends else None
