"""The formats to choose from."""

from __future__ import annotations

from cx_stories.cli.formats.registry import FORMATS


def test_formats_have_the_names_to_ask_for() -> None:
    """A name in somebody's script stays."""
    assert list(FORMATS) == ["full", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown"]
