"""Two sites of the same stories: ours, and one of bare Material for MkDocs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from cx_stories.mkdocs_plugin.extensions import WHERE_NONE_IS_NAMED
from stories import File, write, write_pictures, write_text

CONFIGURATION = "mkdocs.yml"
WITHOUT_PICTURES = "without-pictures.yml"
"""The configuration of our site without a picture of each story for those who share its address."""
WITHOUT_SEARCH = "without-search.yml"
"""The configuration of the bare site for those who index it with another program."""
_TERM = ("polarity", "sector", "incident", "recovery", "provenance")
_TERMS = ("elements", "stages", "channels", "touchpoints", "senses", "emotions", "outcomes")


def write_ours(files: Sequence[File], languages: Sequence[str], folder: Path) -> None:
    """Write the site as this project builds it: every field, every page, the index, all checks."""
    write(files, folder / "content")
    settings = {"languages": list(languages)}
    _configure(folder, [{"cx-stories": settings}], {})
    _configure(folder, [{"cx-stories": {**settings, "images": False}}], {}, WITHOUT_PICTURES)


def write_bare(files: Sequence[File], languages: Sequence[str], folder: Path) -> None:
    """Write the site as Material for MkDocs builds it by itself, with its plugins `search` and `tags`.

    The stories have the same bodies; of the front matter they keep what Material prints: the title, the
    summary as description, the terms as tags. They stand outside the navigation, and a front page for each
    language links to them all; there is no page that lists the tags. Translations are in a folder of their
    language. There are no people and no series.
    """
    content = folder / "content"
    stories = [file for file in files if file.path.startswith("stories/")]
    tags = {file.path: _tags(file.fields) for file in stories if not file.language}
    for language in ("", *languages[1:]):
        told = [file for file in stories if file.language == language]
        for file in told:
            fields = {"title": file.fields["title"], "description": file.fields["summary"]}
            write_text(content / language / file.path, {**fields, "tags": tags[file.path]}, file.body)
        write_text(content / language / "index.md", {"title": "Stories"}, _links(told))
        write_pictures(content / language / "stories")
    outside = {
        "nav": ["index.md"],
        "not_in_nav": "\n".join(("/stories/", *(f"/{x}/" for x in languages[1:]))),
    }
    _configure(folder, [{"search": {"lang": list(languages)}}, "tags"], outside)
    _configure(folder, ["tags"], outside, WITHOUT_SEARCH)


def _tags(fields: Mapping[str, Any]) -> list[str]:
    """Give the terms of a story, in the order of its fields."""
    single = [fields[name] for name in _TERM if name in fields]
    return [*single, *(term for name in _TERMS for term in fields.get(name, ()))]


def _links(stories: Sequence[File]) -> str:
    return "".join(f"- [{file.fields['title']}]({file.path})\n" for file in stories)


def _configure(
    folder: Path, plugins: Sequence[Any], more: Mapping[str, Any], name: str = CONFIGURATION
) -> None:
    """Write the configuration of a site; all have the same theme and Markdown, and are as strict."""
    settings = {
        "site_name": "Benchmark",
        "site_url": "https://example.org/",
        "docs_dir": "content",
        "theme": {"name": "material"},
        "plugins": list(plugins),
        "markdown_extensions": list(WHERE_NONE_IS_NAMED),
        "validation": {"links": {"not_found": "warn", "anchors": "warn"}},
        "strict": True,
        **more,
    }
    (folder / name).write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")
