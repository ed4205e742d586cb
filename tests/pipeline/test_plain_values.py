"""A check makes of `mkdocs.yml` what MkDocs makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.utils.yaml import yaml_load

from cx_stories.pipeline.configuration_file import ConfigurationFile


def read(folder: Path, text: str) -> ConfigurationFile:
    """Read a configuration."""
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return ConfigurationFile(folder / "mkdocs.yml")


@pytest.mark.parametrize(
    ("written", "variables", "value"),
    [
        ("!ENV [CX_ONE, CX_TWO, content]", {}, "content"),
        ("!ENV [CX_ONE, CX_TWO, content]", {"CX_TWO": "words"}, "words"),
        ("!ENV [CX_ONE, 3]", {}, 3),
        ("!ENV [CX_ONE, 3]", {"CX_ONE": "4"}, 4),
        ("!ENV CX_ONE", {"CX_ONE": "words"}, "words"),
        ("!ENV CX_ONE", {}, None),
        ("!ENV [CX_ONE]", {}, None),
    ],
)
def test_environment_gives_values(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, variables: dict[str, str], value: object
) -> None:
    """The first variable that is set, else the last of several; for MkDocs and for us, as MkDocs does it."""
    for name, text in variables.items():
        monkeypatch.setenv(name, text)
    text = f"docs_dir: {written}\nplugins:\n  - cx-stories:\n      deny_list: {written}\n"
    file = read(tmp_path, text)

    assert (file.values, file.block()) == (
        yaml_load(text),
        {"deny_list": value},
    )


@pytest.mark.parametrize(
    "written", ["no", "0x10", "0o7", "010", "1:30", "~", "1.5", "2024-01-02", "'no'", "!!str 5", "text", ""]
)
def test_values_are_what_mkdocs_makes_of_them(tmp_path: Path, written: str) -> None:
    """A check and a build see the same options, whatever they look like."""
    text = f"plugins:\n  - cx-stories:\n      a: {written}\n      severities: {{CX304: {written}}}\n"

    assert read(tmp_path, text).values == yaml_load(text)


def test_first_of_several_bases_counts(tmp_path: Path) -> None:
    """A table that begins with two others takes a key of both from the first, as in a build."""
    text = "a: &a {x: 1}\nb: &b {x: 2, y: 3}\nplugins:\n  cx-stories:\n    <<: [*a, *b]\n"

    assert read(tmp_path, text).values == yaml_load(text)
