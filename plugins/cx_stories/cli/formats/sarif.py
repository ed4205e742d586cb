"""For code scanning: SARIF 2.1.0.

Source:  https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from cx_stories.checks.base import Rule
from cx_stories.checks.fingerprint import fingerprints
from cx_stories.cli.formats.escaping import as_json
from cx_stories.cli.formats.paint import Paint
from cx_stories.cli.formats.report import Report
from cx_stories.model.diagnostic import Diagnostic, Fix, Severity
from cx_stories.model.document import Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif(report: Report, _: Paint) -> str:
    """Give one run. Addresses are relative to where the command was typed."""
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]})


def _run(report: Report) -> dict[str, Any]:
    codes = sorted(report.rules)
    known = fingerprints(report.diagnostics)
    driver = {
        "name": "CX Stories",
        "version": version("cx-stories"),
        "rules": [_rule(report.rules[code]) for code in codes],
    }
    return {
        "tool": {"driver": driver},
        "originalUriBaseIds": {_BASE: {"description": _text("Where `cx check` was typed.")}},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(found, report, codes, fingerprint)
            for found, fingerprint in zip(report.diagnostics, known, strict=True)
        ],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": _text(rule.summary),
        "fullDescription": _text(rule.why),
        "help": _text(f"{rule.summary} {rule.why}"),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(found: Diagnostic, report: Report, codes: list[str], fingerprint: str) -> dict[str, Any]:
    artifact = _artifact(report.path_of(found))
    place = {"artifactLocation": artifact, "region": _region(found.span)}
    return {
        "ruleId": found.code,
        **({"ruleIndex": codes.index(found.code)} if found.code in codes else {}),
        "level": _LEVELS[found.severity],
        "message": _text(found.message),
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"cxStories/v1": fingerprint},
        **({"fixes": [_fix(found.fix, artifact)]} if found.fix else {}),
    }


def _fix(fix: Fix, artifact: Mapping[str, str]) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}} for edit in fix.edits
    ]
    return {
        "description": _text("Says the same as before." if fix.safe else "A guess at what was meant."),
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
    }


def _artifact(path: str) -> dict[str, str]:
    """A base is a promise that the file is below it."""
    address = quote(path, safe="/", errors="backslashreplace")
    return {"uri": address} if path.startswith("../") else {"uri": address, "uriBaseId": _BASE}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _text(text: str) -> dict[str, str]:
    """Braces are doubled, as they would be places for arguments; brackets that would make a link get a sign.

    Source:  section 3.11.5 and 3.11.6
    """
    text = text.replace("{", "{{").replace("}", "}}")
    return {"text": text.replace("](", "\\](")}
