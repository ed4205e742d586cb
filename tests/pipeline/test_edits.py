"""An edit changes its own bytes; byte order mark, line ends and everything else stay."""

from __future__ import annotations

import pytest

from cx_stories.model.diagnostic import Diagnostic, Edit, Fix, Severity
from cx_stories.model.document import Span
from cx_stories.pipeline.edits import apart, edited


def _found(code: str, *spans: Span) -> Diagnostic:
    fix = Fix(tuple(Edit(span, code) for span in spans))
    return Diagnostic("a.md", spans[0], code, "name", Severity.ERROR, "Message.", fix)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_edit_finds_its_place_whatever_lines_end_with(mark: bytes, end: str) -> None:
    """Columns count characters, accents and emoji included."""
    raw = mark + end.join(["é: 😀", "é😀: web", "", "last"]).encode()
    after = mark + end.join(["e: 😀", "é😀: store", "", "last!"]).encode()
    edits = [
        Edit(Span(4, 5, 4, 5), "!"),
        Edit(Span(1, 1, 1, 2), "e"),
        Edit(Span(2, 5, 2, 8), "store"),
    ]

    assert edited(raw, edits) == after


def test_line_feed_of_an_edit_becomes_the_line_end_of_its_place() -> None:
    """A file from Windows stays one; in a mixed one, each line keeps to itself."""
    raw = b"a\r\nb\nc"
    edits = [Edit(Span(line, 2, line, 2), "\n-") for line in (1, 2, 3)]

    assert edited(raw, edits) == b"a\r\n-\r\nb\n-\nc\r\n-"


def test_line_is_taken_out_with_its_end() -> None:
    """No empty line is left behind."""
    assert edited(b"a\r\nb\r\nc\r\n", [Edit(Span(2, 1, 3, 1), "")]) == b"a\r\nc\r\n"


def test_place_past_the_end_of_a_line_is_that_end() -> None:
    """An edit never reaches into the next line by accident."""
    assert edited(b"a\nb\n", [Edit(Span(1, 1, 1, 9), "c")]) == b"c\nb\n"


def test_of_two_fixes_that_meet_the_first_is_made() -> None:
    """The other has its turn when the file has been looked at again."""
    first, second = _found("A", Span(1, 1, 1, 4)), _found("B", Span(1, 9, 1, 10), Span(1, 3, 1, 6))
    same, beside = _found("C", Span(1, 1, 1, 1)), _found("D", Span(1, 4, 1, 5))

    assert apart([first, second, same, beside]) == [first, beside]
