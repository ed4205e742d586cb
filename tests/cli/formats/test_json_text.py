"""What a program reads: the keys are a promise."""

from __future__ import annotations

import json

from cx_stories.cli.formats.json_text import json_text
from cx_stories.cli.formats.paint import Paint
from tests.cli.formats.samples import HOSTILE, MISSPELT, NOTHING, PLAIN, report_of


def test_json_has_exactly_the_promised_keys() -> None:
    """Whoever reads it can rely on every key, and on paths relative to the content folder."""
    assert json.loads(json_text(PLAIN, Paint())) == {
        "version": 1,
        "summary": {"stories": 3, "errors": 1, "warnings": 1, "infos": 1},
        "diagnostics": [
            {
                "path": "../mkdocs.yml",
                "line": 1,
                "column": 1,
                "end_line": 1,
                "end_column": 1,
                "code": "CX502",
                "name": "term-unused",
                "severity": "info",
                "message": 'No story uses the sector "toys".',
                "fix": None,
            },
            {
                "path": "stories/refund.md",
                "line": 6,
                "column": 5,
                "end_line": 6,
                "end_column": 15,
                "code": "CX201",
                "name": "unknown-term",
                "severity": "error",
                "message": '"surprizing" is not one of the elements. Did you mean "surprising"?',
                "fix": {
                    "safe": False,
                    "edits": [
                        {"line": 6, "column": 5, "end_line": 6, "end_column": 15, "text": "surprising"}
                    ],
                },
            },
            {
                "path": "stories/refund.md",
                "line": 8,
                "column": 17,
                "end_line": 8,
                "end_column": 20,
                "code": "CX203",
                "name": "duplicate-value",
                "severity": "warning",
                "message": 'The channels name "web" twice.',
                "fix": {
                    "safe": True,
                    "edits": [{"line": 8, "column": 15, "end_line": 8, "end_column": 20, "text": ""}],
                },
            },
        ],
    }


def test_json_is_indented_in_the_promised_order() -> None:
    """It can be read over the shoulder and compared line by line."""
    assert json_text(NOTHING, Paint()) == (
        '{\n  "version": 1,\n  "summary": {\n    "stories": 3,\n    "errors": 0,\n    "warnings": 0,\n'
        '    "infos": 0\n  },\n  "diagnostics": []\n}\n'
    )
    assert list(json.loads(json_text(report_of(MISSPELT), Paint()))["diagnostics"][0]) == [
        *("path", "line", "column", "end_line", "end_column", "code", "name", "severity", "message", "fix")
    ]


def test_json_gives_back_exactly_what_was_typed() -> None:
    """Letters stay letters; only what steers a terminal is an escape, and no program sees the difference."""
    text = json_text(report_of(HOSTILE), Paint())
    found = json.loads(text)["diagnostics"][0]

    assert (found["path"], found["message"]) == (HOSTILE.path, HOSTILE.message)
    assert r"""h`i|é\\udcff\u001b\n.md""" in text
