"""A mkdocs.yml that cannot be used is answered in one line that says what to write."""

from __future__ import annotations

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


def test_search_without_a_theme_is_answered_in_one_line(stage: Stage) -> None:
    """MkDocs has a search of its own, which our pages cannot use; nobody gets a box that does nothing."""
    stage.configure("site_name: x\ndocs_dir: content\nplugins: [search, cx-stories]\n")
    stage.story("lamp")

    said = "The plugin `search` needs a line `theme: material` in mkdocs.yml. Add it."
    assert stage.build(strict=False) == Outcome(1, (said,), "Aborted with a BuildError!", stage.site)


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
