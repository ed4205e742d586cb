"""A reader of Markdown with its short ways, and with fewer steps for texts of plain words."""

from __future__ import annotations

from collections.abc import Sequence

from markdown import Markdown
from markdown.extensions.toc import TocTreeprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import Registry

from cx_stories.mkdocs_plugin.quick.blocks import QuickBlocks
from cx_stories.mkdocs_plugin.quick.known import (
    INLINE,
    LINES,
    NESTING,
    TREES,
    knows,
    knows_all_patterns,
    knows_patterns,
)
from cx_stories.mkdocs_plugin.quick.patterns import QuickInline

_CONTENTS = "[TOC]"
_SIGNS = (
    *("\x02", "\x03", "\t", "\r", "\n "),  # of what is brought into order before anything is read
    *("<", "&", "`" * 3, "~" * 3),  # of HTML and of code, which are put away
    *("{", "\\", "[^", _CONTENTS),  # of attributes, signs made plain, footnotes and a table of contents
    *NESTING.values(),
)
"""What a text of plain words has nothing of; it may have links, emphasis, headings, lists and quotations."""
_NEEDLESS = ("attr_list", "unescape")
"""The steps after there are blocks that look for such signs only."""


class Shortened:
    """Shortens the ways of a reader: before it has an extension, when it has them all, and for each text."""

    def __init__(self, md: Markdown) -> None:
        """Begin with a reader that has no extension yet; one that brings something of its own has its way."""
        self._md = md
        self._blocks: QuickBlocks | None = None
        self._contents: Sequence[TocTreeprocessor] = ()
        self._all = self._few = md.preprocessors, md.treeprocessors
        if knows_patterns():
            md.treeprocessors.register(QuickInline(md), "inline", INLINE)

    def settle(self) -> None:
        """Look at what there is, now that all extensions are there."""
        md = self._md
        self._contents = [one for one in md.treeprocessors if isinstance(one, TocTreeprocessor)]
        knows_all = self._knows_all()
        self._blocks = QuickBlocks.register(md)
        self._all = self._few = md.preprocessors, md.treeprocessors
        if knows_all and self._blocks:
            self._few = _few_lines(), _few_trees(md.treeprocessors)

    def _knows_all(self) -> bool:
        md = self._md
        usual = all(one.marker == _CONTENTS for one in self._contents)
        known = knows(md.preprocessors, LINES) and knows(md.treeprocessors, TREES)
        return usual and known and knows_all_patterns(md.inlinePatterns)

    def prepare(self, text: str) -> None:
        """Get ready for a text."""
        if self._few is self._all or self._blocks is None:
            return
        plain = _is_plain(text)
        self._blocks.nesting = False
        self._md.preprocessors, self._md.treeprocessors = self._few if plain else self._all
        for one in self._contents:
            one.marker = "" if plain else _CONTENTS


def _is_plain(text: str) -> bool:
    for sign in _SIGNS:  # noqa: SIM110 (a generator takes three times as long)
        if sign in text:
            return False
    return True


def _few_lines() -> Registry[Preprocessor]:
    """Give the steps before there are blocks: a plain text is in order, and has no HTML or code."""
    few: Registry[Preprocessor] = Registry()
    few.register(_Ending(), "cx-ending", 0)
    return few


def _few_trees(trees: Registry[Treeprocessor]) -> Registry[Treeprocessor]:
    few = trees[:]
    for name in _NEEDLESS:
        few.deregister(name, strict=False)
    return few


class _Ending(Preprocessor):
    """Ends a text as Python-Markdown ends each before it reads it."""

    def run(self, lines: list[str]) -> list[str]:
        """Add two empty lines."""
        return [*lines, "", ""]
