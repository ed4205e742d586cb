"""A finding prints like a compiler's and is sorted as one reads."""

from __future__ import annotations

from cx_stories.model.diagnostic import Diagnostic, Severity
from cx_stories.model.document import Span


def _found(path: str, line: int, column: int, code: str) -> Diagnostic:
    return Diagnostic(path, Span(line, column), code, "unknown-term", Severity.ERROR, "No such term.")


def test_finding_prints_place_rule_severity_and_message() -> None:
    """Editors and terminals turn `path:line:column` into a link."""
    assert str(_found("stories/refund.md", 6, 5, "CX201")) == (
        "stories/refund.md:6:5  CX201 unknown-term  error\n  No such term."
    )


def test_findings_are_sorted_by_path_place_and_code() -> None:
    """A writer goes through a file from top to bottom."""
    expected = [
        _found("a.md", 1, 2, "CX202"),
        _found("a.md", 1, 10, "CX101"),
        _found("a.md", 1, 10, "CX201"),
        _found("a.md", 2, 1, "CX001"),
        _found("b.md", 1, 1, "CX001"),
    ]

    assert sorted(expected[3:] + expected[:3]) == expected
