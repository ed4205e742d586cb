"""Findings that a writer has looked at and accepts: `ignore:` of a story, and the rules about that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from cx_stories.checks.abstract import Abstract, Ignored
from cx_stories.checks.base import Fault, Rule
from cx_stories.checks.collection import CollectionContext
from cx_stories.checks.policy import FIXED_FOR_STORIES
from cx_stories.checks.rules.stale_ignore import STALE_IGNORE, ran_out, useless
from cx_stories.checks.rules.unknown_rule import UNKNOWN_RULE, not_to_be_ignored, unknown
from cx_stories.model.diagnostic import Diagnostic

Rules = Mapping[str, Rule]
"""Every rule by its code and by its name, in small letters."""
Found = tuple[Abstract, Rule, Fault]


def without_ignored(
    findings: Sequence[Diagnostic], context: CollectionContext, rules: Rules
) -> tuple[Sequence[Diagnostic], Sequence[Found]]:
    """Leave out what the stories ignore for a reason that still holds.

    Returns  what is left, and what is wrong with the `ignore:` fields themselves
    """
    faults: list[Found] = []
    accepted: dict[tuple[str, str, str], list[tuple[Abstract, Ignored]]] = {}
    for abstract in context.abstracts:
        for ignored in abstract.ignored:
            rule, fault = _judged(ignored, context, rules)
            if fault:
                faults.append((abstract, *fault))
            elif rule and ignored.reason:
                accepted.setdefault((abstract.kind, abstract.id, rule.code), []).append((abstract, ignored))
    used: set[tuple[str, str, str]] = set()
    left = [found for found in findings if not _accepts(found, context, accepted.keys(), used)]
    for key in accepted.keys() - used:
        for abstract, ignored in accepted[key]:
            faults.append((abstract, STALE_IGNORE, useless(ignored)))
    return left, faults


def _judged(
    ignored: Ignored, context: CollectionContext, rules: Rules
) -> tuple[Rule | None, tuple[Rule, Fault] | None]:
    rule = rules.get(ignored.rule.casefold())
    if rule is None:
        return None, (UNKNOWN_RULE, unknown(ignored, rules))
    if rule.code.startswith(FIXED_FOR_STORIES):
        return None, (UNKNOWN_RULE, not_to_be_ignored(ignored, rule))
    if ignored.until and ignored.until < context.today:
        return None, (STALE_IGNORE, ran_out(ignored))
    return rule, None


def _accepts(
    found: Diagnostic,
    context: CollectionContext,
    accepted: Set[tuple[str, str, str]],
    used: set[tuple[str, str, str]],
) -> bool:
    """Whether the story of a finding accepts it; a translation is of the same story."""
    abstract = context.by_path.get(found.path)
    if abstract is None:
        return False
    key = (abstract.kind, abstract.id, found.code)
    if key in accepted:
        used.add(key)
    return key in accepted
