"""What else a story may have been called by somebody who points at it: an old id, its title, its file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cx_stories.checks.collection import CollectionContext
from cx_stories.model.document import Kind
from cx_stories.vocabulary.vocabulary import folded

_ENDING = re.compile(r"(?:\.[a-z]{2,3}(?:-[a-z]+)?)?\.md\Z|/\Z", re.IGNORECASE)
"""What a file and an address end with, and the name of a story does not."""


class OtherName(NamedTuple):
    """The id of a story, and what is to be said of the name that was typed for it."""

    id: str
    slip: str


def story_called(typed: str, context: CollectionContext) -> OtherName | None:
    """Give the story that a name stands for beyond doubt, though it is not its id."""
    if old := context.once(old_ids).get(typed):
        return OtherName(old, f'has another name now. Write "{old}".')
    bare = _ENDING.sub("", typed).rpartition("/")[2]
    if bare != typed and context.base(Kind.STORY, bare):
        if typed == f"{bare}.md":
            return OtherName(bare, f'has the ending of a file. Write the name without it: "{bare}".')
        return OtherName(bare, f'is the way to a file. Write its name alone: "{bare}".')
    if titled := context.once(_titles).get(folded(typed)):
        return OtherName(titled, f'is the title of a story. Write the name of its file: "{titled}".')
    return None


def old_ids(context: CollectionContext) -> Mapping[str, str]:
    """Map each earlier id to the one story that has had it, if no story has it now."""
    named = ((alias.text, one.id) for one in context.abstracts for alias in one.aliases)
    return _certain((alias, story) for alias, story in named if context.base(Kind.STORY, alias) is None)


def _titles(context: CollectionContext) -> Mapping[str, str]:
    """Map each title, folded, to the one story that is called so in some language."""
    stories = (one for one in context.abstracts if one.kind is Kind.STORY and one.title)
    return _certain((folded(one.title), one.id) for one in stories)


def _certain(pairs: Iterator[tuple[str, str]]) -> Mapping[str, str]:
    found: dict[str, set[str]] = {}
    for name, story in pairs:
        found.setdefault(name, set()).add(story)
    return {name: next(iter(stories)) for name, stories in found.items() if len(stories) == 1}
