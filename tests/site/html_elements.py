"""Take an HTML page apart the way a browser does: into elements, each with the words within it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
_UNSEEN = frozenset({"script", "style", "template", "title", "head"})


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


def elements_of(source: str) -> Sequence[Element]:
    """Give all elements of a page, in order."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    return tuple(reader.elements)


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
