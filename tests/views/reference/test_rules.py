"""The page of the rules: all of them, in words, with what they look like."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cx_stories.checks.base import Check, CollectionCheck, Mended, Rule
from cx_stories.checks.examples import files_of
from cx_stories.checks.policy import FIXED_FOR_STORIES
from cx_stories.checks.registry import CHECKS
from cx_stories.checks.run import RULES
from cx_stories.model.diagnostic import Severity
from cx_stories.views.reference.rules import MOST_LINES, WIDEST, Family, Passage, RuleEntry, rules_page
from tests.conftest import Site

UNKNOWN_TERM = RULES["cx201"]


def families(site: Site, language: str = "en") -> tuple[Family, ...]:
    """Give what the page of the rules shows."""
    (page,) = rules_page(site.edition(language))
    shown = page.context["families"]
    assert isinstance(shown, tuple)
    return shown


def entries(site: Site, language: str = "en") -> dict[str, RuleEntry]:
    """Give the rules on the page, by code."""
    return {rule.code: rule for family in families(site, language) for rule in family.rules}


def test_every_rule_is_on_the_page_once_in_the_order_of_codes(site: Site) -> None:
    """Whoever reads a code in a message finds it."""
    shown = [rule.code for family in families(site) for rule in family.rules]

    assert shown == [rule.code for rule in CHECKS]


def test_rule_is_told_in_words_with_both_examples(site: Site) -> None:
    """What it asks, why, what it looks like when it is broken and when it is kept."""
    assert entries(site)["CX201"] == RuleEntry(
        code="CX201",
        name="unknown-term",
        severity=Severity.ERROR,
        summary=UNKNOWN_TERM.summary,
        why=UNKNOWN_TERM.why,
        bad=(Passage("", str(UNKNOWN_TERM.bad).rstrip()),),
        good=(Passage("", str(UNKNOWN_TERM.good).rstrip()),),
        mended=Mended.EITHER,
        ignorable=True,
    )


def test_rule_is_told_in_the_language_of_the_page(site: Site) -> None:
    """A Dutch writer reads why in Dutch; codes, names and examples are what the checks say."""
    english, dutch = entries(site)["CX201"], entries(site, "nl")["CX201"]

    assert (dutch.name, dutch.bad) == (english.name, english.bad)
    assert dutch.summary != english.summary
    assert dutch.why != english.why


def test_what_nobody_may_ignore_is_said_so(site: Site) -> None:
    """A writer does not try in vain."""
    assert {code for code, rule in entries(site).items() if not rule.ignorable} == {
        rule.code for rule in CHECKS if rule.code.startswith(FIXED_FOR_STORIES)
    }


def test_endless_example_is_cut_off(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some files are faulty by being endless; the page is not."""
    endless = replace(UNKNOWN_TERM, bad="---\n" + f"{'a' * 1000}\n" * 1000)
    monkeypatch.setattr("cx_stories.views.reference.rules.CHECKS", (endless,))
    lines = ["---", *[f"{'a' * WIDEST} …"] * (MOST_LINES - 1), "…"]

    assert entries(site)["CX201"].bad == (Passage("", "\n".join(lines)),)


def test_files_of_an_example_have_names_where_there_are_several(site: Site) -> None:
    """A reader sees which of the two files is which."""
    pair = RULES["cx207"]

    assert [passage.name for passage in entries(site)["CX207"].bad] == list(files_of(pair.bad))


@pytest.mark.parametrize(
    "rule", [rule for rule in CHECKS if isinstance(rule, Check | CollectionCheck)], ids=lambda rule: rule.code
)
def test_rule_says_that_a_program_can_mend_it_if_one_can(site: Site, rule: Rule) -> None:
    """Nobody mends by hand what a program mends: the page and the checks agree on what that is."""
    for path, content in files_of(rule.bad).items():
        site.file(path, content)
    fixes = [found.fix for found in site.collect().diagnostics if found.code == rule.code and found.fix]
    can = {Mended.SAFELY if fix.safe else Mended.BY_GUESS for fix in fixes}

    assert can <= ({Mended.SAFELY, Mended.BY_GUESS} if rule.mended is Mended.EITHER else {rule.mended})
