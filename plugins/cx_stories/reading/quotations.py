"""Words of somebody else in a body of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cx_stories.reading.masking import Range
from cx_stories.reading.prose_parts import Places, Quotation

_WORD = re.compile(r"\w+(?:['’.-]+\w+)*")
_WITHIN = "'.-"
_BARE = "".join(sign if sign.isalnum() or sign in f"_{_WITHIN}" else " " for sign in map(chr, range(128)))
"""What stands for each sign of ASCII: itself where it may be in a word, a space elsewhere."""
_WORDLESS = re.compile(rf"[{_WITHIN}](?<= .)[{_WITHIN}]*(?= )")
"""What stands between two spaces and has no letter in it."""
_BREAK = re.compile(r"\n[ \t>]*(?=\n)|\n(?=[ \t>]*(?:[*+-][ \t]|\d+\.[ \t]|#))")
_BLOCK = re.compile(
    r"(?:^[ \t]*+(?:(?:[*+-]|\d++\.)[ \t]++)?>[^\n]*+(?>(?:\n[^\n]*\S[^\n]*+)*)\n?(?>(?:[ \t]*\n)*))+",
    re.MULTILINE,
)
_PREFIX = re.compile(r"^[ \t]*+(?:(?:[*+-]|\d++\.)[ \t]++)?(?:>[ \t]?)+", re.MULTILINE)
_MARKS = '“„«"‘'
_OPENING = re.compile(rf"[{_MARKS}](?<!\w‘)")
_CLOSING = {
    "“": re.compile("”"),
    "„": re.compile("[”“]"),
    "«": re.compile("»"),
    '"': re.compile('"'),
    "‘": re.compile(r"’(?!\w)"),
}


def count_words(text: str) -> int:
    """Count words: runs of letters and digits, an apostrophe or hyphen inside included."""
    if text.isascii():
        bare = f" {text.translate(_BARE)} "
        return len(bare.split()) - len(_WORDLESS.findall(bare))
    return len(_WORD.findall(text))


def find_quotations(text: str, places: Places) -> Iterator[Quotation]:
    """Give every quotation, in the order typed; what stands inside another is not given again.

    text:  the body without what is not running text
    """
    blocks = list(_blocks(text)) if ">" in text else []
    start = 0
    for block in blocks:
        yield from _marked(text, start, block[0], places)
        yield _quotation(block, _PREFIX.sub("", text[slice(*block)]), places)
        start = block[1]
    yield from _marked(text, start, len(text), places)


def _blocks(text: str) -> Iterator[Range]:
    sign = text.find(">")
    while sign >= 0:
        start = text.rfind("\n", 0, sign) + 1
        block = _BLOCK.match(text, start)
        if block and block[0].strip("> \t\n"):
            yield start, start + len(block[0].rstrip())
        end = block.end() if block else text.find("\n", sign)
        sign = text.find(">", end) if end >= 0 else end


def _marked(text: str, start: int, end: int, places: Places) -> Iterator[Quotation]:
    """Find quotations between marks, which cannot run on into the next paragraph."""
    if not any(mark in text for mark in _MARKS):
        return
    position = start
    paragraph = start
    missing: set[str] = set()
    while opening := _OPENING.search(text, position, end):
        position = opening.end()
        if position > paragraph:
            following = _BREAK.search(text, position, end)
            paragraph = following.start() if following else end
            missing = set()
        mark = opening[0]
        closing = None if mark in missing else _CLOSING[mark].search(text, position, paragraph)
        if closing is None:
            missing.add(mark)
        else:
            yield _quotation((position - 1, closing.end()), text[position : closing.start()], places)
            position = closing.end()


def _quotation(within: Range, inner: str, places: Places) -> Quotation:
    words = " ".join(inner.split())
    return Quotation(words, count_words(words), places.at(*within))
