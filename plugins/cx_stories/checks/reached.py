"""Where the text of a page leads and what it would fetch: Markdown, raw HTML, lists of attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from cx_stories.checks.markup import SCHEMES
from cx_stories.model.document import Document, Span
from cx_stories.reading.prose import Attribute, Prose

RUNNING = frozenset({"javascript", "vbscript", "livescript"})
"""How a link begins that runs a program."""
_ELSEWHERE = frozenset({"http", "https"})
_TREACHEROUS = RUNNING | {"data", "file", "blob", "filesystem"}
_LEADING = frozenset(
    {"action", "archive", "cite", "classid", "codebase", "data", "formaction", "href", "longdesc", "manifest"}
    | {"ping", "profile", "src", "usemap", "xlink:href"}
)
_FETCHING = frozenset({"background", "dynsrc", "imagesrcset", "lowsrc", "poster", "srcset"})
_SHOWING = frozenset({"", "image", "img", "input", "picture"})
"""Elements whose `src` is a picture, and that of a list of attributes, which may belong to one."""
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()>#+.!-])")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HOST = re.compile(r"[/\\]{2}")
_USED_AS_PICTURE = re.compile(r"!\[([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\](?![(:])(?:[ ]?\n?\[([^\[\]]*)\])?")


class Target(NamedTuple):
    """An address as it was typed.

    fetched:  whether the page would fetch it by itself, as a picture
    """

    text: str
    span: Span
    fetched: bool = False

    @property
    def scheme(self) -> str:
        """What stands before its colon, as a browser reads it, in lower case; nothing if it is relative."""
        for read in self._readings():
            found = _SCHEME.match(read)
            if found:
                return found[1].lower()
        hidden = _SCHEME.match(unquote(next(self._readings())))
        return hidden[1].lower() if hidden and hidden[1].lower() in _TREACHEROUS else ""

    @property
    def other_host(self) -> bool:
        """Whether it begins with two slashes, and so with the name of another site."""
        return any(_HOST.match(read) for read in self._readings())

    @property
    def unsafe(self) -> bool:
        """Whether it may not be followed from a page, or does not say how."""
        scheme = self.scheme
        return (bool(scheme) and scheme not in SCHEMES) or (self.other_host and not self.fetched)

    @property
    def remote(self) -> bool:
        """Whether a page would fetch it from another site."""
        return self.fetched and (self.scheme in _ELSEWHERE or self.other_host)

    def _readings(self) -> Iterator[str]:
        """Give it without what browsers overlook, with its backslashes and without them."""
        read = self.text
        for _ in range(3 if "&" in read else 0):
            read = unescape(read)
        read = (read if read.isprintable() and read.isascii() else _UNSEEN.sub("", read)).strip()
        yield read
        yield _ESCAPE.sub(r"\1", read) if "\\" in read else read


def targets_of(document: Document, prose: Prose) -> Iterator[Target]:
    """Give every address in the text of a page: links, pictures, definitions, and attributes of all kinds."""
    pictured = _used_as_pictures(prose)
    for link in prose.links:
        named = bool(pictured) and _name(link.text) in pictured
        defined = named and _is_definition(document, link.text, link.whole)
        yield Target(link.target, link.span, fetched=defined)
    for image in prose.images:
        yield Target(image.target, image.span, fetched=True)
    for tag in prose.tags:
        for attribute in tag.attributes:
            yield from targets_in(tag.name, attribute)
    for attributes in prose.attribute_lists:
        for attribute in attributes.attributes:
            yield from targets_in("", attribute)


def targets_in(element: str, attribute: Attribute) -> Iterator[Target]:
    """Give the addresses in an attribute; a list of attributes has no element."""
    name, value = attribute.name, attribute.value
    if name.endswith("srcset"):
        for candidate in value.split(","):
            yield Target(candidate.strip().partition(" ")[0], attribute.span, fetched=True)
    elif name in _FETCHING or (name == "src" and element in _SHOWING):
        yield Target(value, attribute.span, fetched=True)
    elif name in _LEADING:
        yield Target(value, attribute.span, fetched=name.endswith("href") and element == "image")


def _used_as_pictures(prose: Prose) -> frozenset[str]:
    """Give the names of definitions that pictures use."""
    if "![" not in prose.text:
        return frozenset()
    return frozenset(_name(used[2] or used[1]) for used in _USED_AS_PICTURE.finditer(prose.text))


def _name(typed: str) -> str:
    return " ".join(typed.casefold().split())


def _is_definition(document: Document, text: str, whole: Span) -> bool:
    line = document.lines[whole.line - 1] if whole.line <= len(document.lines) else ""
    return line.startswith(f"[{text}]:", whole.column - 1)
