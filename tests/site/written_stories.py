"""The stories of the demonstration as somebody wrote them, read with nothing of the code under test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import frontmatter

CONTENT = Path(__file__).parents[2] / "content"
PREFIXES = {"en": "", "nl": "nl/"}
"""The folder of each language of the demonstration."""


@dataclass(frozen=True)
class WrittenStory:
    """A story by its file name, with its facts and what each language says."""

    name: str
    facts: Mapping[str, Any]
    tellings: Mapping[str, Mapping[str, Any]]

    def evidence(self, language: str) -> Mapping[str, str]:
        """Give the sentence for each element, there or missed, in the long form."""
        told = self.tellings[language]
        parts = (told.get(key) for key in ("elements", "missed"))
        return {
            element: " ".join(said.split())
            for part in parts
            if isinstance(part, dict)
            for element, said in part.items()
        }


def published_stories() -> list[WrittenStory]:
    """Give the published stories, newest first and those of one day by name."""
    found = []
    for file in sorted((CONTENT / "stories").rglob("*.md")):
        if not file.name.endswith(".nl.md"):
            facts = _fields(file)
            dutch = file.with_suffix(".nl.md")
            tellings = {"en": facts} | ({"nl": _fields(dutch)} if dutch.exists() else {})
            if facts.get("status", "published") == "published":
                found.append(WrittenStory(file.stem, facts, tellings))
    return sorted(found, key=lambda story: (-story.facts["date"].toordinal(), story.name))


def _fields(file: Path) -> Mapping[str, Any]:
    fields, _ = frontmatter.parse(file.read_text(encoding="utf-8"))
    return fields
