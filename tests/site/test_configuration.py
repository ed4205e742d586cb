"""A mkdocs.yml that cannot be used is answered in one line that says what to write."""

from __future__ import annotations

import pytest

from cx_stories.cli.configuration import settings_of
from cx_stories.errors import ConfigurationError
from tests.site.made_site import Outcome, Stage


def test_another_theme_is_answered_in_one_line(stage: Stage) -> None:
    """Who has a site in another theme hears at once that the pages would not fit."""
    stage.configure("site_name: x\ndocs_dir: content\nplugins: [cx-stories]\ntheme: readthedocs\n")
    stage.story("lamp")

    outcome = stage.build(strict=False)

    assert outcome == Outcome(
        1,
        (
            'CX Stories is made for the theme "material", and mkdocs.yml names "readthedocs". '
            "Write `theme: material`, or leave `theme` out.",
        ),
        "Aborted with a BuildError!",
        stage.site,
    )


@pytest.mark.parametrize("theme", ["", "theme: material\n"], ids=["MkDocs", "Material"])
@pytest.mark.parametrize("plugins", ["[search, cx-stories]", "[cx-stories, search]"])
def test_another_search_is_switched_off_without_a_warning(stage: Stage, theme: str, plugins: str) -> None:
    """A site that has named `search` for years is built as before, and has one search, which is ours."""
    stage.configure(f"site_name: x\ndocs_dir: content\nplugins: {plugins}\n{theme}")
    stage.story("lamp")

    site = stage.published()

    told = stage.build().told
    scripts = {one.attributes.get("src", "") for page in site.pages.values() for one in page.all("script")}
    assert "CX Stories has a search of its own; the line `search` in mkdocs.yml is not needed." in told
    assert not (stage.site / "search").exists()
    assert [script for script in scripts if "search/" in script] == []


def test_a_misspelt_option_is_named(stage: Stage) -> None:
    """An option with a slip in it is not lost without a word."""
    stage.configure("site_name: x\ndocs_dir: content\nplugins:\n  - cx-stories:\n      langages: [nl]\n")
    stage.story("lamp")

    said = (
        "mkdocs.yml:5:7  CX905 invalid-configuration  error\n"
        '  `langages:` is not an option of `cx-stories:`. Did you mean "languages"?'
    )
    assert stage.build(strict=False) == Outcome(1, (said,), "Aborted with a BuildError!", stage.site)


def test_a_missing_content_folder_is_named(stage: Stage) -> None:
    """A folder that was renamed or not checked out is the first thing to hear about."""
    stage.configure("site_name: x\ndocs_dir: stories\nplugins: [cx-stories]\n")

    outcome = stage.build(strict=False)

    missing = stage.folder / "stories"
    assert (outcome.exit_code, outcome.said) == (
        1,
        (f"Config value 'docs_dir': The path '{missing}' isn't an existing directory.",),
    )


def test_theme_whose_language_is_no_text_is_answered_with_its_place(stage: Stage) -> None:
    """Norwegian without quotes is not taken for something else, here or by a check."""
    stage.configure(
        "site_name: x\ndocs_dir: content\ntheme:\n  name: material\n  language: no\nplugins: [cx-stories]\n"
    )
    stage.story("lamp")

    said = (
        "mkdocs.yml:5:3  CX905 invalid-configuration  error\n"
        "  `language:` takes one text. Put it in double quotes."
    )
    assert stage.build(strict=False) == Outcome(1, (said,), "Aborted with a BuildError!", stage.site)
    with pytest.raises(ConfigurationError, match="`language:` takes one text"):
        settings_of(stage.folder / "mkdocs.yml")


@pytest.mark.parametrize("key", ["exclude_docs", "draft_docs"])
def test_pattern_that_is_none_is_answered_with_its_place(stage: Stage, key: str) -> None:
    """A check names the line, as a build refuses it."""
    stage.configure(f"site_name: x\ndocs_dir: content\n{key}: '!'\nplugins: [cx-stories]\n")

    with pytest.raises(ConfigurationError) as caught:
        settings_of(stage.folder / "mkdocs.yml")

    assert (caught.value.line, str(caught.value), stage.build(strict=False).exit_code) == (
        3,
        f"`{key}:` has a line that is no pattern of paths, such as `old/` or `*.txt`.",
        1,
    )
