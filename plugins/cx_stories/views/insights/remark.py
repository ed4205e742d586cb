"""A remark on the collection: what is so, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cx_stories.views.edition import Edition, Label
from cx_stories.vocabulary.vocabulary import said_in

LINKS = 12
"""How many links a remark has at most."""


@dataclass(frozen=True, slots=True)
class Link:
    """A page to go to, or a place on it. `code`: its name is something to type."""

    text: str
    path: str
    place: str = ""
    code: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A line of the panel.

    advice:  what to do about it; nothing where the line above has said so
    more:    how many links were left out
    """

    said: str
    advice: str
    links: Sequence[Link] = ()
    more: int = 0


def remark(said: str, advice: str, links: Sequence[Link] = ()) -> Remark:
    """Make a remark with as many links as a reader can take in."""
    return Remark(said, advice, tuple(links[:LINKS]), max(0, len(links) - LINKS))


def links_to(labels: Sequence[Label]) -> Sequence[Link]:
    """Give the pages of terms."""
    return tuple(Link(label.text, label.path) for label in labels)


def vocabulary_name(vocabulary: str, edition: Edition) -> str:
    """Give the name of a list of terms."""
    return said_in(edition.library.vocabularies[vocabulary].labels, edition.language)
