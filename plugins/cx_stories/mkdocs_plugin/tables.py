"""Tables in prose: they scroll within themselves where they are too wide, and hold no styles of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX

if TYPE_CHECKING:
    from markdown import Markdown

_ALIGNED = re.compile(r"text-align: (left|center|right);")
"""What Python-Markdown writes at a cell, and what a careful server forbids a page to say."""
_AFTER_ATTRIBUTES = 4


class Tables(Extension):
    """Puts each table in a box that scrolls, by keyboard too; makes classes of how cells are aligned."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register with a converter."""
        md.treeprocessors.register(_TablesProcessor(md), "cx-tables", _AFTER_ATTRIBUTES)


class _TablesProcessor(Treeprocessor):
    def run(self, root: Element) -> None:
        """Go through the tables of a text, in whatever they stand."""
        for parent in list(root.iter()):
            for place, table in enumerate(parent):
                if table.tag == "table":
                    parent[place] = _boxed(table)


def _boxed(table: Element) -> Element:
    """Give a table in its box, which says what the columns are to those who come to it by keyboard."""
    for cell in (*table.iter("th"), *table.iter("td")):
        _align(cell)
    box = Element("div", {"class": "scroll", "tabindex": "0"})
    if columns := _columns(table):
        box.attrib |= {"role": "group", "aria-label": columns}
    box.append(table)
    box.tail, table.tail = table.tail, "\n"
    return box


def _align(cell: Element) -> None:
    if aligned := _ALIGNED.fullmatch(cell.get("style", "")):
        del cell.attrib["style"]
        cell.set("class", f"{cell.get('class', '')} {aligned[1]}".strip())


def _columns(table: Element) -> str:
    """Give the names of the columns; none where one is not in plain words."""
    names = (" ".join("".join(cell.itertext()).split()) for cell in table.iter("th"))
    text = ", ".join(filter(None, names))
    return "" if STX in text else text
