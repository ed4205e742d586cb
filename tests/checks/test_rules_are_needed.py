"""Every rule does its own work: without it, nothing else says what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cx_stories.checks import run
from cx_stories.checks.base import Check, CollectionCheck, Rule, SiteCheck
from cx_stories.checks.examples import files_of
from cx_stories.checks.registry import CHECKS
from tests.conftest import Site

SEARCHING = [rule for rule in CHECKS if isinstance(rule, Check | CollectionCheck | SiteCheck)]
GROUPS = {"_CHECKS": Check, "_COLLECTION_CHECKS": CollectionCheck, "_SITE_CHECKS": SiteCheck}


def _find_nothing(*_: object) -> Iterator[None]:
    yield from ()


@pytest.mark.parametrize("rule", SEARCHING, ids=lambda rule: rule.name)
def test_bad_example_is_not_reported_without_its_rule(
    site: Site, rule: Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The test of an example is a test of this rule: it fails when the rule finds nothing."""
    for path, content in files_of(rule.bad).items():
        site.file(path, content)
    with_it = {found.code for found in site.inspect().diagnostics}
    for name, group in GROUPS.items():
        silenced = (_silenced(one, rule) for one in CHECKS if isinstance(one, group))
        monkeypatch.setattr(run, name, tuple(silenced))
    without_it = {found.code for found in site.inspect().diagnostics}

    assert (with_it, without_it & {rule.code}) == ({rule.code}, set())


def _silenced(one: Rule, rule: Rule) -> Rule:
    return replace(one, find=_find_nothing) if one is rule else one  # type: ignore[call-arg]
