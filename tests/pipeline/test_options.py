"""What a site may set below `cx-stories`: each slip is named with its place and its cure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cx_stories.checks.policy import Policy
from cx_stories.errors import ConfigurationError
from cx_stories.exports.publication import Offers
from cx_stories.model.diagnostic import Severity
from cx_stories.pipeline.comment_options import Comments
from cx_stories.pipeline.form_options import Form
from cx_stories.pipeline.options import KEYS, Options, options_of

FILE = Path("mkdocs.yml")


def read(block: dict[str, Any]) -> Options:
    """Read options whose places are the number of steps that lead to them."""
    return options_of(block, lambda steps: (FILE, len(steps), 1))


def refused(block: dict[str, Any]) -> tuple[str, int, str]:
    """Give why options were refused: the rule, the number of steps, the words."""
    with pytest.raises(ConfigurationError) as caught:
        read(block)
    return caught.value.code, caught.value.line, str(caught.value)


def test_site_that_sets_nothing_has_defaults() -> None:
    """One line in `mkdocs.yml` is enough."""
    assert read({}) == Options()


def test_everything_can_be_set() -> None:
    """Each option, as words and as YAML would type them."""
    block = {
        "languages": ["en", "nl"],
        "copyright": {"en": "Ours"},
        "vocabularies": ["channels.yml"],
        "severities": {"CX304": False, "unknown-term": "warning"},
        "severities_per_path": {"stories/old/": {"CX203": "off"}},
        "max_warnings": 20,
        "deny_list": "names.txt",
        "baseline": "known.json",
        "history": False,
        "feeds": False,
        "exports": False,
        "texts": False,
        "images": False,
        "comments": {"mail": "stories@example.com"},
        "form": True,
    }
    expected = Options(
        ("en", "nl"),
        {"en": "Ours"},
        ("channels.yml",),
        Policy({"CX304": None, "CX201": Severity.WARNING}, (("stories/old/", {"CX203": None}),)),
        20,
        "names.txt",
        "known.json",
        False,
        Offers(feeds=False, exports=False, texts=False, images=False),
        Comments(mail="stories@example.com"),
        Form(),
    )

    typed = {**block, "max_warnings": "20", "history": "False", "feeds": "False", "form": "True"}
    assert (read(block), read(typed), set(block)) == (expected, expected, set(KEYS))


@pytest.mark.parametrize("empty", [None, ""])
def test_option_without_a_value_is_not_set(empty: str | None) -> None:
    """A key that was left empty is as good as none."""
    assert read(dict.fromkeys(KEYS, empty)) == Options()


INVALID = "CX905"


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        (
            {"langages": []},
            (INVALID, 1, '`langages:` is not an option of `cx-stories:`. Did you mean "languages"?'),
        ),
        (
            {"zzz": 1},
            (INVALID, 1, f"`zzz:` is not an option of `cx-stories:`. Choose from: {', '.join(KEYS)}."),
        ),
        ({"languages": "en"}, (INVALID, 1, "`languages:` is a list, such as `languages: [en, nl]`.")),
        ({"languages": [False]}, (INVALID, 2, "Put this item of `languages:` in double quotes.")),
        (
            {"copyright": "Ours"},
            (INVALID, 1, "`copyright:` has a line of text for each language: `en: ...`."),
        ),
        ({"max_warnings": -1}, (INVALID, 1, "`max_warnings:` is a number, such as `max_warnings: 20`.")),
        (
            {"max_warnings": "9" * 5000},
            (INVALID, 1, "`max_warnings:` is a number, such as `max_warnings: 20`."),
        ),
        (
            {"copyright": {False: "Vår"}},
            (INVALID, 1, 'Put each language below `copyright:` in double quotes: `"no": ...`.'),
        ),
        (
            {"severities_per_path": {"!": {"CX304": "off"}}},
            (INVALID, 2, '"!" is no pattern of paths, such as `stories/old/` or `*.nl.md`.'),
        ),
        ({"history": "no"}, (INVALID, 1, "`history:` is `true` or `false`.")),
        ({"deny_list": ["a"]}, (INVALID, 1, "`deny_list:` takes the name of one file.")),
        ({"severities": "off"}, (INVALID, 1, "`severities:` has a rule on each line, such as `CX304: off`.")),
        (
            {"severities": {"CX304": "loud"}},
            (INVALID, 2, "After `CX304:` comes error, warning, info or off."),
        ),
        ({"severities": {"CX304": True}}, (INVALID, 2, "After `CX304:` comes error, warning, info or off.")),
        (
            {"severities": {"CX005": "off"}},
            (INVALID, 2, "CX005 duplicate-key keeps the site whole; it is always as severe as it is."),
        ),
        (
            {"severities": {"duplicate-valeu": "off"}},
            ("CX903", 2, 'There is no rule "duplicate-valeu". Did you mean "CX203 duplicate-value"?'),
        ),
        (
            {"severities_per_path": ["stories/"]},
            (INVALID, 1, "`severities_per_path:` has a pattern of paths, and below it the rules."),
        ),
        (
            {"severities_per_path": {"stories/": {"CX777": "off"}}},
            ("CX903", 3, 'There is no rule "CX777".'),
        ),
    ],
)
def test_slip_is_named_with_its_place_and_its_cure(
    block: dict[str, Any], fault: tuple[str, int, str]
) -> None:
    """Nothing that is set is lost without a word."""
    assert refused(block) == fault
