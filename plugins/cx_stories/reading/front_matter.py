"""Text to front matter and body. A python-frontmatter handler that keeps positions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import frontmatter
from frontmatter.default_handlers import BaseHandler

from cx_stories.model.document import EMPTY, ListNode, MapNode, Obstacle, ScalarNode, Span
from cx_stories.reading.yaml_nodes import UnreadableError, parse

MAX_FRONT_MATTER = 64 * 1024
MAX_BODY = 500_000
MAX_SIGNS, MAX_COMMON = 5_000, 20_000
"""How often a sign may stand in a text that makes work for the rules or for Markdown: far more than in any
story. The second is for what stands in every text, such as digits and the ends of lines."""
_SIGNS = {"](": "`](`", "]:": "`]:`", "[": "`[`", "<": "`<`", "{": "`{`", "@": "`@`", "\n#": "headings"}
_COMMON = {"\n": "lines", '"': "quotation marks", "`": "backticks"} | {
    sign: f"`{sign}`" for sign in "*_|>&~\\"
}
_OPENING = re.compile(r"(?:[ \t]*\n)*---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^-{3,}[ \t]*$", re.MULTILINE)
_ALMOST = re.compile(r"\s*(?:-{1,2}|[—–=]{1,3}|-(?: -)+|\+{3}|-{3}\s*\S.*)[ \t]*(?:\n|$)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The two halves of a file, with their places.

    closing:    the closing fence
    body_line:  the line of the file on which `body` starts
    fenced:     whether there was front matter at all
    """

    fields: MapNode = EMPTY
    body: str = ""
    body_line: int = 1
    closing: Span = Span()
    fenced: bool = False


class PositionHandler(BaseHandler):
    """Reads front matter of one file as nodes; `read` holds what was found, places included."""

    FM_BOUNDARY = _CLOSING
    START_DELIMITER = END_DELIMITER = "---"

    def __init__(self, first_line: int) -> None:
        super().__init__()
        self.first_line = first_line
        self.read = FrontMatter()

    def split(self, text: str) -> tuple[str, str]:
        """Split at the fences; the text starts with the opening one.

        Raises:  UnreadableError if there is no closing fence, or a half is too large.
        """
        opening = Span(self.first_line, 1, self.first_line, 4)
        end = _CLOSING.search(text, len(self.START_DELIMITER))
        if end is None:
            raise UnreadableError(Obstacle("unclosed-front-matter", opening))
        block, body = text[text.index("\n") + 1 : end.start()], text[end.end() + 1 :]
        if len(block.encode()) > MAX_FRONT_MATTER:
            raise UnreadableError(Obstacle("too-large", opening, "front matter"))
        line = self.first_line + 1 + block.count("\n")
        _refuse_size(body, line + 1)
        closing = Span(line, 1, line, 4)
        self.read = FrontMatter(EMPTY, body, line + 1, closing, fenced=True)
        return block, body

    def load(self, fm: str) -> dict[str, Any]:
        """Read the block as a mapping of keys to nodes.

        Raises:  UnreadableError if it is not one readable mapping.
        """
        node = parse(fm, self.first_line + 1) or EMPTY
        if isinstance(node, ListNode | ScalarNode):
            if isinstance(node, ScalarNode) and node.blank:
                node = EMPTY
            else:
                raise UnreadableError(Obstacle("front-matter-not-a-mapping", node.span))
        read = self.read
        self.read = FrontMatter(node, read.body, read.body_line, read.closing, fenced=True)
        return {entry.key.text: entry.value for entry in node.entries}


def split(text: str) -> FrontMatter:
    """Split a file into front matter and Markdown body.

    Shape:   `---`, a YAML mapping, `---`, Markdown. Without a fence: no fields, all body.
    Raises:  UnreadableError with the rule broken, the line and the column.
    Source:  https://jekyllrb.com/docs/front-matter/
    """
    opening = _OPENING.match(text)
    if opening is None:
        if _ALMOST.match(text):
            line = 1 + text.count("\n", 0, len(text) - len(text.lstrip()))
            raise UnreadableError(Obstacle("no-front-matter", Span(line, 1, line, 2), "almost"))
        _refuse_size(text, 1)
        return FrontMatter(body=text)
    blank_lines = text.count("\n", 0, text.index("-"))
    handler = PositionHandler(first_line=1 + blank_lines)
    frontmatter.parse(text, handler=handler)
    return handler.read


def _refuse_size(body: str, line: int) -> None:
    """Refuse a text that no rule should have to read.

    line:  of the file, on which the text starts
    """
    start = Span(line, 1, line, 1)
    if 4 * len(body) > MAX_BODY and len(body.encode()) > MAX_BODY:
        raise UnreadableError(Obstacle("too-large", start, "body"))
    for crowd in _crowds(body):
        raise UnreadableError(Obstacle("too-large", start, crowd))


def _crowds(body: str) -> Iterator[str]:
    """Give what there is too much of in a text, with how much of it there may be."""
    if len(body) <= MAX_SIGNS:
        return
    for most, signs in ((MAX_SIGNS, _SIGNS), (MAX_COMMON, _COMMON)):
        yield from (f"{most:,} {name}" for sign, name in signs.items() if body.count(sign) > most)
    if sum(map(body.count, "0123456789")) > MAX_COMMON:
        yield f"{MAX_COMMON:,} digits"
