"""Where every page is. The one place that knows; everything else asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cx_stories.model.document import SHARED_LESSONS, SHELVES, Kind
from cx_stories.vocabulary import pages
from cx_stories.vocabulary.vocabulary import Vocabularies

HOME = ""
STORIES = SHELVES[Kind.STORY]
PEOPLE = SHELVES[Kind.PERSON]
SERIES = SHELVES[Kind.SERIES]
ELEMENTS = "elements"
PAIRS = "pairs"
JOURNEY = "journey"
INSIGHTS = "insights"
LESSONS = "lessons"
LESSONS_OF_ONE = "lessons/of-one-story"
TERMS = "terms"
GLOSSARY = "glossary"
PACK = "reading-pack"
RANDOM = "random"
EXPLORE = "explore"
WORKSHOP = "workshop"
DATA = "data"
READING = "how-to-read"
RULES = "contribute/rules"
FRONT_MATTER = "contribute/front-matter"
VOCABULARY = "contribute/vocabulary"


WAYS = (EXPLORE, PAIRS, JOURNEY, LESSONS, INSIGHTS, TERMS, GLOSSARY, WORKSHOP, PACK, RANDOM, DATA)
"""The views of the whole collection, in the order in which a reader is offered them."""


def story(identity: str) -> str:
    """Give the address of a story."""
    return f"{STORIES}/{identity}"


def person(identity: str) -> str:
    """Give the address of a person."""
    return f"{PEOPLE}/{identity}"


def series(identity: str) -> str:
    """Give the address of a series."""
    return f"{SERIES}/{identity}"


def element(identity: str) -> str:
    """Give the address of an element."""
    return f"{ELEMENTS}/{identity}"


def polarity(identity: str) -> str:
    """Give the address of the stories of one polarity."""
    return f"polarity/{identity}"


def pair(first: str, second: str) -> str:
    """Give the address of two stories side by side; the positive one is named first."""
    return f"{PAIRS}/{first}/{second}"


def vocabulary(identity: str) -> str:
    """Give the address of the terms of a vocabulary; the elements have a part of the site to themselves."""
    return ELEMENTS if identity == ELEMENTS else f"{TERMS}/{identity}"


def term(vocabulary: str, identity: str) -> str:
    """Give the address of a term; nothing for one of a vocabulary that no reader needs."""
    return pages.page_of_term(vocabulary, identity)


def stage(identity: str) -> str:
    """Give the address of the stories of one stage of the journey, by channel."""
    return f"{JOURNEY}/{identity}"


def crossing(stage: str, channel: str) -> str:
    """Give the address of the stories of one stage that happened through one channel."""
    return f"{JOURNEY}/{stage}/{channel}"


def lesson(identity: str) -> str:
    """Give the address of a lesson that several stories may teach."""
    return f"{SHARED_LESSONS}/{identity}"


def lessons_by_element(identity: str) -> str:
    """Give the address of the lessons of the stories that show or miss an element."""
    return f"{LESSONS}/by-element/{identity}"


def lessons_by_stage(identity: str) -> str:
    """Give the address of the lessons of the stories of a stage."""
    return f"{LESSONS}/by-stage/{identity}"


def source(address: str) -> str:
    """Give the file in which prose for an address would be written; links to the page name it."""
    if address == HOME:
        return "index.md"
    return f"{address}/index.md" if address in _LISTS else f"{address}.md"


_LISTS = frozenset({STORIES, PEOPLE, SERIES, ELEMENTS, PAIRS, JOURNEY, LESSONS, TERMS})

UNSEEN = pages.UNSEEN
"""The vocabularies that tell of a file and not of an experience; readers never see them."""


def standing(vocabularies: Vocabularies) -> Sequence[str]:
    """Give the addresses of the pages that every site has, whatever stories there are."""
    return (
        HOME,
        STORIES,
        PAIRS,
        JOURNEY,
        *(stage(term.id) for term in vocabularies["stages"].choices),
        INSIGHTS,
        TERMS,
        *_of_terms(vocabularies),
        GLOSSARY,
        LESSONS,
        LESSONS_OF_ONE,
        *(lessons_by_element(term.id) for term in vocabularies["elements"].choices),
        *(lessons_by_stage(term.id) for term in vocabularies["stages"].choices),
        PEOPLE,
        SERIES,
        WORKSHOP,
        PACK,
        RANDOM,
        EXPLORE,
        DATA,
        READING,
        RULES,
        FRONT_MATTER,
        VOCABULARY,
    )


def _of_terms(vocabularies: Vocabularies) -> Iterator[str]:
    """Give the addresses of the lists of terms that a reader sees, and of their terms."""
    for one in vocabularies.values():
        if one.id not in UNSEEN:
            yield vocabulary(one.id)
            yield from (term(one.id, choice.id) for choice in one.terms)


def numbered(address: str, number: int) -> str:
    """Give the address of a further page of a list; the first is the list itself."""
    return address if number == 1 else f"{address}/page/{number}"
