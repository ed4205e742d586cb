"""A style for Vale: what a program can say about the language of a story, besides what a check says.

Source:  https://vale.sh/docs/styles and https://vale.sh/docs/vale-ini
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from cx_stories.vocabulary.vocabulary import Vocabularies, folded

Words = Mapping[str, Any]
LONGEST_SENTENCE = 40
_FOLDER = "styles"
_LEVEL = "suggestion"


def vale_files(
    vocabularies: Vocabularies, by_language: Mapping[str, Words], content: str
) -> Mapping[str, str]:
    """Give the settings and the rules by their path.

    by_language:  what the rules say, the language of files with plain names first
    content:      the folder of the stories
    """
    return {
        ".vale.ini": _settings(list(by_language), content),
        **{
            f"{_FOLDER}/{_style(language)}/{name}.yml": _as_yaml(rule)
            for language, words in by_language.items()
            for name, rule in _rules(vocabularies, language, words)
        },
    }


def _settings(languages: Sequence[str], content: str) -> str:
    """Give each file the style of its language: of two sections that fit, Vale takes the later."""
    patterns = ["*.md", *(f"*.{language}.md" for language in languages[1:])]
    sections = (
        f"[{content}/**/{pattern}]\nBasedOnStyles = {_style(language)}\n"
        for pattern, language in zip(patterns, languages, strict=True)
    )
    return "\n".join((f"StylesPath = {_FOLDER}\nMinAlertLevel = {_LEVEL}\n", *sections))


def _style(language: str) -> str:
    return f"CXStories{language.replace('-', '').title()}"


def _rules(
    vocabularies: Vocabularies, language: str, words: Words
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield (
        "Elements",
        {
            "extends": "substitution",
            "message": words["elements"],
            "level": _LEVEL,
            "ignorecase": True,
            "swap": _element_names(vocabularies, language),
        },
    )
    yield (
        "Jargon",
        {
            "extends": "existence",
            "message": words["jargon"],
            "level": _LEVEL,
            "ignorecase": True,
            "tokens": list(words["jargon_words"]),
        },
    )
    yield (
        "SentenceLength",
        {
            "extends": "occurrence",
            "message": words["length"],
            "level": _LEVEL,
            "scope": "sentence",
            "max": LONGEST_SENTENCE,
            "token": r"\b(\w+)\b",
        },
    )


def _element_names(vocabularies: Vocabularies, language: str) -> Mapping[str, str]:
    """Give what an element is called here for what it is called in another language."""
    terms = vocabularies["elements"].offered
    own = {folded(term.label(language)) for term in terms}
    return {
        folded(label): folded(term.label(language))
        for term in terms
        for _, label in sorted(term.labels.items())
        if folded(label) not in own
    }


def _as_yaml(rule: Mapping[str, Any]) -> str:
    return yaml.safe_dump(dict(rule), allow_unicode=True, sort_keys=False, width=1000)
