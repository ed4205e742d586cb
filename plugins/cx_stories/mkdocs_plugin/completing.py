"""The last step of our prose: its links get the addresses they have on the page that shows it.

A text is converted once, maybe in another process, and shown in every language. What depends on the page is
filled in here. A link to a file goes by MkDocs's own rules and gets MkDocs's own warnings.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from markdown.serializers import to_xhtml_string
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import _RelativePathTreeprocessor

from cx_stories.mkdocs_plugin.cross_references import CLASS
from cx_stories.views.prose import Converted

Anchors = dict[File, dict[str, str]]
"""What MkDocs looks at in the end: by file, the places linked to, and the links as they were typed."""
_REFERENCE = f'class="{CLASS}"'
_HEADING = re.compile(r'<h2\b[^<>]*\bid="([^"<>]*)"[^<>]*>(.*?)</h2>', re.DOTALL)
_HEADER_LINK = re.compile(r'<a\b[^<>]*class="headerlink"[^<>]*>.*?</a>', re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_WRITTEN_OTHERWISE = re.compile(r"[&<>\"\n]")
"""What of an address is not written into HTML as it stands."""


def complete_links(
    converted: Converted, file: File, files: Files, config: MkDocsConfig
) -> tuple[str, Anchors | None]:
    """Fill in the links to files and pictures; those that lead nowhere are said in the log.

    Returns  the HTML, and what MkDocs validates later
    """
    rules = _RelativePathTreeprocessor(file, files, config)
    html = converted.completed(lambda target: as_attribute(rules.path_to_url(target)))
    debugging = logging.getLogger("mkdocs.structure.pages").getEffectiveLevel() <= logging.DEBUG
    return html, None if debugging else rules.links_to_anchors


def titled(headings: Sequence[tuple[str, str]], html: str) -> Iterator[tuple[str, str]]:
    """Give main headings, their text as HTML and their place, as readers see them in a completed text.

    Markdown knew no more of a reference in a heading than the name that was typed.
    """
    found = _HEADING.findall(html) if headings and _REFERENCE in html else ()
    shown = {place: inner for place, inner in found if _REFERENCE in inner}
    for words, place in headings:
        inner = _HEADER_LINK.sub("", shown.get(place, ""))
        yield _TAG.sub("", inner).strip() or words, place


def as_attribute(value: str) -> str:
    """Give an address as Python-Markdown writes it into HTML."""
    if not _WRITTEN_OTHERWISE.search(value):
        return value
    return to_xhtml_string(Element("a", href=value)).removeprefix('<a href="').removesuffix('"></a>')
