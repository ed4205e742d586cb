"""Read built pages the way a browser and a reader do: links, ids, headings and visible words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

ORIGIN = "http://site.invalid/"
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
_UNSEEN = frozenset({"script", "style", "template", "title", "head"})
_RESOURCES = {("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src"), ("video", "src")}
_LOADED = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"})
_POINTERS = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")


@dataclass
class Element:
    """A tag with its attributes, and the words within it."""

    tag: str
    attributes: Mapping[str, str]
    parents: tuple[Element, ...] = field(repr=False)
    pieces: list[str] = field(default_factory=list, repr=False)

    @property
    def text(self) -> str:
        """Its words, spaces collapsed."""
        return " ".join("".join(self.pieces).split())

    def within(self, tag: str) -> bool:
        """Whether it stands in an element of this kind."""
        return any(parent.tag == tag for parent in self.parents)

    @property
    def language(self) -> str:
        """The language it is in: its own or the nearest one around it."""
        spoken = (
            one.attributes["lang"] for one in (self, *reversed(self.parents)) if "lang" in one.attributes
        )
        return next(spoken, "")


class HtmlPage:
    """One page. `address` is its path on the server, from the root of the site."""

    def __init__(self, source: str, address: str = "") -> None:
        self.source = source
        self.address = address
        reader = _Reader()
        reader.feed(source)
        reader.close()
        self.elements = tuple(reader.elements)

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

    def broken_references(self) -> list[str]:
        """Give every address within the site that leads to no file, or to no id of its page."""
        return [
            f"{address}: {written}" for address, page in self.pages.items() for written in self.broken(page)
        ]

    def broken(self, page: HtmlPage) -> list[str]:
        """Give the addresses a page names that lead nowhere, seen from the address of that page."""
        return [written for written in page.references() if not self._leads_somewhere(page, written)]

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
        path = unquote(urlsplit(resolved).path)
        if urlsplit(resolved).netloc or urlsplit(resolved).scheme or not path.startswith(self.base):
            return "elsewhere"
        return path.removeprefix(self.base).removesuffix("index.html")

    def _leads_somewhere(self, page: HtmlPage, written: str) -> bool:
        if urlsplit(written).scheme in {"http", "https", "mailto", "data"}:
            return True
        resolved = page.resolved(written)
        address, fragment = self.page_of(resolved), unquote(urlsplit(resolved).fragment)
        if fragment:
            target = page if resolved.partition("#")[0] == page.address else self.pages.get(address)
            return target is not None and fragment in target.ids
        return address in self.pages or (self.folder / address).is_file()


def css_addresses(css: str) -> list[str]:
    """Give every address that a style sheet loads."""
    quoted = re.findall(r"@import\s+[\"']([^\"']+)", css)
    return quoted + [one.strip("\"' ") for one in re.findall(r"url\(([^)]*)\)", css)]


class _Reader(HTMLParser):
    """Collects elements with their attributes, parents and words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(self._open))
        self.elements.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open and close an element."""
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, tuple(self._open)))

    def handle_endtag(self, tag: str) -> None:
        """Close the nearest element of this kind."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index].tag == tag:
                del self._open[index:]
                break

    def handle_data(self, data: str) -> None:
        """Give words to the element they stand in, and to those around it if they are seen there."""
        for element in reversed(self._open):
            element.pieces.append(data)
            if element.tag in _UNSEEN:
                break
