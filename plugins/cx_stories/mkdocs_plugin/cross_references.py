"""Links in two square brackets, as Markdown: `[[refund]]`, `[[element:surprising|what surprised her]]`.

Which page that is and what it is called depends on the edition, so the link gets an address of our own,
`cx:story/refund`, and, if it has no words, the attribute `data-title`. Both are made good when the page is
completed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, INLINE_PLACEHOLDER_RE, STX, AtomicString

from cx_stories.model.cross_reference import UNTITLED, CrossReference
from cx_stories.reading.cross_references import EMPTY_LINE, PAUSE, points_nowhere

if TYPE_CHECKING:
    from markdown import Markdown

CLASS = "ref"
BRACKETS = r"(?<!!)\[\[(?!\^)([^\[\]]*+)\]\]"
_PLAIN = re.compile(f"{STX}([0-9]+){ETX}")
"""What stands for a sign that a backslash has made plain."""
_FORBIDDEN = frozenset("\n\\`")
"""What no target has in it."""
_BELOW_LINKS_AND_REFERENCES = 135
"""After `[text](file.md)` and `[text][label]`, whose text may hold brackets, and before `[label]` alone."""


class CrossReferences(Extension):
    """Makes links of what stands in two square brackets."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register with a converter."""
        md.inlinePatterns.register(_Pointing(BRACKETS, md), "cx-pointing", _BELOW_LINKS_AND_REFERENCES)


class _Pointing(InlineProcessor):
    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]  # noqa: N802 (Python-Markdown's name)
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Make the link; what is no link stays as it was typed."""
        target, words = self._parted(m[1])
        if not _is_target(target) or EMPTY_LINE.search(words) or data.strip() == PAUSE:
            return None, None, None
        pointed = CrossReference.read(target)
        link = Element("a", {"class": CLASS, "href": pointed.address})
        if words.strip():
            link.text = words.strip()
        else:
            link.text = AtomicString(pointed.name)
            link.set(UNTITLED, "")
        return link, m.start(), m.end()

    def _parted(self, typed: str) -> tuple[str, str]:
        """Give the target in plain signs, and the words as they stand; in a table a backslash parts them."""
        stash = self._stash()
        for sign in re.finditer(rf"\\?\||{INLINE_PLACEHOLDER_RE.pattern}", typed):
            if sign[0].endswith("|") or _read(stash.get(sign[1])) == "|":
                return self._read(typed[: sign.start()]), typed[sign.end() :]
        return self._read(typed), ""

    def _read(self, typed: str) -> str:
        """Give a target in plain signs; what Markdown has put away, such as code, is no part of one."""
        stash = self._stash()
        return INLINE_PLACEHOLDER_RE.sub(lambda one: _read(stash.get(one[1])), typed)

    def _stash(self) -> Any:
        return self.md.treeprocessors["inline"].stashed_nodes  # type: ignore[attr-defined]


def _read(kept: object) -> str:
    """Give a sign that a backslash has made plain; for all else a line feed, which no target has."""
    plain = _PLAIN.fullmatch(kept) if isinstance(kept, str) else None
    return chr(int(plain[1])) if plain else "\n"


def _is_target(typed: str) -> bool:
    return _FORBIDDEN.isdisjoint(typed) and not points_nowhere(typed)
