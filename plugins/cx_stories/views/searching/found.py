"""What a story is found by, besides its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cx_stories.model.story import Story
from cx_stories.views.alphabet import order
from cx_stories.views.edition import Edition
from cx_stories.views.searching.filters import OF_TERMS, values_of


@dataclass(frozen=True, slots=True)
class Found:
    """What the index keeps of a story.

    filters:  the values by filter
    day:      its date, if it has one
    title:    its title as it is sorted by
    names:    the terms it has, by all their names: somebody may look for one that its text does not use
    """

    id: str
    filters: Mapping[str, Sequence[str]]
    day: str
    title: str
    names: Sequence[str]


def found_of(story: Story, edition: Edition) -> Found:
    """Give what the index keeps of a story."""
    filters = values_of(story, edition.relations.terms)
    title = story.told_in(edition.language).title
    day = story.date.isoformat() if story.date else ""
    return Found(story.id, filters, day, _in_order(title, edition.language), _names(filters, edition))


def _in_order(title: str, language: str) -> str:
    """Give a text that stands among others, letter by letter, where a title stands in its language."""
    signs, _ = order(title, language)
    return "".join(f"{letter}{place}" for letter, place in signs)


def _names(filters: Mapping[str, Sequence[str]], edition: Edition) -> Sequence[str]:
    """Give the names of the terms of a story, apart from the elements that it missed."""
    names: dict[str, None] = {}
    for one in OF_TERMS:
        for value in filters.get(one.name, ()) if one.name != "missed" else ():
            if term := edition.library.term(one.vocabulary, value):
                names[term.label(edition.language)] = None
                names.update(dict.fromkeys(term.aliases.get(edition.language, ())))
    return tuple(names)
