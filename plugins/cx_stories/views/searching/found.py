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
    known = edition.once("names of terms", lambda: _names_of_terms(edition))
    names: dict[str, None] = {}
    for one in OF_TERMS:
        if one.name in filters and one.name != "missed":
            for value in filters[one.name]:
                for name in known.get((one.vocabulary, value), ()):
                    names[name] = None
    return tuple(names)


def _names_of_terms(edition: Edition) -> Mapping[tuple[str, str], Sequence[str]]:
    """Give all names of each term in the language, by its vocabulary and id; its label is the first."""
    vocabularies, language = edition.library.vocabularies, edition.language
    return {
        (name, term.id): (edition.label(name, term.id).text, *term.aliases.get(language, ()))
        for name in dict.fromkeys(one.vocabulary for one in OF_TERMS)
        for term in vocabularies[name].terms
    }
