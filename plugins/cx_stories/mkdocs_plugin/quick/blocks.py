"""Blocks of plain words, headings, quotations and lists go straight to the processor that makes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor

from cx_stories.mkdocs_plugin.quick.known import BLOCKS, NESTING, knows, name_of

_BEFORE_ALL, _AFTER_ALL = 1000, -1000
_CHOSEN = ("paragraph", "hashheader", "quote", "ulist")
_MARKS = frozenset(" \n#=-_*+:>")
"""With which signs, or with a digit, a block begins that may be more than a paragraph."""
_MARKED_LINE = re.compile(r"\n {0,3}[#=_*:>-]")
"""What makes more of a block than a paragraph in any line of it."""
_WITHIN = ("|", "]:")
"""What does so anywhere: the cells of a table, and the label of a reference or a footnote."""
_QUOTED = re.compile(r"(?:> [^\W\d_][^\n]*(?:\n|\Z))+")
_LISTED = re.compile(r"(?:[*+-] [^\W\d_][^\n]*(?:\n|\Z))+")
"""Quotations and lists every line of which begins with a letter: they hold nothing but words."""


class QuickBlocks(BlockProcessor):
    """Stands before all other processors of blocks, and sees at a glance which of them a block is for.

    Those that come before that one would not take the block: each looks for a sign that it does not have.
    """

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        there = parser.blockprocessors
        self.nesting = False
        self._paragraph, self._heading = there["paragraph"], there["hashheader"]
        self._quotation, self._list = there["quote"], there["ulist"]
        self._chosen = self._paragraph

    @classmethod
    def register(cls, md: Markdown) -> QuickBlocks | None:
        """Register with a reader, if we know all the processors of blocks that it has."""
        there = list(md.parser.blockprocessors)
        if not knows(there, BLOCKS) or not all(name in md.parser.blockprocessors for name in _CHOSEN):
            return None
        processor = cls(md.parser)
        nesting = [NESTING[name] for name in map(name_of, there) if name in NESTING]
        md.parser.blockprocessors.register(processor, "cx-quick", _BEFORE_ALL)
        md.preprocessors.register(_Nesting(processor, nesting), "cx-quick", _AFTER_ALL)
        return processor

    def test(self, parent: Element, block: str) -> bool:
        """Choose the processor for a block; none if that takes more than a glance."""
        if self.nesting or not block or _WITHIN[0] in block or _WITHIN[1] in block:
            return False
        first = block[0]
        if first not in _MARKS and not first.isdigit():
            self._chosen = self._paragraph
            return "\n" not in block or not _MARKED_LINE.search(block)
        if first == "#":
            self._chosen = self._heading
            return self._heading.test(parent, block)
        self._chosen = self._quotation if first == ">" else self._list
        pattern = _QUOTED if first == ">" else _LISTED
        return parent is self.parser.root and pattern.fullmatch(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        """Hand the block over."""
        return self._chosen.run(parent, blocks)


class _Nesting(Preprocessor):
    """Sees, before there are blocks, whether some of them will take in what follows them."""

    def __init__(self, blocks: QuickBlocks, signs: Sequence[str]) -> None:
        super().__init__()
        self._blocks = blocks
        self._signs = signs

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        self._blocks.nesting = any(sign in text for sign in self._signs)
        return lines
