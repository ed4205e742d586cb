"""Where every page is. The one place that knows; everything else asks."""

from __future__ import annotations

from collections.abc import Sequence

from cx_stories.model.document import SHELVES, Kind
from cx_stories.vocabulary.vocabulary import Vocabularies

HOME = ""
STORIES = SHELVES[Kind.STORY]
PEOPLE = SHELVES[Kind.PERSON]
SERIES = SHELVES[Kind.SERIES]
ELEMENTS = "elements"
READING = "how-to-read"
RULES = "contribute/rules"
FRONT_MATTER = "contribute/front-matter"
VOCABULARY = "contribute/vocabulary"


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


def source(address: str) -> str:
    """Give the file in which prose for an address would be written; links to the page name it."""
    if address == HOME:
        return "index.md"
    return f"{address}/index.md" if address in _LISTS else f"{address}.md"


_LISTS = frozenset({STORIES, PEOPLE, SERIES, ELEMENTS})


def standing(vocabularies: Vocabularies) -> Sequence[str]:
    """Give the addresses of the pages that every site has, whatever stories there are."""
    return (
        HOME,
        STORIES,
        *(polarity(term.id) for term in vocabularies["polarity"].choices),
        ELEMENTS,
        *(element(term.id) for term in vocabularies["elements"].choices),
        PEOPLE,
        SERIES,
        READING,
        RULES,
        FRONT_MATTER,
        VOCABULARY,
    )


def numbered(address: str, number: int) -> str:
    """Give the address of a further page of a list; the first is the list itself."""
    return address if number == 1 else f"{address}/page/{number}"
