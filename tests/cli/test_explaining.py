"""`cx explain` and `cx rules`: the rules in words, for whoever gets a code to read."""

from __future__ import annotations

import json

import pytest

from cx_stories.checks.base import Check, CollectionCheck, Rule
from cx_stories.checks.registry import CHECKS
from tests.cli.conftest import Desk


@pytest.mark.parametrize("asked", ["CX203", "cx203", "duplicate-value"])
def test_rule_is_explained_by_code_and_by_name(desk: Desk, asked: str) -> None:
    """What it asks, why, what is wrong, what is said of it, and what is right."""
    assert desk.type("explain", asked).output == (
        "CX203 duplicate-value  warning\n"
        "\n"
        "No value stands twice in a list; an emotion may come back later.\n"
        "It counts once, so the second is a slip or hides one that was meant.\n"
        "\n"
        "Not so:\n"
        "\n"
        "    channels: [web, web]\n"
        "\n"
        '  "web" stands in `channels:` already, on line 2. Remove one of the two.\n'
        "\n"
        "But so:\n"
        "\n"
        "    channels: [web, store]\n"
    )


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.code)
def test_every_rule_can_be_explained(desk: Desk, rule: Rule) -> None:
    """With what is really said of its example, where the rule is about stories."""
    result = desk.type("explain", rule.code)
    said = [line for line in result.output.splitlines() if line.startswith("  ") and line[2] != " "]

    assert result.exit_code == 0
    assert bool(said) == isinstance(rule, Check | CollectionCheck)


def test_rule_nobody_knows_is_answered_with_two(desk: Desk) -> None:
    """A slip in a name is put right."""
    result = desk.type("explain", "duplicate-valeu")

    assert (result.exit_code, result.output) == (
        2,
        'There is no rule "duplicate-valeu". Did you mean "CX203 duplicate-value"?\n',
    )


def test_all_rules_are_listed(desk: Desk) -> None:
    """A line for each, in the order of the codes."""
    lines = desk.type("rules").output.splitlines()

    assert [line.split("  ")[0] for line in lines[:-2]] == [rule.code for rule in CHECKS]
    assert lines[-1] == "`cx explain CX201` tells more about one."


def test_rules_are_listed_for_programs(desk: Desk) -> None:
    """The same as data."""
    (rule,) = (
        one for one in json.loads(desk.type("rules", "--format", "json").output) if one["code"] == "CX203"
    )

    assert rule == {
        "code": "CX203",
        "name": "duplicate-value",
        "severity": "warning",
        "summary": "No value stands twice in a list; an emotion may come back later.",
        "why": "It counts once, so the second is a slip or hides one that was meant.",
    }
