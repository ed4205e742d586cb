"""Where nothing but the texts of stories has changed: most of how they hang together is then what it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cx_stories.library import Library
from cx_stories.model.story import Story
from cx_stories.relations.backlinks import Link, texts
from cx_stories.relations.relations import Relations


def retold(library: Library, before: Library) -> bool:
    """Whether a library differs from one before in the texts of stories alone, or not at all."""
    if library.languages != before.languages or library.vocabularies is not before.vocabularies:
        return False
    if len(library.stories) != len(before.stories) or library.articles != before.articles:
        return False
    pairs = zip(library.stories, before.stories, strict=True)
    return all(one is other or _facts(one) == _facts(other) for one, other in pairs)


def known_links(library: Library, before: Relations) -> Mapping[tuple[str, str], Sequence[Link]]:
    """Give the links of those texts that are the same, by the address of their page and their language.

    before:  the relations of a library that differs in the texts of stories alone
    """
    old = {id(told) for _, told in texts(before.library)}
    found: dict[tuple[str, str], list[Link]] = {
        (source, told.language): [] for source, told in texts(library) if id(told) in old
    }
    for link in before.links:
        if (link.source, link.language) in found:
            found[link.source, link.language].append(link)
    return found


def _facts(story: Story) -> Story:
    """Give a story without its texts."""
    bare = {
        language: told.model_copy(update={"body": "", "body_line": 0})
        for language, told in story.tellings.items()
    }
    return story.model_copy(update={"tellings": bare})
