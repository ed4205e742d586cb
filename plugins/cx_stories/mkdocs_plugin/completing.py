"""The last step of our prose: its links get the addresses they have on the page that shows it.

A text is converted once, maybe in another process, and shown in every language. What depends on the page is
filled in here. A link to a file goes by MkDocs's own rules and gets MkDocs's own warnings.

A reference to a story or a term is an `a` whose `href` is `cx:story/ID` or `cx:VOCABULARY/TERM`. It becomes
the address of that page in the same language. With the attribute `data-title` it also gets the title of that
page as its text; the attribute itself is taken out. What there is no page for keeps its words and is no link.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from xml.etree.ElementTree import Element

from markdown.serializers import to_xhtml_string
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import _RelativePathTreeprocessor

from cx_stories.mkdocs_plugin.cross_references import CLASS, UNTITLED
from cx_stories.model.cross_reference import SCHEME
from cx_stories.views.prose import Converted

Target = tuple[str, str, str]
"""The link to a page, its title, and the language of the title if it is not that of the page around it."""
Resolve = Callable[[str], Target | None]
"""Gives what `story/refund` leads to; None if there is no page of it."""
Anchors = dict[File, dict[str, str]]
"""What MkDocs looks at in the end: by file, the places linked to, and the links as they were typed."""
_LINK = re.compile(
    rf'<a\b(?P<before>[^<>]*) href="{SCHEME}(?P<to>[^"<>]*)"(?P<after>[^<>]*)>(?P<words>.*?)</a>', re.DOTALL
)
_REFERENCE = f'class="{CLASS}"'
_HEADING = re.compile(r'<h2\b[^<>]*\bid="([^"<>]*)"[^<>]*>(.*?)</h2>', re.DOTALL)
_HEADER_LINK = re.compile(r'<a\b[^<>]*class="headerlink"[^<>]*>.*?</a>', re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_TITLED = re.compile(rf' {UNTITLED}(?:="[^"]*")?')


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


def complete_references(html: str, resolve: Resolve) -> str:
    """Fill in the references to stories and terms."""
    if f'href="{SCHEME}' not in html:
        return html
    return _LINK.sub(lambda found: _reference(found, resolve), html)


def titled(headings: Sequence[tuple[str, str]], html: str) -> Iterator[tuple[str, str]]:
    """Give main headings, their text as HTML and their place, as readers see them in a completed text.

    Markdown knew no more of a reference in a heading than the name that was typed.
    """
    found = _HEADING.findall(html) if headings and _REFERENCE in html else ()
    shown = {place: inner for place, inner in found if _REFERENCE in inner}
    for words, place in headings:
        inner = _HEADER_LINK.sub("", shown.get(place, ""))
        yield _TAG.sub("", inner).strip() or words, place


def _reference(found: re.Match[str], resolve: Resolve) -> str:
    before, after = (_TITLED.sub("", found[part]) for part in ("before", "after"))
    titled = (before, after) != (found["before"], found["after"])
    target = resolve(found["to"])
    if target is None:
        return f"<a{before}{after}>{found['words']}</a>"
    link, title, language = target
    spoken = f' lang="{escape(language)}"' if language and titled else ""
    words = escape(title) if titled else found["words"]
    return f'<a{before} href="{escape(link)}"{after}{spoken}>{words}</a>'


def as_attribute(value: str) -> str:
    """Give an address as Python-Markdown writes it into HTML."""
    return to_xhtml_string(Element("a", href=value)).removeprefix('<a href="').removesuffix('"></a>')
