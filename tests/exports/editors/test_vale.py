"""The style for Vale: files in the form that Vale documents, and words that are true of the collection."""

from __future__ import annotations

import re
from configparser import ConfigParser
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

from cx_stories.exports.editors.vale import vale_files
from cx_stories.pipeline.starting.starters import starter_words
from cx_stories.vocabulary.loading import load

HEAD = {"extends", "message", "level", "ignorecase", "scope"}
"""What Vale lets any of these rules have. Source: https://vale.sh/docs/styles"""
BODY = {"existence": {"tokens"}, "substitution": {"swap"}, "occurrence": {"max", "token"}}
"""What each kind needs besides. Source: https://vale.sh/docs/checks/"""
EXAMPLES = Path(__file__).parents[3] / "plugins" / "cx_stories" / "starters" / "stories"


def _made(*languages: str) -> dict[str, str]:
    words = {language: starter_words()[language]["vale"] for language in languages}
    return dict(vale_files(load(), words, "content"))


def _rules(*languages: str) -> dict[str, Any]:
    return {path: yaml.safe_load(text) for path, text in _made(*languages).items() if path.endswith(".yml")}


def test_rules_have_the_form_that_vale_documents() -> None:
    """Vale refuses a rule with a key that its kind does not have."""
    for path, rule in _rules("en", "nl").items():
        own = BODY[rule["extends"]]
        assert (path, set(rule) - HEAD, {"extends", "message", "level"} <= set(rule)) == (path, own, True)


def test_messages_name_as_many_words_as_vale_gives() -> None:
    """A rule about one word names it; one about two names what to write and what stands there."""
    named = {"existence": 1, "substitution": 2, "occurrence": 0}
    rules = _rules("en", "nl").values()

    assert [rule["message"].count("%s") for rule in rules] == [named[rule["extends"]] for rule in rules]


@pytest.mark.parametrize(
    ("path", "style"),
    [
        ("content/stories/a.md", "CXStoriesEn"),
        ("content/stories/a.nl.md", "CXStoriesNl"),
        ("README.md", ""),
    ],
)
def test_every_file_has_the_style_of_its_language(path: str, style: str) -> None:
    """A Dutch text is not held to English words; of the sections that fit, the last one counts."""
    settings = ConfigParser()
    settings.read_string("[top]\n" + _made("en", "nl")[".vale.ini"])
    fitting = [section for section in settings.sections() if fnmatch(path, section.replace("**/", "*"))]

    assert (settings[fitting[-1]]["BasedOnStyles"] if fitting else "") == style


def test_elements_have_their_names_in_each_language() -> None:
    """An English name in a Dutch text is put into Dutch, and the other way round."""
    rules = _rules("en", "nl")

    assert rules["styles/CXStoriesNl/Elements.yml"]["swap"] == {
        "engaging": "meeslepend",
        "unique": "uniek",
        "personalized": "gepersonaliseerd",
        "surprising": "verrassend",
        "repeatable": "herhaalbaar",
    }
    assert rules["styles/CXStoriesEn/Elements.yml"]["swap"]["verrassend"] == "surprising"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_examples_of_a_fresh_site_are_free_of_jargon(language: str) -> None:
    """What is shown as an example is written as the style asks."""
    rule = _rules(language)[f"styles/CXStories{language.title()}/Jargon.yml"]
    jargon = re.compile(rf"\b(?:{'|'.join(rule['tokens'])})\b", re.IGNORECASE)
    texts = [
        file.read_text(encoding="utf-8").partition("\n---\n")[2] for file in EXAMPLES.glob(f"*.{language}.md")
    ]

    assert jargon.search("customer journey") is not None
    assert [jargon.findall(text) for text in texts] == [[], []]
