"""Each piece of a text is shown only to the patterns whose signs it has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import (
    ImageReferenceInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

from cx_stories.mkdocs_plugin.quick.known import APPLY, SIGNS, pattern_of

_ANYTHING = ("",)
_LOOKING_UP = frozenset(
    {
        ImageReferenceInlineProcessor,
        ReferenceInlineProcessor,
        ShortImageReferenceInlineProcessor,
        ShortReferenceInlineProcessor,
    }
)
"""Patterns that find nothing in a text without `[label]: address`."""
_Tried = tuple[int, Any, Sequence[str]]
"""The place of a pattern in the order of all, itself, and the signs without which it finds nothing."""


class QuickInline(InlineProcessor):
    """Python-Markdown's own treatment of the pieces of a text, but for patterns that cannot match a piece.

    A piece only loses signs while one pattern after the other takes its share of it: what has no sign of a
    pattern when its turn comes will not get one.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._all: Sequence[object] = ()
        self._tried: Sequence[_Tried] = ()
        self._worth: Sequence[_Tried] = ()
        self._apply: Callable[..., tuple[str, bool, int]] = getattr(self, APPLY)

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Treat a text; what patterns there are may have changed since the last one."""
        patterns: Sequence[Any] = list(self.inlinePatterns)
        if patterns != self._all:
            self._all = patterns
            self._tried = [
                (place, one, SIGNS.get(pattern_of(one), _ANYTHING)) for place, one in enumerate(patterns)
            ]
        looking_up = bool(self.md.references)
        self._worth = [one for one in self._tried if looking_up or type(one[1]) not in _LOOKING_UP]
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        """Put in a piece of text what patterns make of it, from the one at a place in their order."""
        if isinstance(data, AtomicString):
            return data
        start = 0
        for place, pattern, signs in self._worth:
            if place < patternIndex or not _has_any(data, signs):
                continue
            matched = True
            while matched:
                data, matched, start = self._apply(pattern, data, place, start)
        return data


def _has_any(data: str, signs: Sequence[str]) -> bool:
    for sign in signs:  # noqa: SIM110 (a generator for each pattern and piece is half of the time)
        if sign in data:
            return True
    return False
