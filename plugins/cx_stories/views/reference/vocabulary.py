"""The page of the terms: every list a writer chooses from, with those that a site has added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from cx_stories.model.fields import STORY_FIELDS
from cx_stories.model.shape import Evidence, Field, Nested, Term, Terms, Wordings, fields_of
from cx_stories.views import addresses
from cx_stories.views.edition import Edition, Label, Unwritten
from cx_stories.views.page import Page, of_no_story
from cx_stories.views.reference import places
from cx_stories.vocabulary.vocabulary import Term as Concept
from cx_stories.vocabulary.vocabulary import Vocabulary, said_in


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A term in words.

    aliases:    what else may be typed for it in the language of the page
    source:     where it comes from, if that differs from term to term
    outdated:   whether it is no longer to be used; `successor` is what to use instead, if there is something
    """

    anchor: str
    id: str
    label: str
    definition: str
    aliases: Sequence[str]
    source: str
    outdated: bool
    successor: Label | None


@dataclass(frozen=True, slots=True)
class Group:
    """Terms that belong together; what belongs to no group has one without a name."""

    label: str
    definition: str
    terms: Sequence[TermEntry]


@dataclass(frozen=True, slots=True)
class VocabularyEntry:
    """A list of terms in words.

    fields:  the keys whose values come from it; their `id` is their place on the page of lines
    source:  where all its terms come from, if that is one place
    """

    anchor: str
    label: str
    definition: str
    fields: Sequence[Label]
    groups: Sequence[Group]
    source: str


def vocabulary_page(edition: Edition) -> Iterator[Page]:
    """Give the page with every vocabulary, those first that the first lines of a story need."""
    page = edition.page(
        addresses.VOCABULARY,
        "vocabulary.html",
        partial(_context, edition),
        Unwritten(
            edition.words.gettext("Words to choose from"),
            summary=edition.words.gettext(
                "The terms of this collection: what to type for each, and what it means."
            ),
        ),
    )
    yield replace(page, made_of=of_no_story)


def _context(edition: Edition) -> Mapping[str, object]:
    users = users_of(STORY_FIELDS)
    vocabularies = edition.library.vocabularies
    order = [*users, *(name for name in vocabularies if name not in users)]
    return {"vocabularies": tuple(_entry(vocabularies[name], users.get(name, ()), edition) for name in order)}


def users_of(fields: Mapping[str, Field], within: str = "") -> dict[str, tuple[str, ...]]:
    """Give the keys that choose from a vocabulary, by its id, in the order of the model."""
    users: dict[str, tuple[str, ...]] = {}
    for field in fields.values():
        shape, name = field.shape, within + field.name
        if isinstance(shape, Nested):
            found = users_of(fields_of(shape.model), f"{name}.")
        elif isinstance(shape, Term | Terms | Evidence | Wordings):
            found = {shape.vocabulary: (name,)}
        else:
            continue
        for vocabulary, names in found.items():
            users[vocabulary] = users.get(vocabulary, ()) + names
    return users


def _entry(vocabulary: Vocabulary, fields: Sequence[str], edition: Edition) -> VocabularyEntry:
    sources = {term.source for term in vocabulary.choices}
    shared = sources.pop() if len(sources) == 1 else ""
    return VocabularyEntry(
        places.terms(vocabulary.id),
        said_in(vocabulary.labels, edition.language),
        said_in(vocabulary.definition, edition.language),
        tuple(Label(places.line(name), name, addresses.FRONT_MATTER) for name in fields),
        tuple(_groups(vocabulary, shared, edition)),
        shared,
    )


def _groups(vocabulary: Vocabulary, shared: str, edition: Edition) -> Iterator[Group]:
    for group, terms in vocabulary.grouped:
        yield Group(
            group.label(edition.language) if group else "",
            said_in(group.definition, edition.language) if group else "",
            tuple(_term(term, vocabulary, shared, edition) for term in terms),
        )


def _term(term: Concept, vocabulary: Vocabulary, shared: str, edition: Edition) -> TermEntry:
    return TermEntry(
        places.term(vocabulary.id, term.id),
        term.id,
        term.label(edition.language),
        said_in(term.definition, edition.language),
        term.aliases.get(edition.language, ()),
        "" if shared else term.source,
        term.outdated,
        _label(vocabulary.by_id.get(term.replaced_by), vocabulary, edition),
    )


def _label(term: Concept | None, vocabulary: Vocabulary, edition: Edition) -> Label | None:
    """Name another term of the same page; its `path` is its place there."""
    if term is None:
        return None
    return Label(term.id, term.label(edition.language), f"#{places.term(vocabulary.id, term.id)}")
