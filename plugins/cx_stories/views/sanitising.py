"""Prose made harmless: the last thing that is done to its HTML, whoever wrote it and whatever a site allows.

`checks/markup.py` says what may be in it; nh3 reads it as a browser does, and writes what is left so that no
browser can read anything else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from html.parser import HTMLParser

import nh3

from cx_stories.checks.markup import (
    ANYWHERE,
    ELEMENTS,
    GENERATED,
    SCHEMES,
    allows,
    arises,
    is_reserved,
    unfit_classes,
)
from cx_stories.checks.reached import targets_in
from cx_stories.checks.rendered import Lost
from cx_stories.model.cross_reference import SCHEME
from cx_stories.model.document import Span
from cx_stories.reading.prose import Attribute
from cx_stories.views.story.workshop import PAUSE

MAX_ROUNDS = 4
"""How often a text is cleaned before it is shown as it was typed, signs and all."""
_GONE = """
    applet embed frame frameset head iframe math noembed noframes noscript object script select style svg
    template textarea title xmp
"""
"""Elements that go with all that is in them: programs, and what a browser reads by rules of its own."""
_ADDRESSES = frozenset({"cite", "href", "src"})
_WITHIN = re.compile(r"(?!/)[A-Za-z0-9._/#-]*+")
"""Most addresses: they lead to our own pages, whoever reads them, for they name no scheme and no host."""
_APART = re.compile(r'<a\b[^<>]* target="_blank"[^<>]*>')
_REL = re.compile(r' rel="([^"<>]*)"')
_TYPELESS = re.compile(r'<input\b(?![^<>]* type="(?:checkbox|radio)")[^<>]*>')


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Prose that can do no harm, and what was taken out of it."""

    html: str
    lost: tuple[Lost, ...] = ()


def sanitised(html: str) -> Cleaned:
    """Take everything out of prose that no page may have; what is fit stays as it is.

    Cleaned again it stays the same. Each part of a story, up to its pause and from there on, is whole.
    """
    clean = harmless(html)
    if clean == html:
        return Cleaned(clean)
    return Cleaned(clean, _lost(html.replace(PAUSE, ""), clean.replace(PAUSE, "")))


def harmless(html: str) -> str:
    """Give prose sanitised, where nobody asks what was taken out."""
    return PAUSE.join(map(_clean, html.split(PAUSE)))


def lost_in(html: str) -> tuple[Lost, ...]:
    """Give what would be taken out of prose whose references to stories and terms lead nowhere yet."""
    return sanitised(html.replace(f'href="{SCHEME}', 'href="#')).lost


def _clean(html: str) -> str:
    """Clean HTML until that changes nothing; what never settles is shown sign by sign."""
    for _ in range(MAX_ROUNDS):
        before, html = html, _once(html)
        if html == before:
            return html
    return escape(html)


def _once(html: str) -> str:
    clean = _CLEANER.clean(html)
    if "<input" in clean:
        clean = _TYPELESS.sub("", clean)
    return _APART.sub(_apart, clean) if "_blank" in clean else clean


def _apart(link: re.Match[str]) -> str:
    """Let a page that is opened beside ours know nothing of ours."""
    tag = link[0]
    said = _REL.search(tag)
    if said is None:
        return f'{tag[:-1]} rel="noopener">'
    if "noopener" in said[1].lower().split():
        return tag
    return tag.replace(said[0], f' rel="{f"{said[1]} noopener".strip()}"', 1)


def _attributes() -> Mapping[str, set[str]]:
    attributes = {element: {*ANYWHERE, *names} for element, names in ELEMENTS.items()}
    for element, name in GENERATED:
        for one in [element] if element else ELEMENTS:
            attributes[one].add(name)
    return attributes


@lru_cache(maxsize=10_000)
def _filtered(element: str, attribute: str, value: str) -> str | None:
    """Give what an attribute may say; nothing if it has to go, or its element has to."""
    if element not in ELEMENTS:
        return None
    if attribute == "class":
        unfit = unfit_classes(value)
        return " ".join(one for one in value.split() if one not in unfit) or None if unfit else value
    if arises(element, attribute, value):
        return value
    if not allows(element, attribute, value) or (attribute == "id" and is_reserved(value)):
        return None
    return None if attribute in _ADDRESSES and _leads_astray(element, attribute, value) else value


def _leads_astray(element: str, attribute: str, value: str) -> bool:
    if _WITHIN.fullmatch(value):
        return False
    targets = targets_in(element, Attribute(attribute, value, Span()))
    return any(target.unsafe or target.remote for target in targets)


class Readdressing:
    """Makes harmless prose fit for a page that is not ours: other addresses, none of our classes and places.

    address:  gives for an address what it is there
    """

    def __init__(self, address: Callable[[str], str]) -> None:
        self._address = address
        self._cleaner = nh3.Cleaner(
            tags=set(ELEMENTS),
            attributes=_attributes(),
            attribute_filter=self._elsewhere,
            link_rel=None,
            url_schemes=set(SCHEMES),
        )

    def __call__(self, html: str) -> str:
        """Give the prose as it is there."""
        return self._cleaner.clean(html) if _OURS.search(html) else html

    def _elsewhere(self, _element: str, attribute: str, value: str) -> str | None:
        if attribute in ("class", "id"):
            return None
        return self._address(value) if attribute in _ADDRESSES else value


_OURS = re.compile(r" (?:cite|class|href|id|src)=")
"""What there may be to change; most texts have nothing of it."""
_CLEANER = nh3.Cleaner(
    tags=set(ELEMENTS),
    clean_content_tags=set(_GONE.split()),
    attributes=dict(_attributes()),
    attribute_filter=_filtered,
    link_rel=None,
    url_schemes=set(SCHEMES),
)


def _lost(html: str, clean: str) -> tuple[Lost, ...]:
    """Give what was in HTML and is not in it any more; a difference in the way of writing is none."""
    if html.count("<") == clean.count("<") and unescape(html).replace(" />", ">") == unescape(clean):
        return ()
    typed, left = _Reader.of(html), _Reader.of(clean)
    gone = typed.elements - left.elements
    lost = [Lost(element) for element in gone]
    known = (one for one in typed.attributes - left.attributes if one.element not in gone)
    return (*lost, *known)


class _Reader(HTMLParser):
    """Counts the elements of HTML, and what each of their attributes says."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: Counter[str] = Counter()
        self.attributes: Counter[Lost] = Counter()

    @classmethod
    def of(cls, html: str) -> _Reader:
        reader = cls()
        reader.feed(html)
        reader.close()
        return reader

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element and its attributes, each word of a list by itself; the first of a name counts."""
        self.elements[tag] += 1
        for name, value in dict(reversed(attrs)).items():
            said = value or ""
            for one in said.split() if name in ("class", "rel") else (said,):
                self.attributes[Lost(tag, name, one)] += 1

    def handle_comment(self, data: str) -> None:  # noqa: ARG002 (HTMLParser's name)
        """Note a remark."""
        self.elements["!--"] += 1

    def handle_decl(self, decl: str) -> None:  # noqa: ARG002
        """Note what begins with an exclamation mark."""
        self.elements["!"] += 1

    def unknown_decl(self, data: str) -> None:  # noqa: ARG002
        """Note what begins with an exclamation mark and a bracket."""
        self.elements["!"] += 1

    def handle_pi(self, data: str) -> None:  # noqa: ARG002
        """Note an instruction to programs."""
        self.elements["?"] += 1
