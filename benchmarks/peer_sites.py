"""The sites of others, of the stories that ours has, as each of these programs reads them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from stories import File, write_pictures, write_text

PEERS = Path(__file__).parent / "peers"
TAXONOMIES = {
    "channels": "channels",
    "elements": "elements",
    "emotions": "emotions",
    "incident": "incidents",
    "missed": "missed",
    "outcomes": "outcomes",
    "teller": "people",
    "polarity": "polarities",
    "provenance": "provenances",
    "recovery": "recoveries",
    "sector": "sectors",
    "senses": "senses",
    "series": "series",
    "stages": "stages",
    "touchpoints": "touchpoints",
}
"""The fields of ours that have pages of terms there, and what they are called there."""
_SAME = ("title", "date", "pair")


def write_hugo(files: Sequence[File], languages: Sequence[str], folder: Path) -> None:
    """Write the site as Hugo builds it, with the layouts of `peers/hugo`."""
    shutil.copytree(PEERS / "hugo", folder, dirs_exist_ok=True)
    write_pictures(folder / "static" / "stories")
    shutil.copy(PEERS / "style.css", folder / "static")
    _write_stories(files, languages, folder / "content")


def write_eleventy(files: Sequence[File], languages: Sequence[str], folder: Path) -> None:
    """Write the site as Eleventy builds it, with the templates of `peers/eleventy`."""
    source = PEERS / "eleventy"
    for name in ("eleventy.config.js", "layout.js", "package.json"):
        shutil.copy(source / name, folder)
    shutil.copytree(source / "includes", folder / "includes")
    shutil.copytree(source / "pages", folder / "content")
    shutil.copy(PEERS / "style.css", folder)
    write_pictures(folder / "pictures")
    _write_stories(files, languages, folder / "content")
    for told in (folder / "content").rglob("stories"):
        (told / "stories.json").write_text('{"layout": "story.11ty.js"}\n', encoding="utf-8")


def _write_stories(files: Sequence[File], languages: Sequence[str], content: Path) -> None:
    """Write the stories; translations stand in a folder of their language, with the facts of the story."""
    stories = [file for file in files if file.path.startswith("stories/")]
    facts = {file.path: file.fields for file in stories if file.language in ("", languages[0])}
    for file in stories:
        write_text(content / file.language / file.path, told({**facts[file.path], **file.fields}), file.body)


def told(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give the front matter of a story as these programs read it: terms by taxonomy, and all as keywords."""
    terms = {there: _terms(fields.get(ours)) for ours, there in TAXONOMIES.items()}
    lessons = [_sentence(lesson) for lesson in fields.get("lessons", ())]
    every = {
        **{name: fields[name] for name in _SAME if name in fields},
        "description": fields["summary"],
        "polarity": fields.get("polarity", ""),
        "picture": fields.get("image"),
        "lessons": lessons,
        **terms,
        "keywords": sorted({f"{name}-{term}" for name, found in terms.items() for term in found}),
    }
    return {name: value for name, value in every.items() if value}


def _terms(value: object) -> list[str]:
    """Give what a field names: one term, a list of them, or terms with their evidence."""
    return [value] if isinstance(value, str) else [*value] if isinstance(value, list | dict) else []


def _sentence(lesson: str | Mapping[str, str]) -> str:
    return lesson if isinstance(lesson, str) else lesson["text"]
