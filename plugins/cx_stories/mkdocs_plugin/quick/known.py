"""What we know of Python-Markdown and its extensions, and of which versions we know it.

This is the one place to look at when a new version comes: the tests compare some thousand texts with what a
reader without short ways makes of them. A version that is not named here is read as it reads by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from markdown import inlinepatterns
from markdown.treeprocessors import InlineProcessor

from cx_stories.mkdocs_plugin.cross_references import BRACKETS

VERSIONS: Mapping[str, tuple[str, tuple[int, int], tuple[int, int]]] = {
    "cx_stories": ("cx-stories", (0, 0), (999, 0)),
    "markdown": ("Markdown", (3, 6), (3, 12)),
    "mkdocs": ("mkdocs", (1, 6), (1, 7)),
    "pymdownx": ("pymdown-extensions", (10, 0), (14, 0)),
}
"""Packages as they are imported and as they are installed, and from and up to which version we know them."""
INLINE = 20
"""Where Python-Markdown looks for patterns in the pieces of a text, among its steps with the whole."""
HANDLE, APPLY = "_InlineProcessor__handleInline", "_InlineProcessor__applyPattern"
"""What of `InlineProcessor` we name, though it is private: how it tries all patterns on a piece, and one."""

SIGNS: Mapping[str, Sequence[str]] = {
    inlinepatterns.BACKTICK_RE: ("`",),
    inlinepatterns.ESCAPE_RE: ("\\",),
    inlinepatterns.LINK_RE: ("[",),
    inlinepatterns.IMAGE_LINK_RE: ("![",),
    inlinepatterns.AUTOLINK_RE: ("<",),
    inlinepatterns.AUTOMAIL_RE: ("<",),
    inlinepatterns.HTML_RE: ("<",),
    inlinepatterns.ENTITY_RE: ("&",),
    inlinepatterns.LINE_BREAK_RE: ("  \n",),
    r"\*|_": ("*", "_"),
    r"\[\^([^\]]*)\]": ("[^",),
    BRACKETS: ("[[",),
}
"""By pattern: the signs of which a text has at least one wherever it matches."""

NESTING: Mapping[str, str] = {
    "markdown.extensions.admonition.AdmonitionProcessor": "!!!",
    "pymdownx.details.DetailsProcessor": "???",
    "pymdownx.tabbed.TabbedProcessor": "===",
}
"""Blocks that take in what follows them and remember between two blocks where they are, and their signs."""
BLOCKS = frozenset(
    {
        "markdown.blockprocessors.BlockQuoteProcessor",
        "markdown.blockprocessors.CodeBlockProcessor",
        "markdown.blockprocessors.EmptyBlockProcessor",
        "markdown.blockprocessors.HRProcessor",
        "markdown.blockprocessors.HashHeaderProcessor",
        "markdown.blockprocessors.ListIndentProcessor",
        "markdown.blockprocessors.OListProcessor",
        "markdown.blockprocessors.ParagraphProcessor",
        "markdown.blockprocessors.ReferenceProcessor",
        "markdown.blockprocessors.SetextHeaderProcessor",
        "markdown.blockprocessors.UListProcessor",
        "markdown.extensions.abbr.AbbrBlockprocessor",
        "markdown.extensions.def_list.DefListIndentProcessor",
        "markdown.extensions.def_list.DefListProcessor",
        "markdown.extensions.footnotes.FootnoteBlockProcessor",
        "markdown.extensions.tables.TableProcessor",
        "pymdownx.superfences.SuperFencesCodeBlockProcessor",
        *NESTING,
    }
)
LINES = frozenset(
    {
        "markdown.preprocessors.HtmlBlockPreprocessor",
        "markdown.preprocessors.NormalizeWhitespace",
        "mkdocs.structure.pages._RawHTMLPreprocessor",
        "pymdownx.superfences.SuperFencesBlockPreprocessor",
    }
)
TREES = frozenset(
    {
        "cx_stories.mkdocs_plugin.markdown_reader._Links",
        "cx_stories.mkdocs_plugin.markdown_reader._Places",
        "cx_stories.mkdocs_plugin.pausing._PausingProcessor",
        "cx_stories.mkdocs_plugin.quick.patterns.QuickInline",
        "cx_stories.mkdocs_plugin.tables._TablesProcessor",
        "markdown.extensions.abbr.AbbrTreeprocessor",
        "markdown.extensions.attr_list.AttrListTreeprocessor",
        "markdown.extensions.footnotes.FootnotePostTreeprocessor",
        "markdown.extensions.footnotes.FootnoteTreeprocessor",
        "markdown.extensions.toc.TocTreeprocessor",
        "markdown.treeprocessors.PrettifyTreeprocessor",
        "markdown.treeprocessors.UnescapeTreeprocessor",
        "pymdownx.tasklist.TasklistTreeprocessor",
    }
)
"""Processors of blocks, of lines before there are blocks, and of all of them together, that we know."""


def knows_patterns() -> bool:
    """Whether this Python-Markdown tries patterns on a text in the way we know."""
    return is_known("markdown") and all(hasattr(InlineProcessor, name) for name in (HANDLE, APPLY))


def knows_all_patterns(there: Iterable[object]) -> bool:
    """Whether we know of all patterns what they look for."""
    return knows_patterns() and all(pattern_of(one) in SIGNS for one in there)


def pattern_of(processor: object) -> str:
    """Give the pattern of a processor as it was typed."""
    found: re.Pattern[str] | None = getattr(processor, "compiled_re", None)
    return found.pattern if found else ""


def knows(there: Iterable[object], names: Iterable[str]) -> bool:
    """Whether all processors that are there have one of these names, and a version that we know."""
    found = {name_of(one) for one in there}
    return found <= set(names) and all(is_known(name.partition(".")[0]) for name in found)


def name_of(processor: object) -> str:
    """Name a processor exactly; what somebody else has made of it has another name."""
    return f"{type(processor).__module__}.{type(processor).__qualname__}"


@cache
def is_known(package: str) -> bool:
    """Whether we know a package in the version that is installed."""
    name, first, beyond = VERSIONS[package]
    try:
        parts = version(name).split(".")
    except PackageNotFoundError:
        return False
    numbers = [int(part) if part.isdecimal() else 0 for part in (*parts, "0")]
    return first <= (numbers[0], numbers[1]) < beyond
