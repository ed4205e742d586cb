"""CX903: a rule is named that is none."""

from __future__ import annotations

from collections.abc import Mapping

from cx_stories.checks.abstract import Ignored
from cx_stories.checks.base import Fault, Rule
from cx_stories.checks.typed import closest
from cx_stories.model.diagnostic import Severity


def unknown(ignored: Ignored, rules: Mapping[str, Rule]) -> Fault:
    """Word that there is no such rule.

    rules:  all there are, by code and by name
    """
    meant = closest(ignored.rule, [rule.name for rule in rules.values()])
    cure = f'Did you mean "{meant}"?' if meant else ""
    copy = "Copy the code from the message of the finding, such as CX301."
    return Fault(ignored.span, f'There is no rule "{ignored.rule}". {cure or copy}')


def not_to_be_ignored(ignored: Ignored, rule: Rule) -> Fault:
    """Word that this rule is for the safety of the whole site."""
    return Fault(
        ignored.span, f"{rule.code} {rule.name} cannot be ignored. Mend what it finds, and remove this."
    )


UNKNOWN_RULE = Rule(
    code="CX903",
    name="unknown-rule",
    severity=Severity.ERROR,
    summary="What a story ignores is a rule by its code or name, and one that may be ignored.",
    why="A misspelt rule would be ignored in vain.",
    good="elements: [surprising]\nignore: [{rule: element-without-evidence, reason: Long ago}]\n",
    bad="ignore: [{rule: CX999, reason: Long ago}]\n",
)
