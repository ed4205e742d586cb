"""What GitLab reads as a Code Quality report."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from cx_stories.checks.fingerprint import fingerprints
from cx_stories.cli.formats.gitlab import gitlab
from cx_stories.cli.formats.paint import Paint
from cx_stories.cli.formats.report import Report
from cx_stories.model.document import Span
from tests.cli.formats.samples import HOSTILE, MISSPELT, NOTHING, PLAIN, report_of


def issues(report: Report) -> list[dict[str, Any]]:
    """Give what GitLab finds in the report."""
    read: list[dict[str, Any]] = json.loads(gitlab(report, Paint()))
    return read


def test_every_finding_has_what_gitlab_asks_for() -> None:
    """A report that lacks a key is not shown."""
    unseen, misspelt, twice = fingerprints(PLAIN.diagnostics)

    assert issues(PLAIN) == [
        {
            "description": 'No story uses the sector "toys".',
            "check_name": "CX502 term-unused",
            "fingerprint": unseen,
            "severity": "info",
            "location": {"path": "mkdocs.yml", "lines": {"begin": 1}},
        },
        {
            "description": '"surprizing" is not one of the elements. Did you mean "surprising"?',
            "check_name": "CX201 unknown-term",
            "fingerprint": misspelt,
            "severity": "major",
            "location": {"path": "content/stories/refund.md", "lines": {"begin": 6}},
        },
        {
            "description": 'The channels name "web" twice.',
            "check_name": "CX203 duplicate-value",
            "fingerprint": twice,
            "severity": "minor",
            "location": {"path": "content/stories/refund.md", "lines": {"begin": 8}},
        },
    ]


def test_nothing_found_is_an_empty_list() -> None:
    """GitLab then shows that everything was mended."""
    assert gitlab(NOTHING, Paint()) == "[]\n"


def test_equal_findings_are_told_apart_and_known_again_on_other_lines() -> None:
    """GitLab counts findings by their fingerprints, and shows as new what it does not know."""
    twice = [MISSPELT, replace(MISSPELT, span=Span(7, 5, 7, 15))]
    moved = [replace(found, span=Span(found.span.line + 10, 5, found.span.line + 10, 15)) for found in twice]
    before = [issue["fingerprint"] for issue in issues(report_of(*twice))]

    assert len(set(before)) == 2
    assert [issue["fingerprint"] for issue in issues(report_of(*moved))] == before


def test_odd_path_and_message_arrive_as_they_are() -> None:
    """A path that is changed would link to nothing."""
    (issue,) = issues(report_of(HOSTILE))

    assert issue["location"]["path"] == f"content/{HOSTILE.path}"
    assert issue["description"] == HOSTILE.message
