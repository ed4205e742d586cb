"""`cx schema`: what it prints and how it ends, run as a person runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cx_stories.cli.main import main
from cx_stories.exports.json_schema import story_schema
from cx_stories.views.catalogue import catalogue
from cx_stories.vocabulary.loading import load

CONFIGURATION = "site_name: Small stage\nplugins:\n  - cx-stories:\n      vocabularies: [words.yml]\n"
GENEROUS = (
    "id: elements\nterms:\n  - id: generous\n    labels: {en: Generous}\n    definition: {en: It gives.}\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty folder, in which the command is typed."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _schema(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["schema", *arguments])


def _printed(*arguments: str) -> Any:
    result = _schema(*arguments)
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def test_schema_needs_no_site(folder: Path) -> None:
    """Whoever wants to try it gets the lists of the package, in English and the newest draft."""
    assert list(folder.iterdir()) == []
    assert _printed() == story_schema(load())


def test_every_choice_is_passed_on(folder: Path) -> None:
    """The draft, the language and the kind of file are those that were asked for."""
    assert list(folder.iterdir()) == []
    assert _printed("--draft", "7", "--language", "nl", "--translation") == story_schema(
        load(), "nl", "7", catalogue("nl").gettext, translation=True
    )


def test_own_terms_of_the_site_come_along(folder: Path) -> None:
    """An editor proposes the sixth element of the site in whose folder the command was typed."""
    (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    (folder / "words.yml").write_text(GENEROUS, encoding="utf-8")

    assert "generous" in _printed()["$defs"]["elements"]["anyOf"][0]["enum"]


def test_site_elsewhere_can_be_named(folder: Path) -> None:
    """The file of words is looked for beside the configuration that was named."""
    site = folder / "site"
    site.mkdir()
    (site / "own.yml").write_text(CONFIGURATION, encoding="utf-8")
    (site / "words.yml").write_text(GENEROUS, encoding="utf-8")

    assert _printed("-f", "site/own.yml") == story_schema(load([site / "words.yml"]))


def test_faulty_file_of_words_ends_with_two(folder: Path) -> None:
    """A schema is not made of half a list; the place and the cure are told."""
    (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    (folder / "words.yml").write_text("id: elements\ncolour: red\n", encoding="utf-8")
    result = _schema()

    assert (result.exit_code, result.output) == (
        2,
        "words.yml:2:1  CX904 invalid-vocabulary  error\n  `colour` is not a key of a vocabulary file.\n",
    )


def test_configuration_that_was_named_must_be_there(folder: Path) -> None:
    """A slip in a file's name does not quietly give the lists of the package."""
    assert list(folder.iterdir()) == []
    result = _schema("-f", "elsewhere.yml")

    assert (result.exit_code, "There is no elsewhere.yml here." in result.output) == (2, True)
