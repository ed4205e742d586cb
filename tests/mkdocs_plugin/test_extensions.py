"""Our prose is made with what a site configures, with what we add and without what reads other files."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Extension, Markdown
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from pymdownx.snippets import SnippetExtension

from cx_stories.mkdocs_plugin.extensions import OWN, prepare_markdown, with_own_extensions


def _config(*extensions: str | Extension) -> MkDocsConfig:
    config = MkDocsConfig()
    config["markdown_extensions"] = [*extensions]
    return config


def _names(config: MkDocsConfig) -> list[str]:
    return [one if isinstance(one, str) else type(one).__name__ for one in config.markdown_extensions]


def test_extensions_that_read_files_are_for_the_site_and_not_for_stories() -> None:
    """Nobody reads another file of the computer on our pages; pages that are not ours are as before."""
    typed = (
        "tables",
        "pymdownx.snippets",
        "markdown_include.include",
        "pymdownx.b64",
        "pymdownx.snippets:Snippets",
    )
    config = _config(*typed, SnippetExtension(), "pymdownx.snippetsandmore")

    assert (_names(with_own_extensions(config)), _names(config)) == (
        ["tables", "pymdownx.snippetsandmore", *(one.__name__ for one in OWN)],
        [*typed, "SnippetExtension", "pymdownx.snippetsandmore"],
    )


@pytest.mark.parametrize(
    "typed", ['--8<-- "secret.txt"', "--8<--\nsecret.txt\n--8<--", '```\n--8<-- "secret.txt"\n```']
)
def test_line_that_asks_for_a_file_is_a_line(typed: str, tmp_path: Path) -> None:
    """Where the site itself uses snippets, a story cannot."""
    (tmp_path / "secret.txt").write_text("Our password", encoding="utf-8")
    settings = {"pymdownx.snippets": {"base_path": [str(tmp_path)]}}
    config = _config("pymdownx.snippets", "pymdownx.superfences")

    def shown(asked: MkDocsConfig) -> bool:
        reader = Markdown(extensions=asked.markdown_extensions, extension_configs=settings)
        return "Our password" in reader.convert(typed)

    assert (shown(config), shown(with_own_extensions(config))) == (True, False)


NOTE = "!!! note\n    Mind the step.[^1]\n\n[^1]: It is high.\n"


def _shown(folder: Path, settings: str) -> str:
    """Give the HTML of a note with a footnote on a site with these settings."""
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(f"site_name: Small stage\n{settings}", encoding="utf-8")
    config = load_config(str(folder / "mkdocs.yml"))
    prepare_markdown(config)
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs).convert(NOTE)


def test_site_that_names_no_extensions_has_those_that_writers_count_on(tmp_path: Path) -> None:
    """A note and a footnote are what they should be, on the smallest of sites."""
    html = _shown(tmp_path, "")

    assert [sign in html for sign in ('class="admonition note"', 'class="footnote"', "!!!", "[^1]")] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("typed", ["[]", "[footnotes]", "\n  - toc:\n      permalink: true"])
def test_site_that_names_extensions_has_no_others(tmp_path: Path, typed: str) -> None:
    """A list of its own holds, an empty one too."""
    assert "!!! note" in _shown(tmp_path, f"markdown_extensions: {typed}\n")


def test_list_that_a_site_inherits_is_its_own(tmp_path: Path) -> None:
    """What a shared configuration names is not added to."""
    (tmp_path / "base.yml").write_text("markdown_extensions: [footnotes]\n", encoding="utf-8")

    assert "!!! note" in _shown(tmp_path, "INHERIT: base.yml\n")
