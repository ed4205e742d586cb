"""What a writer types so that a story has a term."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cx_stories.model.fields import STORY_FIELDS
from cx_stories.model.shape import Evidence, Record, Terms, Wordings
from cx_stories.views import addresses
from cx_stories.views.edition import Edition, Label
from cx_stories.views.inviting import invitation
from cx_stories.views.reference import places
from cx_stories.views.reference.vocabulary import users_of
from cx_stories.vocabulary.vocabulary import Term, Vocabulary


@dataclass(frozen=True, slots=True)
class Invitation:
    """How to tell a story that has a term.

    path:   the page that says how a story is told
    lines:  what to type above the story, once for each line that may have the term, with its explanation
    """

    path: str
    lines: tuple[tuple[str, Label], ...]


def invitation_for(term: Term, vocabulary: Vocabulary, edition: Edition) -> Invitation | None:
    """Invite a story that has a term; none if the term is not one to type."""
    if term.group or term.outdated:
        return None
    lines = tuple(_lines(term.id, vocabulary.id, edition))
    return Invitation(invitation(edition), lines) if lines else None


def _lines(term: str, vocabulary: str, edition: Edition) -> Iterator[tuple[str, Label]]:
    for name in users_of(STORY_FIELDS).get(vocabulary, ()):
        typed = _typed(name, term, edition)
        if typed:
            yield typed, Label(places.line(name), name, addresses.FRONT_MATTER)


def _typed(name: str, term: str, edition: Edition) -> str:
    """Give the lines of a field with a term; nothing for one that is part of a list of records."""
    outer, _, inner = name.partition(".")
    shape = STORY_FIELDS[outer].shape
    if inner:
        return f"{outer}:\n  {inner}: {term}" if isinstance(shape, Record) else ""
    if isinstance(shape, Wordings | Evidence):
        sentence = edition.words.gettext("The sentence from the story that shows it.")
        return f'{outer}:\n  {term}: "{sentence}"'
    return f"{outer}: [{term}]" if isinstance(shape, Terms) else f"{outer}: {term}"
