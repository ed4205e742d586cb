"""For GitLab: a Code Quality report.

Source:  https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from typing import Any

from cx_stories.checks.fingerprint import fingerprints
from cx_stories.cli.formats.escaping import as_json
from cx_stories.cli.formats.paint import Paint
from cx_stories.cli.formats.report import Report
from cx_stories.model.diagnostic import Diagnostic, Severity

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab(report: Report, _: Paint) -> str:
    """Give a list with an object for every finding."""
    known = zip(report.diagnostics, fingerprints(report.diagnostics), strict=True)
    return as_json([_issue(found, report, fingerprint) for found, fingerprint in known])


def _issue(found: Diagnostic, report: Report, fingerprint: str) -> dict[str, Any]:
    return {
        "description": found.message,
        "check_name": f"{found.code} {found.name}",
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[found.severity],
        "location": {"path": report.path_of(found), "lines": {"begin": found.span.line}},
    }
