"""By what a finding is known again: what a baseline stores and what services compare."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cx_stories.checks.fingerprint import fingerprints
from cx_stories.model.diagnostic import Diagnostic, Excerpt, Fix, Severity
from cx_stories.model.document import Span

FOUND = Diagnostic(
    "stories/refund.md",
    Span(6, 5, 6, 15),
    "CX201",
    "unknown-term",
    Severity.ERROR,
    '"surprizing" is not one of the elements. Did you mean "surprising"?',
    excerpt=Excerpt("  - surprizing", 5, 10),
)


def test_fingerprint_stays_the_same_from_version_to_version() -> None:
    """A baseline that was written once keeps working."""
    assert fingerprints([FOUND]) == ["35c577eb551e1eae9260900cb9eddb5e"]


@pytest.mark.parametrize(
    "changed",
    [
        replace(FOUND, span=Span(60, 3, 60, 13), excerpt=Excerpt("- surprizing ", 3, 10)),
        replace(FOUND, message='Among the elements is no "surprizing".'),
        replace(FOUND, message='"surprizing" is not one of the elements. Did you mean "engaging"?'),
        replace(FOUND, message='After "12" lines comes "surprizing".'),
        replace(FOUND, severity=Severity.WARNING),
        replace(FOUND, fix=Fix(())),
    ],
    ids=["moved", "reworded", "proposed", "with a number", "in a draft", "with a cure"],
)
def test_finding_is_known_again(changed: Diagnostic) -> None:
    """Other lines, other words of ours and another severity do not make another finding."""
    assert fingerprints([changed]) == fingerprints([FOUND])


@pytest.mark.parametrize(
    "changed",
    [
        replace(FOUND, path="stories/return.md"),
        replace(FOUND, code="CX202"),
        replace(FOUND, excerpt=Excerpt("  - surprizing  # really", 5, 10)),
        replace(FOUND, message='"suprising" is not one of the elements. Did you mean "surprising"?'),
        replace(FOUND, message="`stages:` is missing."),
    ],
    ids=["path", "code", "line", "typed", "field"],
)
def test_other_finding_has_another_fingerprint(changed: Diagnostic) -> None:
    """A new fault is not taken for one that was known."""
    assert fingerprints([changed]) != fingerprints([FOUND])


def test_findings_that_are_alike_differ_by_their_number() -> None:
    """Mending one of three equal faults leaves the fingerprints of the first two."""
    three = fingerprints([FOUND, replace(FOUND, span=Span(9, 5, 9, 15)), FOUND])

    assert len(set(three)) == 3
    assert fingerprints([FOUND, FOUND]) == three[:2]


def test_finding_keeps_its_fingerprint_when_another_comes_before_it() -> None:
    """A new fault above does not change those below."""
    new = replace(FOUND, path="stories/a.md")

    assert fingerprints([new, FOUND])[1:] == fingerprints([FOUND])


def test_half_a_character_has_a_fingerprint() -> None:
    """Whatever was typed, a check comes to its end."""
    assert len(fingerprints([replace(FOUND, message='"\ud800" is no verdict.')])[0]) == 32
