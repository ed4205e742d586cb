"""Harmless HTML to blocks of Markdown, as this site reads it.

Lists go four spaces deep and more signs than usual mean something here (`[[`, `{`, `!!!`), which no converter
for other Markdown knows. What is read is always what `washing` left, so it is well-formed.
"""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser

from cx_stories.pipeline.importing.escaping import address, begun, seen
from cx_stories.pipeline.importing.nesting import HOLDERS, Nest
from cx_stories.pipeline.importing.pieces import BOLD_LINE, BREAK, NO_LEVEL, Block
from cx_stories.pipeline.importing.running_text import Words

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BREAKING = frozenset({"p", "div", "dd", "dt", "figcaption", "caption", "article", "main", "tr", *HEADINGS})
_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**"}
_CELLS = frozenset({"td", "th"})
_MAIN = frozenset({"article", "main"})


def blocks_of(html: str) -> Sequence[Block]:
    """Give the blocks of HTML; of a page with a main part, those of that part."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end()
    return [block for block, main in reader.found if main or not reader.has_main]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[Block, bool]] = []
        self.has_main = False
        self._main = 0
        self._nest = Nest()
        self._words = Words()
        self._marks: list[str] = []
        self._links: list[str] = []
        self._heading = 0
        self._rows: list[list[str]] | None = None
        self._code = 0
        self._coded = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _MAIN:
            self._flush()
            self._main += 1
            self.has_main = True
        if tag in HOLDERS:
            self._open(tag)
        elif tag in _BREAKING and self._rows is None:
            self._flush()
            self._heading = HEADINGS.get(tag, 0)
        elif tag in _MARKS:
            self._marks.append(_MARKS[tag])
        elif tag == "a":
            self._links.append(address(dict(attrs).get("href") or ""))
        elif tag == "br":
            self._say("\n")
        elif tag == "hr":
            self._flush()
            self._break()
        else:
            self._opened_rest(tag)

    def _opened_rest(self, tag: str) -> None:
        if tag == "table" and self._rows is None:
            self._flush()
            self._rows = []
        elif tag == "tr" and self._rows is not None:
            self._rows.append([])
        elif tag in _CELLS and self._rows is not None:
            self._words = Words()
        elif tag == "pre":
            self._flush()
            self._code, self._coded = self._code + 1, ""

    def handle_endtag(self, tag: str) -> None:
        if tag in HOLDERS:
            self._close(tag)
        elif tag in _BREAKING and self._rows is None:
            self._flush()
            self._heading = 0
        elif tag in _BREAKING:
            self._say(" ")
        elif tag in _MARKS and self._marks:
            self._marks.pop()
        elif tag == "a" and self._links:
            self._links.pop()
        elif tag in _CELLS and self._rows:
            self._rows[-1].append(" ".join(self._words.markdown()))
            self._words = Words()
        elif tag == "table":
            self._end_table()
        elif tag == "pre" and self._code:
            self._end_code()
        if tag in _MAIN:
            self._flush()
            self._main = max(0, self._main - 1)

    def handle_data(self, data: str) -> None:
        if self._code:
            self._coded += data
        else:
            self._say(data.replace("\n", " "))

    def _say(self, text: str) -> None:
        if self._code:
            self._coded += text
            return
        link = self._links[-1] if self._links else ""
        self._words.add(text, tuple(self._marks), link)

    def _open(self, tag: str) -> None:
        if self._rows is None:
            self._flush()
            self._nest.open(tag)

    def _close(self, tag: str) -> None:
        if self._rows is None:
            self._flush()
            self._nest.close(tag)
            self._emit()

    def _flush(self) -> None:
        """Write down the paragraph that is open."""
        words, self._words = self._words, Words()
        plain = words.plain()
        if not plain:
            return
        level = self._heading or (BOLD_LINE if words.bold() else NO_LEVEL)
        lines = words.markdown()
        if self._heading and not self._nest:
            title = " ".join(lines)
            self.found.append((Block(title, plain, level), self._main > 0))
            return
        self._nest.put([begun(line) for line in lines], plain)
        self._emit(level if len(lines) == 1 else NO_LEVEL)

    def _break(self) -> None:
        if not self._nest and self._rows is None:
            self.found.append((BREAK, self._main > 0))

    def _end_table(self) -> None:
        rows = [row for row in self._rows or [] if any(row)]
        self._rows = None
        width = max(map(len, rows), default=0)
        if width < 2 or self._nest:
            for row in rows:
                for cell in filter(None, row):
                    self._nest.put([begun(cell)], cell)
                    self._emit()
            return
        filled = [[*row, *[""] * (width - len(row))] for row in rows]
        typed = [f"| {' | '.join(row)} |" for row in filled]
        table = "\n".join((typed[0], f"|{' --- |' * width}", *typed[1:]))
        self.found.append((Block(table, " ".join(map(" ".join, rows))), self._main > 0))

    def _end_code(self) -> None:
        self._code -= 1
        lines = [line.rstrip() for line in self._coded.strip("\n").split("\n")]
        plain = seen(self._coded).strip()
        if not plain:
            return
        for line in lines:
            self._words.add(line.strip() + "\n", (), "")
        self._flush()

    def _emit(self, level: int = NO_LEVEL) -> None:
        """Take what stands there for a block, once no list and no quotation is open."""
        if not self._nest and (block := self._nest.taken(level)):
            self.found.append((block, self._main > 0))

    def end(self) -> None:
        """Write down what was never closed."""
        self._flush()
        self._nest.clear()
        self._emit()
