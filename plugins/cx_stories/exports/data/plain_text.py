"""The body of a story as plain text: its words in paragraphs, without the signs of Markdown."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from textwrap import dedent

from cx_stories.reading.plain_words import labels_in, plain

_BLANK = re.compile(r"\n[ \t]*\n\s*")
_FRONT = re.compile(r"(?:>[ \t]?|#{1,6}[ \t]+|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,9}[.)][ \t]+)+")
"""What makes a quotation, a heading or an item of a list of a line."""
_MARKS = frozenset({"- ", "* ", "+ ", "> "})
"""The fronts of most items and quotations."""
_UNSAID = re.compile(
    r"\[\[pause\]\]|(?:`{3,}|~{3,}).*|(?:[-*_][ \t]*){3,}|\*?\[[^\[\]]*\]:.*|\{:?[^{}]*\}"
    r"|\|?[ \t:|-]*-[ \t:|-]*\|[ \t:|-]*"
)
"""A line without words of the story: a pause, a fence, a rule, where a reference leads, what an abbreviation
means, a line of a table.
"""
_FENCE = re.compile(r"[ \t]*(`{3,}(?=[^`]*$)|~{3,})")
_BOX = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]*[\w-]+(?:[ \t]+[\w-]+)*(?:[ \t]+\"([^\n]*)\")?")
"""The first line of a box: readers see the title that stands in quotes."""
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ ]*[#.:][^{}\n]*\}$")


def plain_text(body: str) -> str:
    """Give the words of a body, a line for each paragraph, heading and item, a blank one between blocks.

    What stands between fences is as it was typed: there, no sign is one of Markdown.
    """
    labels = labels_in(body)
    blocks: list[str] = []
    for text, fenced in _parts(body.strip()):
        if fenced:
            blocks.append(dedent(text).strip("\n"))
        else:
            blocks += (_block(block, labels) for block in _BLANK.split(text.strip()))
    return "\n\n".join(block for block in blocks if block)


def _parts(body: str) -> Iterator[tuple[str, bool]]:
    """Give what stands outside of fences, and between them: each text, and whether it is fenced."""
    if "```" not in body and "~~~" not in body:
        yield body, False
        return
    fence, lines = "", list[str]()
    for line in body.split("\n"):
        begins = None if fence else _FENCE.match(line)
        if begins or (fence and _ends(line.strip(), fence)):
            yield "\n".join(lines), bool(fence)
            fence, lines = begins[1] if begins else "", []
        else:
            lines.append(line)
    yield "\n".join(lines), bool(fence)


def _ends(line: str, fence: str) -> bool:
    """Whether a line ends what a fence began."""
    return line.startswith(fence) and set(line) == set(fence)


def _block(block: str, labels: Collection[str]) -> str:
    """Give the words of what stands between two blank lines; lines that only run on are one."""
    if "\n" not in block and block[:1].isalpha() and "}" not in block:
        return plain(block.strip(), labels)  # most blocks are paragraphs on one line
    lines: list[str] = []
    ended = False
    for typed in block.split("\n"):
        line = typed.strip()
        if not line[:1].isalpha() and (box := _BOX.fullmatch(line)):
            lines.append(box[1] or "")
            ended = True
            continue
        front = _front(line)
        if front is None:
            continue
        said = line[len(front) :]
        if said.endswith("}"):
            said = _ATTRIBUTES.sub("", said)
        begins = ended or line.startswith("|") or front.strip(" \t>")
        if lines and not begins:
            lines[-1] += f" {said}"
        else:
            lines.append(said)
        ended = "#" in front
    return "\n".join(filter(None, [plain(line, labels) for line in lines]))


def _front(line: str) -> str | None:
    """Give the signs before the words of a line; None if it has no words of the story."""
    if line[:1].isalpha():
        return ""
    if line[:2] in _MARKS and line[2:3].isalpha():
        return line[:2]  # nearly all others; none of the patterns below could say anything else
    if not line or _UNSAID.fullmatch(line):
        return None
    found = _FRONT.match(line)
    return found[0] if found else ""
