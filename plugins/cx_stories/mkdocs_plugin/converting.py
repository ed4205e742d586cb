"""From Markdown to HTML away from MkDocs: in any process, and once for all pages that show a text.

What is made is to the byte what MkDocs makes. Where that is not certain a text is left to MkDocs.
"""

from __future__ import annotations

import logging
import pickle
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import _RawHTMLPreprocessor

from cx_stories.mkdocs_plugin.extensions import OWN
from cx_stories.views.prose import Converted

_MARK = "\x1a"
"""Stands around the number of a link. No file may have this character; a text that has it is left alone."""
_SLOT = re.compile(f"{_MARK}([0-9]+){_MARK}")
_TIDY = ("markdown", "pymdownx", "material")
"""Packages whose extensions forget one text before the next, and leave the addresses of links alone."""
_ADDRESSES = {"a": "href", "img": "src"}


class Converter:
    """Makes HTML of texts, each as if it were the first."""

    def __init__(self, extensions: Sequence[str | Extension], settings: Mapping[str, Any]) -> None:
        """Take what `mkdocs.yml` says of Markdown.

        extensions:  the names of extensions, or what other programs have put in their place
        settings:    their settings, by name
        """
        self._extensions = tuple(extensions)
        self._settings = dict(settings)
        self._made: _Reader | None = None

    def __getstate__(self) -> tuple[object, object]:
        """What a Markdown reader has learnt stays in its process."""
        return self._extensions, self._settings

    def __setstate__(self, state: tuple[Sequence[str | Extension], Mapping[str, Any]]) -> None:
        self.__init__(*state)  # type: ignore[misc]

    def __call__(self, text: str) -> Converted | None:
        """Convert a text. None leaves it to MkDocs, which says what is wrong with it if anything is."""
        if not text.strip() or _MARK in text:
            return None
        reader, self._made = self._made, None
        try:
            with _silence():
                reader = reader or _Reader(self._extensions, self._settings)
                converted = reader.convert(text)
        except Exception:  # whatever an extension does, MkDocs tells it with the page
            return None
        if reader.tidy:
            self._made = reader
        return converted


def converter_for(config: MkDocsConfig) -> Converter | None:
    """Give a converter for a site; None if one of its extensions must know the page it works on."""
    extensions: Sequence[Any] = config.markdown_extensions
    if not all(isinstance(one, str) or type(one) in OWN for one in extensions):
        return None
    converter = Converter(extensions, config.mdx_configs or {})
    try:
        pickle.dumps(converter)
    except Exception:  # whatever somebody has put in the settings, and however it refuses
        return None
    return converter


class _Reader:
    """A Markdown reader with what MkDocs adds to it.

    tidy:  whether it may read a second text
    """

    def __init__(self, extensions: Sequence[str | Extension], settings: Mapping[str, Any]) -> None:
        self._markdown = Markdown(extensions=[], extension_configs={})
        self._raw = _RawHTMLPreprocessor()
        self._places = _Places()
        self._links = _Links()
        loaded = [self._load(one, settings) for one in extensions]
        self._raw._register(self._markdown)
        self._markdown.treeprocessors.register(self._places, "mkdocs_extract_anchors", 5)
        self._markdown.treeprocessors.register(self._links, "relpath", 0)
        self.tidy = all(map(_is_tidy, loaded))
        self._sure = all(map(_is_standard, self._markdown.postprocessors)) and (
            list(self._markdown.treeprocessors)[-1] is self._links
        )

    def _load(self, extension: str | Extension, settings: Mapping[str, Any]) -> Extension:
        if isinstance(extension, str):
            extension = self._markdown.build_extension(extension, settings.get(extension, {}))
        self._markdown.registerExtensions([extension], {})
        return extension

    def convert(self, text: str) -> Converted | None:
        """Convert a text, after anything that was read before has been forgotten."""
        self._markdown.reset()
        self._raw.present_anchor_ids = set()
        self._places.found, self._links.targets = set(), []
        html = self._markdown.convert(text)
        *parts, last = _SLOT.split(html)
        targets = self._links.targets
        in_order = parts[1::2] == [str(number) for number in range(len(targets))]
        if not in_order or _MARK in last or (targets and not self._sure):
            return None
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


@contextmanager
def _silence() -> Iterator[None]:
    """Let nothing be said twice: a text of which something is to be said is left to MkDocs.

    Raises:  _SaidError in the place of whatever is logged as a warning or worse; also for Python's warnings
    """
    make = logging.getLogRecordFactory()

    def record(*arguments: Any, **more: Any) -> logging.LogRecord:
        made = make(*arguments, **more)
        if made.levelno >= logging.WARNING:
            raise _SaidError
        return made

    logging.setLogRecordFactory(record)
    try:
        with warnings.catch_warnings(record=True) as said:
            yield
        if said:
            raise _SaidError
    finally:
        logging.setLogRecordFactory(make)


class _SaidError(Exception):
    """Something was said of a text."""
