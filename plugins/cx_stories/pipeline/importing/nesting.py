"""Paragraphs within lists and quotations, as lines of Markdown: lists go four spaces deep here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cx_stories.pipeline.importing.pieces import NO_LEVEL, Block

DEEPEST = 12
"""How many lists, items and quotations within each other are kept; what is deeper joins the one above it."""
HOLDERS = frozenset({"blockquote", "ul", "ol", "li"})
_LISTS = ("ul", "ol")


@dataclass(slots=True, eq=False)
class _Holder:
    """A list, an item or a quotation that is open.

    begun:  whether something stands in it
    loose:  whether an empty line does, so that one has to part it from what follows
    """

    name: str
    number: int = 1
    begun: bool = False
    loose: bool = False


class Nest:
    """The lists and quotations that are open, and the lines that stand in them."""

    def __init__(self) -> None:
        self._holders: list[_Holder] = []
        self._beyond = 0
        self._lines: list[str] = []
        self._plain: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._holders)

    def open(self, tag: str) -> None:
        """Go into a list, an item or a quotation."""
        if len(self._holders) >= DEEPEST or self._beyond:
            self._beyond += 1
            return
        within = self._holders[-1].name if self._holders else ""
        if tag == "li" and within not in _LISTS:
            self._holders.append(_Holder("ul"))
        if (tag in _LISTS and within != "li") or (tag == "blockquote" and not self._first_in_item()):
            self._gap()
        self._holders.append(_Holder(tag))

    def close(self, tag: str) -> None:
        """Come out of it, and of all that was not closed within it."""
        if self._beyond:
            self._beyond -= 1
            return
        loose = False
        if tag in (holder.name for holder in self._holders):
            closed = self._holders.pop()
            while closed.name != tag:
                closed = self._holders.pop()
            loose = closed.loose
        if tag == "li" and self._holders:
            self._holders[-1].number += 1
            self._holders[-1].loose |= loose

    def clear(self) -> None:
        """Come out of everything."""
        self._holders.clear()

    def put(self, lines: Sequence[str], plain: str) -> None:
        """Add the lines of a paragraph; all but its last end in two blanks, so that they stay lines."""
        if not self._first_in_item():
            self._gap()
        elif any(holder.loose for holder in self._holders[:-1]):
            self._gap(besides=1)
        for line, following in zip(lines, [*lines[1:], ""], strict=True):
            prefix = "".join(self._prefix(place) for place in range(len(self._holders)))
            for holder in self._holders:
                holder.begun = True
            end = "  " if line and following else ""
            self._lines.append(f"{prefix}{line}{end}" if line else prefix.rstrip())
        self._plain.append(plain)

    def taken(self, level: int = NO_LEVEL) -> Block | None:
        """Take out what stands there, as a block; None if nothing does."""
        lines, plain = self._lines, self._plain
        self._lines, self._plain = [], []
        return Block("\n".join(lines).rstrip(), " ".join(plain), level) if lines else None

    def _first_in_item(self) -> bool:
        return bool(self._holders) and self._holders[-1].name == "li" and not self._holders[-1].begun

    def _gap(self, besides: int = 0) -> None:
        """Part what follows from what stands there, with an empty line.

        besides:  how many of the innermost it is not in
        """
        if self._lines and self._lines[-1].strip("> "):
            within = self._holders[: len(self._holders) - besides]
            deep = {"blockquote": "> ", "li": "    "}
            self._lines.append("".join(deep.get(holder.name, "") for holder in within).rstrip())
            for holder in within:
                holder.loose = True

    def _prefix(self, place: int) -> str:
        holder = self._holders[place]
        if holder.name == "blockquote":
            return "> "
        if holder.name != "li":
            return ""
        if holder.begun:
            return "    "
        around = self._holders[place - 1]
        return f"{around.number}. " if around.name == "ol" else "- "
