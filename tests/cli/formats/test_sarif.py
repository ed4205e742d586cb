"""What code scanning reads."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.metadata import version
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cx_stories.checks.fingerprint import fingerprints
from cx_stories.cli.formats.paint import Paint
from cx_stories.cli.formats.report import Report
from cx_stories.cli.formats.sarif import SCHEMA, sarif
from cx_stories.model.diagnostic import Diagnostic
from tests.cli.formats.samples import HOSTILE, MISSPELT, NOTHING, PLAIN, TWICE, UNSEEN, report_of
from tests.cli.formats.sarif_schema import SARIF

BASE = {"uriBaseId": "%SRCROOT%"}


def run_of(report: Report) -> dict[str, Any]:
    """Give the one run of a report."""
    (run,) = json.loads(sarif(report, Paint()))["runs"]
    return dict(run)


def result_of(found: Diagnostic, folder: str = "content") -> dict[str, Any]:
    """Give the one result of a finding."""
    (result,) = run_of(report_of(found, folder=folder))["results"]
    return dict(result)


@pytest.mark.parametrize(
    "report",
    [PLAIN, NOTHING, report_of(HOSTILE), report_of(MISSPELT, TWICE, UNSEEN, folder="../site/content")],
    ids=["plain", "empty", "hostile", "elsewhere"],
)
def test_sarif_has_the_shape_that_services_take(report: Report) -> None:
    """A file that breaks the rules of SARIF is refused as a whole."""
    assert [
        error.message for error in Draft202012Validator(SARIF).iter_errors(json.loads(sarif(report, Paint())))
    ] == []


def test_sarif_names_its_version_and_the_tool() -> None:
    """Whoever keeps the file knows what wrote it, and by which rules; no day or machine is in it."""
    whole = json.loads(sarif(NOTHING, Paint()))
    (run,) = whole.pop("runs")
    rules = run["tool"]["driver"].pop("rules")

    assert whole == {"$schema": SCHEMA, "version": "2.1.0"}
    assert run == {
        "tool": {"driver": {"name": "CX Stories", "version": version("cx-stories")}},
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "Where `cx check` was typed."}}},
        "columnKind": "unicodeCodePoints",
        "results": [],
    }
    assert [rule["id"] for rule in rules] == ["CX201", "CX203", "CX502"]
    assert rules[2] == {
        "id": "CX502",
        "name": "term-unused",
        "shortDescription": {"text": "Summary of term-unused."},
        "fullDescription": {"text": "Why term-unused matters."},
        "help": {"text": "Summary of term-unused. Why term-unused matters."},
        "defaultConfiguration": {"level": "note"},
    }


def test_finding_has_its_rule_place_fingerprint_and_cure() -> None:
    """Code scanning shows it beside the line, knows it again, and an editor can mend it."""
    place = {"uri": "content/stories/refund.md", **BASE}
    region = {"startLine": 6, "startColumn": 5, "endLine": 6, "endColumn": 15}

    assert result_of(MISSPELT) == {
        "ruleId": "CX201",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": '"surprizing" is not one of the elements. Did you mean "surprising"?'},
        "locations": [{"physicalLocation": {"artifactLocation": place, "region": region}}],
        "partialFingerprints": {"cxStories/v1": fingerprints([MISSPELT])[0]},
        "fixes": [
            {
                "description": {"text": "A guess at what was meant."},
                "artifactChanges": [
                    {
                        "artifactLocation": place,
                        "replacements": [
                            {"deletedRegion": region, "insertedContent": {"text": "surprising"}}
                        ],
                    }
                ],
            }
        ],
    }


def test_findings_keep_their_order_levels_and_rules() -> None:
    """Each result points at the rule it is about."""
    run = run_of(PLAIN)
    rules = run["tool"]["driver"]["rules"]

    assert [(found["level"], rules[found["ruleIndex"]]["id"]) for found in run["results"]] == [
        ("note", "CX502"),
        ("error", "CX201"),
        ("warning", "CX203"),
    ]


def test_cure_that_changes_no_meaning_says_so() -> None:
    """Whoever mends with a click knows whether to look twice."""
    assert result_of(TWICE)["fixes"][0]["description"] == {"text": "Says the same as before."}


@pytest.mark.parametrize(
    ("folder", "path", "artifact"),
    [
        ("content", "stories/a b.md", {"uri": "content/stories/a%20b.md", **BASE}),
        ("content", "stories/é%.md", {"uri": "content/stories/%C3%A9%25.md", **BASE}),
        (".", "a:b#c?d.md", {"uri": "a%3Ab%23c%3Fd.md", **BASE}),
        ("content", "../mkdocs.yml", {"uri": "mkdocs.yml", **BASE}),
        ("../site", "x\\udcff.md", {"uri": "../site/x%5Cudcff.md"}),
        ("../site", "x\udcff.md", {"uri": "../site/x%5Cudcff.md"}),
    ],
)
def test_address_is_one_that_a_service_can_follow(folder: str, path: str, artifact: dict[str, str]) -> None:
    """Signs that mean something in an address are escaped; a file outside is not said to be inside."""
    (location,) = result_of(replace(TWICE, path=path), folder)["locations"]

    assert location["physicalLocation"]["artifactLocation"] == artifact


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("Write `source: {title: x}`.", "Write `source: {{title: x}}`."),
        ('"{0}" is no verdict.', '"{{0}}" is no verdict.'),
        ("Write `[en, nl]`.", "Write `[en, nl]`."),
        ('"[here](https://a.nl)" is missing.', '"[here\\](https://a.nl)" is missing.'),
    ],
)
def test_typed_text_is_no_place_for_an_argument_and_no_link(message: str, text: str) -> None:
    """A service shows what was typed, and leads nobody astray."""
    assert result_of(replace(TWICE, message=message))["message"] == {"text": text}


def test_finding_of_an_unlisted_rule_is_still_told() -> None:
    """Nothing is lost when a rule has no explanation."""
    result = result_of(HOSTILE)

    assert (result["ruleId"], "ruleIndex" in result) == ("CX404", False)
