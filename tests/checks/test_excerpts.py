"""The line of a finding as it is shown."""

from __future__ import annotations

import pytest

from cx_stories.checks.excerpts import WIDEST, excerpt_of, veiled
from cx_stories.model.diagnostic import Excerpt
from cx_stories.model.document import Span

LINES = ("---", "title: Refund", "---", "")


@pytest.mark.parametrize(
    ("span", "excerpt"),
    [
        (Span(2, 8, 2, 14), Excerpt("title: Refund", 8, 6)),
        (Span(2, 8, 3, 2), Excerpt("title: Refund", 8, 6)),  # goes on: to the end of the line
        (Span(3, 1, 3, 4), Excerpt("---", 1, 3)),
        (Span(4, 1, 4, 1), Excerpt("", 1, 1)),  # a place, not a stretch
        (Span(2, 14, 2, 14), Excerpt("title: Refund", 14, 1)),  # right behind the line
        (Span(9, 1, 9, 2), Excerpt()),  # nowhere
    ],
)
def test_excerpt_is_the_line_with_the_stretch_in_it(span: Span, excerpt: Excerpt) -> None:
    """A writer sees the words that are meant."""
    assert excerpt_of(LINES, span) == excerpt


@pytest.mark.parametrize("column", [1, 50, 500, 4999])
def test_long_line_is_cut_around_the_stretch(column: int) -> None:
    """However long the line, the stretch is in the excerpt, under its column."""
    line = "".join(chr(ord("a") + number % 26) for number in range(5000))
    found = excerpt_of((line,), Span(1, column, 1, column + 2))

    assert len(found.text) <= WIDEST
    assert found.text[found.column - 1 :][: found.width] == line[column - 1 : column + 1]


def test_stretch_longer_than_the_excerpt_ends_with_it() -> None:
    """The mark never goes beyond what is shown."""
    found = excerpt_of(("x" * 5000,), Span(1, 1, 1, 5001))

    assert (found.column, found.width) == (1, WIDEST)


def test_private_stretches_are_veiled() -> None:
    """Everything else stays where it is, so that the mark stays under its words."""
    lines = ("Call 0612345678 or ask", "Mina", "Jansen now")
    private = (Span(1, 6, 1, 16), Span(2, 1, 3, 7))

    assert [excerpt_of(veiled(lines, private), Span(line, 1, line, 3)).text for line in (1, 2, 3)] == [
        "Call ·········· or ask",
        "····",
        "······ now",
    ]
