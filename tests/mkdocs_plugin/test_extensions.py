"""Our prose is made with what a site configures, with what we add and without what reads other files."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Extension, Markdown
from mkdocs.config.defaults import MkDocsConfig
from pymdownx.snippets import SnippetExtension

from cx_stories.mkdocs_plugin.extensions import OWN, with_own_extensions


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
