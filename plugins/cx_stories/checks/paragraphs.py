"""The paragraphs of a text as they were typed, without fenced code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cx_stories.model.document import Document
from cx_stories.reading.fences import TAB, fenced_code
from cx_stories.reading.prose import Places

_BLANKS = (" ", "\t")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines without an empty one between them; a heading stands by itself.

    line:  the line of the file on which it begins
    """

    line: int
    lines: tuple[str, ...]

    @property
    def indented(self) -> bool:
        """Whether it begins so far from the margin that it is code, or belongs to what stands above it."""
        return is_indented(self.lines[0])


def is_indented(line: str) -> bool:
    """Whether a line begins with four spaces, or a tab that leads as far."""
    return line[:1] in _BLANKS and line.expandtabs(TAB).startswith(" " * TAB)


def paragraphs_of(document: Document) -> Iterator[Paragraph]:
    """Give the paragraphs of a file's text, in the order typed."""
    fenced = fenced_lines(document)
    lines: list[str] = []
    for number, line in enumerate(document.body.split("\n"), document.body_line):
        apart = number in fenced or not line.strip() or line.startswith("#")
        if lines and apart:
            yield Paragraph(number - len(lines), tuple(lines))
            lines = []
        if not apart:
            lines.append(line)
        elif line.startswith("#") and number not in fenced:
            yield Paragraph(number, (line,))
    if lines:
        yield Paragraph(document.body_line + document.body.count("\n") + 1 - len(lines), tuple(lines))


def fenced_lines(document: Document) -> frozenset[int]:
    """Give the lines of a file that are fenced code, or may be; the fences are among them."""
    if "```" not in document.body and "~~~" not in document.body:
        return frozenset()
    places = Places.of(document.body, document.body_line)
    spans = (places.at(start, end) for start, end, _ in fenced_code(document.body))
    return frozenset(line for span in spans for line in range(span.line, span.end_line + 1))
