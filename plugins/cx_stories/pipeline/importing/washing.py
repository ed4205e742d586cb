"""HTML from anywhere, without all that is no text of a story; what it says of itself is read first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape

import nh3

from cx_stories.pipeline.importing.escaping import address, seen
from cx_stories.pipeline.importing.pieces import Old, Remark

_KEPT = frozenset(
    """
    a article b blockquote br caption dd div dt em figcaption h1 h2 h3 h4 h5 h6 hr i li main ol p pre strong
    table td th tr ul
    """.split()  # noqa: SIM905 (as a list it fills a page)
)
_GONE = frozenset(
    """
    applet aside audio button canvas embed footer form frame frameset head iframe map math nav noembed
    noframes noscript object script select style svg template textarea title video xmp
    """.split()  # noqa: SIM905
)
"""Elements that go with all that is in them: programs, forms, and what stands around the text of a page."""
_LOST = {
    "a program": ["script", "applet", "object", "embed", "iframe", "frame"],
    "a form": ["form"],
    "a picture": ["img", "picture", "svg"],
    "a film or a sound": ["video", "audio"],
}
_ASTRAY = "a link that leads nowhere from here"
_OPENED = re.compile(r"<([a-z]{3,8})(?=[\s/>])", re.IGNORECASE)
_NAMES = {tag: said for said, tags in _LOST.items() for tag in tags}
_LINK = re.compile(
    r"""<a\s(?:[^<>"']{0,500}?\s)??href\s*=\s*(?:"([^"]{0,3000})"|'([^']{0,3000})'|([^\s>]{0,3000}))""",
    re.IGNORECASE,
)
_META = re.compile(r"<(?:meta|link)\s[^<>]{1,3000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-z:-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_TITLE = re.compile(r"<title[^<>]{0,200}>([^<]{1,500})</title", re.IGNORECASE)
_LANGUAGE = re.compile(r"""<html\s[^<>]{0,500}?lang\s*=\s*["']?([a-z]{2,3})""", re.IGNORECASE)
_SAID = {
    "og:title": "title",
    "author": "author",
    "article:author": "author",
    "og:site_name": "publication",
    "og:url": "url",
    "canonical": "url",
    "article:published_time": "date",
    "date": "date",
    "dc.date": "date",
}
_HEAD = 200_000
"""How much of a page is searched for what it says of itself."""


def washed(html: str) -> str:
    """Give the text of a page and its structure, well-formed, and nothing else."""
    return nh3.clean(
        html,
        tags=set(_KEPT),
        clean_content_tags=set(_GONE),
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel=None,
    )


def lost_in(html: str, name: str, line: int = 1) -> Iterator[Remark]:
    """Tell what of a page is left out, a line for each kind, at the first place.

    line:  of the file, on which the text starts; 0 if nobody knows
    """
    first: dict[str, int] = {}
    count: Counter[str] = Counter()
    for said, at in _lost(html):
        first.setdefault(said, at)
        count[said] += 1
    for said, at in first.items():
        many = f"{count[said]} times: {said}" if count[said] > 1 else said[0].upper() + said[1:]
        outcome = "Only the words were kept." if said == _ASTRAY else "It was left out."
        yield Remark(name, line and line + html.count("\n", 0, at), f"{many}. {outcome}")


def _lost(html: str) -> Iterator[tuple[str, int]]:
    for tag in _OPENED.finditer(html):
        if said := _NAMES.get(tag[1].lower()):
            yield said, tag.start()
    for link in _LINK.finditer(html):
        target = unescape(next(filter(None, link.groups()), ""))
        if target and not target.startswith("#") and not address(target):
            yield _ASTRAY, link.start()


def credits_of(html: str) -> Sequence[Old]:
    """Give what a page says of itself, by our names, the surest first."""
    head = html[:_HEAD]
    said = [Old(name, value) for name, value in _said(head)]
    if title := _TITLE.search(head):
        said.append(Old("title", seen(unescape(title[1])).strip()))
    if language := _LANGUAGE.search(head):
        said.append(Old("language", language[1].lower()))
    return [one for one in said if one.value]


def _said(head: str) -> Iterator[tuple[str, str]]:
    for tag in _META.finditer(head):
        attributes = {
            found[1].lower(): unescape("".join(filter(None, found.groups()[1:])))
            for found in _ATTRIBUTE.finditer(tag[0])
        }
        name = attributes.get("property") or attributes.get("name") or attributes.get("rel") or ""
        value = attributes.get("content") or attributes.get("href") or ""
        if ours := _SAID.get(name.lower()):
            yield ours, seen(value).strip()
