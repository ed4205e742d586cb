"""The page of the rules: what each asks and why, with an example of both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from gettext import NullTranslations

from cx_stories.checks.base import Example, Mended, Rule
from cx_stories.checks.examples import passages_of
from cx_stories.checks.policy import FIXED_FOR_STORIES
from cx_stories.checks.registry import CHECKS
from cx_stories.model.diagnostic import Severity
from cx_stories.views import addresses
from cx_stories.views.edition import Edition, Unwritten
from cx_stories.views.page import Page, of_no_story
from cx_stories.views.reference.words import said
from cx_stories.views.signs import visible

MOST_LINES, WIDEST = 12, 160
"""How much of an example is shown: some are faulty by being endless."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A file of an example, or as much of it as is worth showing; `name` only where there are several."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule in words.

    ignorable:  whether a story may accept what the rule finds in it
    """

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
    bad: Sequence[Passage]
    good: Sequence[Passage]
    mended: Mended
    ignorable: bool


@dataclass(frozen=True, slots=True)
class Family:
    """The rules whose codes begin alike."""

    prefix: str
    title: str
    rules: Sequence[RuleEntry]


def rules_page(edition: Edition) -> Iterator[Page]:
    """Give the page with every rule there is, by family."""
    words = edition.words
    page = edition.page(
        addresses.RULES,
        "rules.html",
        partial(_context, words),
        Unwritten(
            words.gettext("The rules"),
            summary=words.gettext(
                "Everything a story is checked for, why that matters, and how to put it right."
            ),
        ),
    )
    yield replace(page, made_of=of_no_story)


def _context(words: NullTranslations) -> Mapping[str, object]:
    entries = [_entry(rule, words) for rule in CHECKS]
    families = [
        Family(prefix, title, tuple(entry for entry in entries if entry.code.startswith(prefix)))
        for prefix, title in _families(words)
    ]
    return {
        "families": tuple(family for family in families if family.rules),
        "findable": tuple((rule.code, f"{rule.code} {rule.name}", rule.summary) for rule in entries),
    }


def _families(words: NullTranslations) -> Sequence[tuple[str, str]]:
    return (
        ("CX0", words.gettext("The file")),
        ("CX1", words.gettext("The lines above the text")),
        ("CX2", words.gettext("Words to choose from, and links")),
        ("CX3", words.gettext("Good stories")),
        ("CX4", words.gettext("People and rights")),
        ("CX5", words.gettext("The collection as a whole")),
        ("CX6", words.gettext("Markup")),
        ("CX9", words.gettext("Settings and exceptions")),
    )


def _entry(rule: Rule, words: NullTranslations) -> RuleEntry:
    return RuleEntry(
        rule.code,
        rule.name,
        rule.severity,
        said(words, rule.summary),
        said(words, rule.why),
        _passages(rule.bad),
        _passages(rule.good),
        rule.mended,
        ignorable=not rule.code.startswith(FIXED_FOR_STORIES),
    )


def _passages(example: Example) -> Sequence[Passage]:
    found = passages_of(example)
    return tuple(Passage(path if len(found) > 1 else "", _shortened(text)) for path, text in found)


def _shortened(text: str) -> str:
    lines = [visible(line) for line in text.rstrip("\n").split("\n")]
    shown = [line if len(line) <= WIDEST else f"{line[:WIDEST]} …" for line in lines[:MOST_LINES]]
    return "\n".join([*shown, "…"] if len(lines) > MOST_LINES else shown)
