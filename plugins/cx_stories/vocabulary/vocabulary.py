"""Vocabulary and Term, after SKOS: prefLabel, altLabel, definition, broader, source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cached_property, lru_cache

from pydantic import BaseModel, ConfigDict

Words = Mapping[str, str]
"""The same words in several languages, by language code."""
_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


def is_id(text: str) -> bool:
    """Whether a text may be the id of a term, which is part of an address."""
    return _ID.fullmatch(text) is not None


def said_in(words: Words, language: str) -> str:
    """Give the words in this language, else in English, else in the first language there is."""
    return words.get(language) or words.get("en") or next(iter(words.values()), "")


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Give the form in which what people type is compared: composed, lower case, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


class Value(BaseModel):
    """A frozen value that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Term(Value):
    """A concept of a vocabulary.

    group:    it only gathers narrower terms; a story cannot have it
    deprecated:   it is no longer to be used; stories that have it keep it
    replaced_by:  the id of the term to use instead, which makes it deprecated too
    valence:  how pleasant an emotion is, -3 to 3; None where that depends on the story
    hit, missed:  how one knows that an element was there, or was missed
    matches:  codes for the same concept elsewhere, by scheme
    """

    id: str
    labels: Words
    aliases: Mapping[str, tuple[str, ...]] = {}
    definition: Words
    broader: str = ""
    group: bool = False
    deprecated: bool = False
    replaced_by: str = ""
    source: str = ""
    valence: int | None = None
    hit: Words = {}
    missed: Words = {}
    matches: Words = {}

    def label(self, language: str) -> str:
        """Give the preferred label."""
        return said_in(self.labels, language)

    @property
    def outdated(self) -> bool:
        """Whether a story should no longer be given this term."""
        return self.deprecated or bool(self.replaced_by)

    @property
    def names(self) -> frozenset[str]:
        """Everything a writer may type for this term, folded."""
        aliases = (alias for group in self.aliases.values() for alias in group)
        return frozenset(folded(name) for name in (self.id, *self.labels.values(), *aliases))


class Band(Value):
    """A range of scores with the words an author has for it."""

    min: int
    max: int
    labels: Words


class Vocabulary(Value):
    """A controlled list of terms, in the order a reader should see them."""

    id: str
    labels: Words
    label_one: Words
    definition: Words
    terms: tuple[Term, ...]
    bands: tuple[Band, ...] = ()
    bands_source: Words = {}

    @cached_property
    def by_id(self) -> Mapping[str, Term]:
        """The terms by id."""
        return {term.id: term for term in self.terms}

    @cached_property
    def _by_name(self) -> Mapping[str, Term]:
        return {name: term for term in reversed(self.choices) for name in term.names}

    @cached_property
    def choices(self) -> tuple[Term, ...]:
        """The terms a story may have, those included that are no longer to be used."""
        return tuple(term for term in self.terms if not term.group)

    @cached_property
    def offered(self) -> tuple[Term, ...]:
        """The terms to propose to somebody who writes a story."""
        return tuple(term for term in self.choices if not term.outdated)

    @cached_property
    def grouped(self) -> tuple[tuple[Term | None, tuple[Term, ...]], ...]:
        """The choices by the group that gathers them, in the order of the list; those without one first."""
        gathered: dict[str, list[Term]] = {"": []}
        gathered |= {term.id: [] for term in self.terms if term.group}
        for term in self.choices:
            gathered[term.broader].append(term)
        return tuple((self.by_id.get(name), tuple(terms)) for name, terms in gathered.items() if terms)

    def resolve(self, typed: str) -> Term | None:
        """Give the term meant by an id, label or alias in any language; None if there is none."""
        return self._by_name.get(folded(typed))


TELLS_NOTHING = frozenset({"not-applicable", "none-known"})
"""Terms that are true of a story and of no use to its reader."""

Vocabularies = Mapping[str, Vocabulary]
