"""Markdown as plain words: without the signs that make links, emphasis and the like of them."""

from __future__ import annotations

import re
from collections.abc import Collection
from html import unescape

from cx_stories.model.cross_reference import CrossReference

_POINTER = re.compile(r"\[\[(?!\^)([^\[\]|`\\\n]*+)(?:\\?+\|([^\[\]]*+))?\]\](?!\()")
_IMAGE = re.compile(r"!\[[^\[\]]*+\](?:\([^()]*+\)|\[[^\[\]]*+\])")
_LINK = re.compile(r"\[([^\[\]^][^\[\]]*+)\]\([^()]*+\)")
_REFERENCE = re.compile(r"\[([^\[\]^][^\[\]]*+)\](?:\s?\[([^\[\]]*+)\])?|\[(\^[^\[\]]*+)\]")
_LABEL = re.compile(r"^[ \t>]*+\[([^\[\]]*+)\]:", re.MULTILINE)
_ADDRESS = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*+://[^<>\s]*+)>")
_TAG = re.compile(r"</?[A-Za-z!][^<>]*+>")
_EMPHASIS = re.compile(
    r"""[\\`*_](?:(?<=\\)(.)|(?<=`)`*|(?<=\*)(?:\**(?!\s|\*)|(?<![\s*]\*)\**)
        |(?<=_)(?:(?<!\w_)_*(?=\S)|(?<=\S_)_*(?!\w)))""",
    re.VERBOSE,
)
"""It begins with a set of signs, for which `re` searches the fastest: words are skipped at once."""


def labels_in(text: str) -> Collection[str]:
    """Give the labels of references and footnotes that a text defines, in lower case."""
    return {label[1].lower() for label in _LABEL.finditer(text)} if "]:" in text else set()


def plain(markdown: str, labels: Collection[str] = ()) -> str:
    """Give the words of a piece of Markdown in one line, without its signs.

    labels:  of references and footnotes that are defined; without a definition the brackets are words
    """

    def seen(reference: re.Match[str]) -> str:
        text, label, footnote = reference.groups()
        known = (label or text or footnote).lower() in labels
        return (text or "") if known else reference[0]

    def named(pointer: re.Match[str]) -> str:
        return (pointer[2] or "").strip() or CrossReference.read(pointer[1]).name

    words = markdown
    if "[[" in words:
        words = _POINTER.sub(named, words)
    if "[" in words:
        words = _REFERENCE.sub(seen, _LINK.sub(r"\1", _IMAGE.sub("", words)))
    if "<" in words:
        words = _TAG.sub("", _ADDRESS.sub(r"\1", words))
    if "*" in words or "_" in words or "`" in words or "\\" in words:
        words = _EMPHASIS.sub(lambda sign: sign[1] or "", words)
    words = unescape(words)
    if words.isprintable() and "  " not in words:
        return words.strip(" ")  # no other white space can be printed, and asking is faster than splitting
    return " ".join(words.split())
