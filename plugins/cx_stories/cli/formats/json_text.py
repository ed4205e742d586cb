"""For programs: every finding with all that is known of it."""

from __future__ import annotations

from typing import Any

from cx_stories.cli.formats.escaping import as_json
from cx_stories.cli.formats.paint import Paint
from cx_stories.cli.formats.report import Report
from cx_stories.model.diagnostic import Diagnostic, Fix
from cx_stories.model.document import Span

VERSION = 1
"""Goes up when a key is renamed or dropped; new keys may come at any time."""


def json_text(report: Report, _: Paint) -> str:
    """Give one JSON object. Paths are relative to the content folder; lines and columns count from 1."""
    return as_json(
        {
            "version": VERSION,
            "summary": {
                "stories": report.stories,
                "errors": report.errors,
                "warnings": report.warnings,
                "infos": report.infos,
            },
            "diagnostics": [_diagnostic(found) for found in report.diagnostics],
        }
    )


def _diagnostic(found: Diagnostic) -> dict[str, Any]:
    return {
        "path": found.path,
        **_place(found.span),
        "code": found.code,
        "name": found.name,
        "severity": found.severity.value,
        "message": found.message,
        "fix": _fix(found.fix) if found.fix else None,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {"safe": fix.safe, "edits": [{**_place(edit.span), "text": edit.text} for edit in fix.edits]}


def _place(span: Span) -> dict[str, int]:
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
