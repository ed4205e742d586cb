"""`mkdocs.yml` is read as data: nothing in it is run, nothing swells, and every value knows its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from cx_stories.errors import ConfigurationError
from cx_stories.pipeline.configuration_file import PLUGIN, ConfigurationFile


def read(folder: Path, text: str, **others: str) -> ConfigurationFile:
    """Read a configuration; others are files beside it."""
    for name, content in others.items():
        (folder / f"{name}.yml").write_text(content, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return ConfigurationFile(folder / "mkdocs.yml")


@pytest.mark.parametrize(
    "plugins",
    [
        "[search, cx-stories: {a: b}]",
        "{search: {}, cx-stories: {a: b}}",
        "\n  - search\n  - cx-stories:\n      a: b\n",
    ],
)
def test_block_is_found_however_plugins_are_written(tmp_path: Path, plugins: str) -> None:
    """A list of names and tables, or one table."""
    assert read(tmp_path, f"plugins: {plugins}\n").block() == {"a": "b"}


@pytest.mark.parametrize(
    "plugins", ["[cx-stories]", "{cx-stories: {}}", "[cx-stories: ]", "{cx-stories: ''}"]
)
def test_plugin_without_options_has_an_empty_block(tmp_path: Path, plugins: str) -> None:
    """One line is enough."""
    assert read(tmp_path, f"plugins: {plugins}\n").block() == {}


def test_values_know_their_place(tmp_path: Path) -> None:
    """What is nowhere is where the nearest thing above it is."""
    file = read(
        tmp_path,
        "site_name: S\nplugins:\n  - search\n  - cx-stories:\n      severities:\n        CX304: off\n",
    )
    steps = ("plugins", PLUGIN, "severities", "CX304")

    assert [file.place(steps[:length])[1:] for length in range(1, 5)] == [(2, 1), (4, 5), (5, 7), (6, 9)]
    assert file.place((*steps[:3], "CX999"))[1:] == (5, 7)


def test_inherited_values_know_the_file_they_are_in(tmp_path: Path) -> None:
    """What is wrong in a parent is mended there."""
    file = read(
        tmp_path,
        "INHERIT: base.yml\nplugins:\n  cx-stories:\n    languages: [nl]\n",
        base="docs_dir: words\nplugins:\n  cx-stories:\n    max_warnings: many\n",
    )

    assert (file.text("docs_dir"), file.block()) == ("words", {"max_warnings": "many", "languages": ["nl"]})
    assert file.place(("plugins", PLUGIN, "max_warnings")) == (tmp_path / "base.yml", 4, 5)
    assert file.place(("plugins", PLUGIN, "languages")) == (tmp_path / "mkdocs.yml", 4, 5)


def test_what_is_named_once_and_used_again_counts(tmp_path: Path) -> None:
    """An anchor and a merge are read as MkDocs reads them: what is written here wins."""
    file = read(
        tmp_path,
        "extra: &ours {max_warnings: 1, baseline: a.json}\n"
        "plugins:\n  cx-stories:\n    <<: *ours\n    baseline: b.json\n",
    )

    assert file.block() == {"max_warnings": "1", "baseline": "b.json"}


def test_file_that_would_swell_does_not(tmp_path: Path) -> None:
    """A few lines that name one another ten times each are read at once."""
    lines = ["a0: &a0 [x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 40))]

    assert read(tmp_path, "\n".join([*lines, "plugins: [cx-stories]\n"])).block() == {}


def test_file_that_holds_itself_is_read(tmp_path: Path) -> None:
    """No traceback, whatever it names."""
    assert read(tmp_path, "extra: &a [*a]\nplugins: [cx-stories]\n").block() == {}


@pytest.mark.parametrize(
    "text",
    ["a: " + "[" * 50_000, "a: [\n", "\x00", "- a\n", "a: !!python/object/apply:os.system [ls]\n: :\n"],
)
def test_file_that_cannot_be_read_is_refused(tmp_path: Path, text: str) -> None:
    """One clear error, never a traceback."""
    with pytest.raises(ConfigurationError):
        read(tmp_path, text).block()


def test_nothing_in_the_file_is_run(tmp_path: Path) -> None:
    """A tag of Python is a value like any other."""
    file = read(tmp_path, "x: !!python/object/apply:os.mkdir [made]\nplugins: [cx-stories]\n")

    assert (file.values["x"], list(tmp_path.glob("made"))) == (["made"], [])


def test_environment_gives_values(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first variable that is set, else the last value."""
    file = read(tmp_path, "docs_dir: !ENV [CX_ONE, CX_TWO, content]\nplugins: [cx-stories]\n")
    before = file.text("docs_dir")
    monkeypatch.setenv("CX_TWO", "words")

    assert (before, file.text("docs_dir")) == ("content", "words")
