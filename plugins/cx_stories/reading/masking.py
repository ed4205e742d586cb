"""Markdown without its code.

Code that is missed costs a false alarm; text that is taken for code hides what it holds. So only what is
code beyond doubt is blanked, and doubt is anything that Python-Markdown may read in another way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from markdown.util import BLOCK_LEVEL_ELEMENTS

from cx_stories.reading.fences import fenced_code

Range = tuple[int, int]
"""Two offsets; the second is exclusive."""

_VISIBLE = re.compile(r"[^\n]")
_CHUNK = re.compile(r"(?:^[^\n]*[^\s][^\n]*(?:\n|\Z))+", re.MULTILINE)
_INDENTED = re.compile(r" {4}| {0,3}\t")
_TICKS = re.compile(r"`+")
_RAW = re.compile(r"^\s{0,3}<(?:([!?])|([a-zA-Z][^\s/>]*))", re.MULTILINE)
_BLOCK_TAGS = frozenset(BLOCK_LEVEL_ELEMENTS)
_CLOSED = re.compile(
    r"""<(div|p|section|aside|figure|blockquote|center)(?>(?:[ ]++[a-z-]++="[^"<>&`]*+")*)>
        [^<>`\[\]{}\\]*+</\1>[ \t]*+(?=\n[ \t]*+\n|\n?\Z)""",
    re.VERBOSE,
)
"""Raw HTML that ends beyond doubt, and holds nothing that could be taken for Markdown."""
_ESCAPE = re.compile(r"\\[\\`*_{}\[\]()>#+.!-]")


def blank(text: str, ranges: list[Range]) -> str:
    """Give the text with spaces in these ranges, line feeds kept. The ranges may overlap."""
    return _covered(text, ranges, lambda covered: _VISIBLE.sub(" ", covered))


def _covered(text: str, ranges: list[Range], cover: Callable[[str], str]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in sorted(ranges):
        if end > done:
            begin = max(start, done)
            pieces += text[done:begin], cover(text[begin:end])
            done = end
    pieces.append(text[done:])
    return "".join(pieces)


def without_code(body: str) -> tuple[str, int, int]:
    """Blank fenced code, indented code and code spans.

    Returns     the body, as long as before, and where blocks of raw HTML may start (its length: nowhere);
                from there on everything may be raw, so that only fences are code; and where
                the first code stands that may be none (its length: nowhere)
    """
    if _drops(body):
        # Python-Markdown takes these characters out, which joins what they keep apart.
        return body, 0, 0
    found = list(fenced_code(body)) if "```" in body or "~~~" in body else []
    fenced = [(start, end) for start, end, certain in found if certain]
    doubtful = [(start, end) for start, end, certain in found if not certain]
    # Signs that are no spaces, so that a fence parts no paragraphs; a backtick leaves its paragraph in doubt.
    text = _covered(body, fenced, lambda code: "\0" * len(code)) if found else body
    raw = _start_of_raw(text)
    text = _covered(text, doubtful, lambda code: "`" * len(code)) if doubtful else text
    code = [*_indented(text), *_spans(text)] if "`" in text or "    " in text or "\t" in text else []
    unsure = [start for start, end in code if end > raw] + [start for start, _ in doubtful]
    sure = [within for within in code if within[1] <= raw]
    return blank(body, fenced + sure), raw, min(unsure, default=len(body))


def without_escapes(text: str) -> str:
    """Blank what a backslash turns into plain text. A `<` is not among it."""
    return text if "\\" not in text or _drops(text) else _ESCAPE.sub("  ", text)


def _drops(text: str) -> bool:
    """Whether there are signs in a text that Python-Markdown has for itself, and takes out."""
    return "\x02" in text or "\x03" in text


def _start_of_raw(text: str) -> int:
    """Find where the first block of raw HTML may start: it can swallow all that follows."""
    if "<" in text:
        for found in _RAW.finditer(text):
            starts = found[1] or found[2].lower() in _BLOCK_TAGS
            if starts and not _ends_for_certain(text, text.index("<", found.start())):
                return found.start()
    return len(text)


def _ends_for_certain(text: str, start: int) -> bool:
    """Whether raw HTML stands by itself, between empty lines, and ends where it seems to."""
    alone = not start or text.endswith("\n\n", 0, start)
    return alone and _CLOSED.match(text, start) is not None


def _indented(text: str) -> Iterator[Range]:
    """Find indented code that follows a paragraph of plain words, so that it cannot belong to a list."""
    if "\n    " not in text and "\t" not in text:
        return
    plain = False
    for chunk in _CHUNK.finditer(text):
        lines = chunk[0].splitlines(keepends=True)
        if not _INDENTED.match(lines[0]):
            plain = all(line[0].isalpha() for line in lines)
        elif plain:
            end = chunk.start()
            for line in lines:
                plain = bool(_INDENTED.match(line))
                if not plain:
                    break
                end += len(line)
            yield chunk.start(), end


def _spans(text: str) -> Iterator[Range]:
    """Find code spans in paragraphs in which each line holds the ends of its own.

    Where one line ends inside a span, it depends on the blocks around it what is code.
    """
    for chunk in _CHUNK.finditer(text):
        if "`" in chunk[0]:
            ranges: list[Range] = []
            offset = chunk.start()
            for line in chunk[0].split("\n"):
                if "`" in line and not _pair(line, offset, ranges):
                    break
                offset += len(line) + 1
            else:
                yield from ranges


def _pair(line: str, offset: int, ranges: list[Range]) -> bool:
    """Add the code spans of a line; False if not every backtick has its counterpart beyond doubt."""
    runs = [(run.start(), run.end()) for run in _TICKS.finditer(line)]
    ahead: dict[int, list[int]] = {}
    for index in range(len(runs) - 1, -1, -1):
        ahead.setdefault(runs[index][1] - runs[index][0], []).append(index)
    position = 0
    while position < len(runs):
        start, end = runs[position]
        same = ahead[end - start]
        while same and same[-1] <= position:
            same.pop()
        if not same or (start and line[start - 1] == "\\"):
            return False
        closing = runs[same[-1]][1]
        code = line[start:closing]
        if "|" in code or "]:" in code:
            return False
        ranges.append((offset + start, offset + closing))
        position = same[-1] + 1
    return True
