"""A Markdown reader whose HTML leaves the addresses of links to be filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE
from mkdocs.structure.pages import _RawHTMLPreprocessor

from cx_stories.mkdocs_plugin.completing import as_attribute
from cx_stories.mkdocs_plugin.extensions import OWN
from cx_stories.mkdocs_plugin.quick import Shortened
from cx_stories.views.prose import Converted

_MARK = "\x1a"
"""Stands around the number of a link. No file may have this character; a text that has it is left alone."""
_SLOT = re.compile(f"{_MARK}([0-9]+){_MARK}")
_TIDY = ("markdown", "pymdownx", "material")
"""Packages whose extensions forget one text before the next, and leave the addresses of links alone."""
MAX_HTML = 10_000_000
"""How many characters of HTML a text may become."""
_ADDRESSES = {"a": "href", "img": "src"}


class SwollenError(Exception):
    """A text becomes more HTML than any page should have."""


class Reader:
    """A Markdown reader with what MkDocs adds to it.

    tidy:  whether it may read a second text
    """

    def __init__(self, extensions: Sequence[str | Extension], settings: Mapping[str, Any]) -> None:
        self._markdown = Markdown(extensions=[], extension_configs={})
        self._shortened = Shortened(self._markdown)
        self._raw = _RawHTMLPreprocessor()
        self._places = _Places()
        self._links = _Links()
        loaded = [self._load(one, settings) for one in extensions]
        self._raw._register(self._markdown)
        self._markdown.treeprocessors.register(self._places, "mkdocs_extract_anchors", 5)
        self._markdown.treeprocessors.register(self._links, "relpath", 0)
        self._shortened.settle()
        self.tidy = all(map(_is_tidy, loaded))
        self._sure = all(map(_is_standard, self._markdown.postprocessors)) and (
            list(self._markdown.treeprocessors)[-1] is self._links
        )

    def _load(self, extension: str | Extension, settings: Mapping[str, Any]) -> Extension:
        if isinstance(extension, str):
            extension = self._markdown.build_extension(extension, settings.get(extension, {}))
        self._markdown.registerExtensions([extension], {})
        return extension

    def convert(self, text: str) -> Converted | str:
        """Convert a text, after anything that was read before has been forgotten.

        Returns   only its HTML, with the addresses as typed, if MkDocs might see something in it otherwise
        Raises:   SwollenError; whatever an extension raises
        """
        self._markdown.reset()
        self._raw.present_anchor_ids = set()
        self._places.found, self._links.targets = set(), []
        self._shortened.prepare(text)
        html = self._markdown.convert(text)
        if len(html) > MAX_HTML:
            raise SwollenError
        *parts, last = _SLOT.split(html)
        targets = self._links.targets
        in_order = parts[1::2] == [str(number) for number in range(len(targets))]
        if not in_order or _MARK in last or (targets and not self._sure):
            return _SLOT.sub(lambda slot: _typed(targets, int(slot[1])), html)
        tokens = getattr(self._markdown, "toc_tokens", [])
        return Converted(
            (*parts[::2], last),
            tuple(targets),
            tuple((token["name"], token["id"]) for token in tokens if token["level"] == 2),
            frozenset(self._places.found | self._raw.present_anchor_ids),
        )


class _Places(Treeprocessor):
    """Finds the ids that a link may lead to, as MkDocs does."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def run(self, root: Element) -> None:
        for element in root.iter():
            names = ("id", "name") if element.tag == "a" else ("id",)
            self.found.update(filter(None, map(element.get, names)))


class _Links(Treeprocessor):
    """Puts a mark in the place of every address that depends on the page."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []

    def run(self, root: Element) -> None:
        for element in root.iter():
            name = _ADDRESSES.get(element.tag)
            if name and _is_local(target := element.attrib[name]):
                element.set(name, f"{_MARK}{len(self.targets)}{_MARK}")
                self.targets.append(target)


def _typed(targets: Sequence[str], number: int) -> str:
    """Give an address as HTML; nothing for a number that somebody typed between our marks."""
    return as_attribute(targets[number]) if number < len(targets) else ""


def _is_local(target: str) -> bool:
    """Whether MkDocs looks at an address.

    Raises:  ValueError if it is none
    """
    scheme, server, *_ = urlsplit(target)
    return not (scheme or server or AMP_SUBSTITUTE in target)


def _is_tidy(extension: Extension) -> bool:
    """Whether an extension forgets one text before the next."""
    counting = extension.getConfig("UNIQUE_IDS", False)
    return not counting and (type(extension) in OWN or _package(extension) in _TIDY)


def _is_standard(processor: object) -> bool:
    return _package(processor) == "markdown"


def _package(thing: object) -> str:
    return type(thing).__module__.partition(".")[0]
