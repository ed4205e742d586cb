"""A site may judge otherwise: other severities, for all its files or for some."""

from __future__ import annotations

import pytest

from cx_stories.checks.policy import Policy
from cx_stories.model.diagnostic import Diagnostic, Severity
from cx_stories.model.document import Span

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def finding(code: str = "CX201", path: str = "stories/refund.md", severity: Severity = ERROR) -> Diagnostic:
    """Give a finding."""
    return Diagnostic(path, Span(2, 1, 2, 5), code, "unknown-term", severity, "Words.")


def judged(policy: Policy, found: Diagnostic, *, draft: bool = False) -> Severity | None:
    """Give the severity that a site gives a finding; None if it wants to hear nothing of it."""
    result = policy.judge(found, draft)
    return result.severity if result else None


def test_rule_keeps_its_severity_by_default() -> None:
    """A site that says nothing gets what the rule says."""
    assert judged(Policy(), finding()) is ERROR


@pytest.mark.parametrize("level", [WARNING, INFO, None])
def test_site_gives_a_rule_another_severity(level: Severity | None) -> None:
    """Milder, stricter or none at all."""
    assert judged(Policy({"CX201": level}), finding()) is level


@pytest.mark.parametrize(
    ("path", "severity"),
    [
        ("stories/refund.md", WARNING),
        ("stories/archive/refund.md", None),
        ("stories/archive/1999/refund.md", None),
        ("stories/archive/keep.md", INFO),
        ("archive.md", WARNING),
    ],
)
def test_last_pattern_that_fits_decides(path: str, severity: Severity | None) -> None:
    """Patterns are those of .gitignore; a file may be taken out of a folder again."""
    policy = Policy({"CX201": WARNING}, [("stories/archive/", {"CX201": None}), ("keep.md", {"CX201": INFO})])

    assert judged(policy, finding(path=path)) is severity


def test_pattern_about_another_rule_changes_nothing() -> None:
    """Each rule is judged by itself."""
    policy = Policy({}, [("stories/", {"CX203": None})])

    assert judged(policy, finding()) is ERROR


@pytest.mark.parametrize(
    ("code", "severity"), [("CX101", WARNING), ("CX306", WARNING), ("CX401", ERROR), ("CX601", ERROR)]
)
def test_draft_is_stopped_by_safety_alone(code: str, severity: Severity) -> None:
    """Whoever is still writing is told what is missing, and stopped by what would do harm."""
    assert judged(Policy(), finding(code), draft=True) is severity


def test_severity_of_the_site_does_not_stop_a_draft() -> None:
    """A warning that a site has made an error is a warning again in a draft."""
    assert judged(Policy({"CX304": ERROR}), finding("CX304", severity=WARNING), draft=True) is WARNING
