"""What a site leaves out is what MkDocs leaves out."""

from __future__ import annotations

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, set_exclusions
from pathspec import GitIgnoreSpec

from cx_stories.pipeline.left_out import left_out

PATHS = ("a.md", "old/a.md", "old/keep.md", "templates/a.md", "b/templates/a.md", ".well/a.md")


@pytest.mark.parametrize(
    ("exclude", "drafts"),
    [
        ("", ""),
        ("old/", "!old/keep.md"),
        ("!templates/", ""),
        ("!.well/", ".well/"),
        ("old/\n!old/keep.md", "a.md"),
    ],
)
def test_build_and_check_leave_out_the_same(exclude: str, drafts: str) -> None:
    """Nothing is published that no check has looked at, and nothing is checked in vain."""
    specs = [GitIgnoreSpec.from_lines(text.splitlines()) for text in (exclude, drafts)]
    config = MkDocsConfig()
    config.exclude_docs, config.draft_docs = specs
    files = [File(path, "docs", "site", use_directory_urls=True) for path in PATHS]
    set_exclusions(files, config)

    assert [left_out(*specs)(path) for path in PATHS] == [not file.inclusion.is_included() for file in files]
