"""What a story is found by, besides its words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cx_stories.model.story import Story
from cx_stories.views.alphabet import order
from cx_stories.views.edition import Edition
from cx_stories.views.searching.filters import OF_TERMS, values_of

_PLAIN = re.compile(r"[a-z0-9]+")


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
    """Give a text that stands among others, letter by letter, where a title stands in its language.

    A letter of plain English stands where it does everywhere: such titles, the most, are quick to see to.
    """
    if title.isascii():
        plain = " ".join(_PLAIN.findall(title.lower()))
        return "0".join((*plain, ""))
    signs, _ = order(title, language)
    return "".join(f"{letter}{place}" for letter, place in signs)


def _names(filters: Mapping[str, Sequence[str]], edition: Edition) -> Sequence[str]:
    """Give the names of the terms of a story, apart from the elements that it missed."""
    names: dict[str, None] = {}
    language, vocabularies = edition.language, edition.library.vocabularies
    for one in OF_TERMS:
        if one.name in filters and one.name != "missed":
            terms = vocabularies[one.vocabulary].by_id
            for value in filters[one.name]:
                if term := terms.get(value):
                    names[edition.label(one.vocabulary, value).text] = None
                    names.update(dict.fromkeys(term.aliases.get(language, ())))
    return tuple(names)
