"""Read built pages the way a browser and a reader do: links, ids, headings and visible words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.site.html_elements import Element, elements_of

ORIGIN = "http://site.invalid/"
_RESOURCES = {("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src"), ("video", "src")}
_LOADED = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"})
_OTHERS = {"http", "https", "mailto", "data"}
"""The schemes of addresses that lead nowhere within a site."""
_AWAY = "elsewhere"
_WORDS = re.compile(r' data-words="[^"]*"')
_POINTERS = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")


@dataclass(frozen=True, slots=True)
class Reference:
    """An address of this server that a page names.

    written:   as it stands there
    resolved:  without what comes after `#`
    path:      on the server
    fragment:  what comes after `#`
    """

    written: str
    resolved: str
    path: str
    fragment: str


@dataclass(frozen=True, slots=True)
class Signposts:
    """Where a page can be pointed at, and where it points."""

    ids: frozenset[str]
    references: tuple[Reference, ...]


_SIGNPOSTS: dict[tuple[bytes, str], Signposts] = {}
"""By content and address of a page. The sites that tests draw share most of their pages, to the byte."""


class HtmlPage:
    """One page. `address` is its path on the server, from the root of the site."""

    def __init__(self, source: str, address: str = "") -> None:
        self.source = source
        self.address = address

    @cached_property
    def elements(self) -> Sequence[Element]:
        """All elements, in order; read when asked for, which takes longer than making the page took."""
        return elements_of(self.source)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Give the elements of a kind that have these attributes, in order."""
        wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
        return [one for one in self.elements if one.tag == tag and wanted.items() <= one.attributes.items()]

    def texts(self, tag: str, **attributes: str) -> list[str]:
        """Give the words of the elements of a kind, in order."""
        return [one.text for one in self.all(tag, **attributes)]

    @cached_property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [one.attributes["id"] for one in self.elements if "id" in one.attributes]

    @cached_property
    def title(self) -> str:
        """What the tab of the browser says."""
        return " ".join(one.text for one in self.all("title") if not one.within("svg"))

    @property
    def language(self) -> str:
        """The language of the page as a whole."""
        return self.all("html")[0].attributes.get("lang", "")

    @property
    def description(self) -> str:
        """What search engines show under the title."""
        return "".join(one.attributes.get("content", "") for one in self.all("meta", name="description"))

    @cached_property
    def words(self) -> str:
        """Everything a reader sees or hears: text, names and hints, spaces collapsed."""
        hints = ("alt", "title", "placeholder", "aria-label")
        heard = [one.attributes[hint] for one in self.elements for hint in hints if hint in one.attributes]
        return " ".join([*(one.text for one in self.all("body")), *heard])

    @property
    def main(self) -> str:
        """The words of the main part."""
        return " ".join(self.texts("main"))

    def links(self, within: str = "body") -> list[str]:
        """Give where the links lead that stand in an element of a kind: addresses of this site, resolved."""
        hrefs = (one.attributes.get("href") for one in self.all("a") if one.within(within))
        return [self.resolved(href) for href in hrefs if href is not None]

    def resolved(self, href: str) -> str:
        """Give an address as a path on the server; one of another site stays whole."""
        return urljoin(ORIGIN + self.address, href).removeprefix(ORIGIN)

    def references(self) -> Iterator[str]:
        """Give every address that the page names, as written."""
        for one in self.elements:
            for name in ("href", "xlink:href", "src", "poster", "action"):
                if one.attributes.get(name) is not None:
                    yield one.attributes[name]
            for candidate in one.attributes.get("srcset", "").split(","):
                if candidate.strip():
                    yield candidate.split()[0]

    @cached_property
    def likeness(self) -> bytes:
        """What pages have in common in which a browser finds the same elements.

        One thing may differ: where the search has its words, which every page of a site names.
        """
        return hashlib.sha256(_WORDS.sub("", self.source).encode()).digest()

    @cached_property
    def signposts(self) -> Signposts:
        """Its ids, and the references that do not name another server."""
        key = self.likeness, self.address
        if key not in _SIGNPOSTS:
            near = (one for one in self.references() if urlsplit(one).scheme not in _OTHERS)
            _SIGNPOSTS[key] = Signposts(frozenset(self.ids), tuple(map(self._reference, near)))
        return _SIGNPOSTS[key]

    def _reference(self, written: str) -> Reference:
        resolved, _, fragment = self.resolved(written).partition("#")
        return Reference(written, resolved, _path(resolved), unquote(fragment))

    def resources(self) -> Iterator[str]:
        """Give every address that a browser loads of its own accord, as written."""
        for one in self.elements:
            for tag, name in _RESOURCES:
                if one.tag == tag and name in one.attributes:
                    yield one.attributes[name]
            if one.tag == "link" and _LOADED & set(one.attributes.get("rel", "").split()):
                yield one.attributes.get("href", "")
            for candidate in one.attributes.get("srcset", "").split(","):
                if candidate.strip():
                    yield candidate.split()[0]
            yield from css_addresses(one.attributes.get("style", ""))
        for style in self.all("style"):
            yield from css_addresses("".join(style.pieces))

    def dangling_pointers(self) -> list[str]:
        """Give the ids that labels and descriptions point at and that are not there."""
        pointed = (
            identity
            for one in self.elements
            for name in _POINTERS
            for identity in one.attributes.get(name, "").split()
        )
        return [identity for identity in pointed if identity not in self.ids]


class BuiltSite:
    """All pages of a built site, by their path on the server: `stories/`, `nl/`, `404.html`.

    base:  the folder of the server that the site is in, `cases/`; nothing for the root
    """

    def __init__(self, folder: Path, base: str = "") -> None:
        self.folder = folder
        self.base = base
        files = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.html")))
        self.pages = {
            name.removesuffix("index.html"): HtmlPage(
                (folder / name).read_text(encoding="utf-8"), base + name.removesuffix("index.html")
            )
            for name in files
        }

    def __getitem__(self, address: str) -> HtmlPage:
        return self.pages[address]

    @cached_property
    def _files(self) -> frozenset[str]:
        paths = self.folder.rglob("*")
        return frozenset(path.relative_to(self.folder).as_posix() for path in paths if path.is_file())

    def broken_references(self) -> list[str]:
        """Give every address within the site that leads to no file, or to no id of its page."""
        return [
            f"{address}: {written}" for address, page in self.pages.items() for written in self.broken(page)
        ]

    def broken(self, page: HtmlPage) -> list[str]:
        """Give the addresses a page names that lead nowhere, seen from the address of that page."""
        return [
            reference.written
            for reference in page.signposts.references
            if not self._leads_somewhere(page, reference)
        ]

    def reachable(self, start: str = "") -> set[str]:
        """Give the pages that a reader can click to from a page."""
        found, todo = {start}, [start]
        while todo:
            for link in self.pages[todo.pop()].links():
                address = self.page_of(link)
                if address in self.pages and address not in found:
                    found.add(address)
                    todo.append(address)
        return found

    def page_of(self, resolved: str) -> str:
        """Give the page that a resolved link leads to."""
        return self._page_at(_path(resolved))

    def _page_at(self, path: str) -> str:
        return (
            path.removeprefix(self.base).removesuffix("index.html") if path.startswith(self.base) else _AWAY
        )

    def _leads_somewhere(self, page: HtmlPage, reference: Reference) -> bool:
        address = self._page_at(reference.path)
        if reference.fragment:
            target = page if reference.resolved == page.address else self.pages.get(address)
            return target is not None and reference.fragment in target.signposts.ids
        return address in self.pages or address in self._files


def _path(resolved: str) -> str:
    """Give the path that a resolved link leads to; one that is no page for another server."""
    parts = urlsplit(resolved)
    return _AWAY if parts.netloc or parts.scheme else unquote(parts.path)


def css_addresses(css: str) -> list[str]:
    """Give every address that a style sheet loads."""
    quoted = re.findall(r"@import\s+[\"']([^\"']+)", css)
    return quoted + [one.strip("\"' ") for one in re.findall(r"url\(([^)]*)\)", css)]
