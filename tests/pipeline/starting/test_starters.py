"""The starters: one set of facts in every language, nothing left over, and all of them used."""

from __future__ import annotations

import re
from importlib.resources import files
from importlib.resources.abc import Traversable

import yaml

from cx_stories.model.fields import WORDED
from cx_stories.pipeline.starting.starters import RECIPES, Wish, files_for, starter_words
from cx_stories.vocabulary.loading import load

STARTERS = files("cx_stories") / "starters"
NOT_LAID = {"github/renovate.json"}
"""What an owner copies by hand: it stands in for another file."""


def _shape(value: object) -> object:
    """Give the keys of a tree, and the kinds of what they have."""
    if isinstance(value, dict):
        return {key: _shape(one) for key, one in value.items()}
    return type(value).__name__


def _below(folder: Traversable, path: str = "") -> list[str]:
    found: list[str] = []
    for one in folder.iterdir():
        name = f"{path}{one.name}"
        found += _below(one, f"{name}/") if one.is_dir() else [name]
    return sorted(found)


def test_every_language_has_every_word() -> None:
    """No language of the starters lacks what another has."""
    shapes = {language: _shape(words) for language, words in starter_words().items()}

    assert shapes["nl"] == shapes["en"]


def test_settings_say_the_same_in_every_language() -> None:
    """A Dutch site is set up as an English one is."""
    made = [
        yaml.safe_load(files_for(Wish("Shop", (language,)), load())["mkdocs.yml"].replace("!ENV", ""))
        for language in ("en", "nl")
    ]

    assert _shape(made[0]).keys() == _shape(made[1]).keys()  # type: ignore[attr-defined]
    assert made[0]["validation"] == made[1]["validation"]
    assert [one["plugins"][0]["cx-stories"]["languages"] for one in made] == [["en"], ["nl"]]


def test_facts_of_the_examples_are_written_once() -> None:
    """A team that changes a fact of the example changes it in one file."""
    made = files_for(Wish("Shop", ("nl", "en"), "none"), load())
    typed = {
        path: set(yaml.safe_load(text.split("---\n")[1]))
        for path, text in made.items()
        if path.startswith("content/stories/")
    }

    assert [path for path, keys in typed.items() if path.endswith(".en.md") and keys - WORDED] == []
    assert [path for path, keys in typed.items() if not path.endswith(".en.md") and "date" not in keys] == []


def test_nothing_of_a_starter_is_left_to_be_filled_in() -> None:
    """No mark of ours arrives in a file."""
    made = files_for(Wish("Shop", ("nl", "en"), "none", vale=True), load())

    assert [path for path, text in made.items() if re.search("<<|>>|<%|%>", text)] == []


def test_every_recipe_is_laid_by_somebody() -> None:
    """A workflow among the starters that no choice brings is forgotten."""
    laid = {name for recipe in RECIPES.values() for name in recipe.values()}

    assert set(_below(STARTERS / "workflows")) - NOT_LAID == laid


def test_site_in_another_language_is_set_up_in_english() -> None:
    """A French site that is there already gets its files all the same."""
    made = files_for(Wish("Boutique", ("fr",), content="content"), load())

    assert made["README.md"].startswith("# Boutique\n\nThe stories are text files")
    assert "cx-story" in made[".vscode/cx-stories.code-snippets"]
