"""What stands in a field is known by its lines, before it gets its right name and after that."""

from __future__ import annotations

from cx_stories.model.diagnostic import Diagnostic, Edit, Fix, Severity
from cx_stories.model.document import Span
from cx_stories.pipeline.renamed import Renamed, renamed

RAW = b"---\r\nchannels:\r\n- web\r\n- web\r\nbron:\r\n\r\n  titel: A\r\n- B\r\ntitle: A\r\n---\r\n"


def _mended(code: str, span: Span, text: str) -> Diagnostic:
    return Diagnostic("a.md", span, code, "name", Severity.ERROR, "Message.", Fix((Edit(span, text),)))


def test_lines_of_a_field_move_with_what_is_taken_out_above_it() -> None:
    """An error is looked for where it is once all fixes are made."""
    key = _mended("CX103", Span(5, 1, 5, 5), "source")
    item = _mended("CX203", Span(4, 1, 5, 1), "")

    assert renamed({"a.md": RAW}, [item, key]) == Renamed(
        before=frozenset({("a.md", 5), ("a.md", 6), ("a.md", 7), ("a.md", 8)}),
        after=frozenset({("a.md", 4), ("a.md", 5), ("a.md", 6), ("a.md", 7)}),
    )


def test_other_fixes_bring_nothing_to_light() -> None:
    """An error after any other fix is one that it made."""
    term = _mended("CX201", Span(3, 3, 3, 6), "store")

    assert renamed({"a.md": RAW}, [term]) == Renamed(frozenset(), frozenset())
