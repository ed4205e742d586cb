"""The files of the theme: those that are published, found without looking at those that never are."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

from cx_stories.mkdocs_plugin.theme import FOLDER, prepare_theme


def staged(folder: Path) -> MkDocsConfig:
    """Give a configuration whose theme is prepared, with a folder of the site's own over it."""
    config = MkDocsConfig(str(folder / "mkdocs.yml"))
    config.load_dict({"site_name": "Stage", "theme": {"name": "material", "custom_dir": str(folder)}})
    config.validate()
    prepare_theme(config)
    return config


def published(environment: Environment, config: MkDocsConfig) -> list[str]:
    """Give the files that MkDocs takes from a theme."""
    files = Files([])
    files.add_files_from_theme(environment, config)
    return sorted(file.src_uri for file in files)


def test_the_files_of_a_theme_are_those_that_mkdocs_finds_itself(tmp_path: Path) -> None:
    """In our folders, in Material's and in those of a site's own."""
    (tmp_path / "assets" / ".hidden").mkdir(parents=True)
    (tmp_path / "assets" / ".hidden" / "note.txt").write_text("Nobody's")
    (tmp_path / "assets" / "banner.txt").write_text("Ours")
    config = staged(tmp_path)
    plain = Theme(name="material", custom_dir=str(tmp_path))
    plain.dirs.insert(1, str(FOLDER))

    found = published(config.theme.get_env(), config)

    assert found == published(plain.get_env(), config)
    assert "assets/banner.txt" in found


def test_an_icon_is_found_though_it_is_not_listed(tmp_path: Path) -> None:
    """There are fourteen thousand of them, in a hidden folder."""
    environment = staged(tmp_path).theme.get_env()

    assert environment.get_template(".icons/material/bike.svg").render().startswith("<svg")
    assert not [name for name in environment.list_templates() if name.startswith(".")]
