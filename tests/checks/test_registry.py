"""The rules have fixed codes, names and severities, and explain themselves."""

from __future__ import annotations

import re

import pytest

from cx_stories.checks.base import Check
from cx_stories.checks.registry import CHECKS

RULES = """
CX001 unreadable-encoding error
CX002 no-front-matter error
CX003 unclosed-front-matter error
CX004 invalid-yaml error
CX005 duplicate-key error
CX006 front-matter-not-a-mapping error
CX007 forbidden-yaml error
CX008 too-large error
CX009 unquoted-colon error
CX010 control-character error
CX011 unsafe-file-name error
CX012 name-collision error
CX013 unsafe-file error
CX014 second-front-matter error
CX101 blank-title error
CX102 missing-field error
CX103 unknown-key error
CX104 wrong-type error
CX105 ambiguous-scalar error
CX106 invalid-date error
CX107 date-in-future warning
CX108 summary-too-long warning
CX109 invalid-url error
CX110 unfit-lesson-name error
CX201 unknown-term error
CX202 label-instead-of-id info
CX203 duplicate-value warning
CX204 unknown-story error
CX205 unknown-person-or-series error
CX206 pair-not-mutual warning
CX207 pair-same-polarity error
CX208 element-both-hit-and-missed error
CX209 self-reference error
"""
"""The contract with everybody who has put a code in a file: it never changes its meaning."""


def test_files_fields_and_links_have_the_agreed_rules() -> None:
    """A code in a story's `ignore:` means next year what it means now."""
    agreed = [f"{rule.code} {rule.name} {rule.severity}" for rule in CHECKS if rule.code < "CX210"]

    assert agreed == RULES.split("\n")[1:-1]


def test_codes_are_sorted() -> None:
    """Lists of rules are easy to look through."""
    codes = [rule.code for rule in CHECKS]

    assert codes == sorted(codes)


def test_codes_and_names_are_unique() -> None:
    """A code or a name means one rule."""
    names = [name for rule in CHECKS for name in (rule.code, rule.name)]

    assert len(set(names)) == len(names)


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.name)
def test_rule_explains_itself_in_sentences(rule: Check) -> None:
    """The reference says what holds and why anybody should care."""
    odd = [text for text in (rule.summary, rule.why) if not re.fullmatch(r"[A-Z].*\.", text)]

    assert odd == []
