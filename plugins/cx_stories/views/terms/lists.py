"""All lists of terms, and the terms of a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from cx_stories.model.fields import STORY_FIELDS
from cx_stories.views import addresses
from cx_stories.views.edition import Edition, Label, Unwritten
from cx_stories.views.inviting import invitation
from cx_stories.views.page import Page
from cx_stories.views.reference.vocabulary import users_of
from cx_stories.views.terms.portrait import Row, row_of
from cx_stories.vocabulary.pages import UNSEEN
from cx_stories.vocabulary.vocabulary import Vocabulary, said_in


@dataclass(frozen=True, slots=True)
class Entry:
    """A list of terms: what it is for, how many terms it has, and how many stories have one of them.

    asked:  whether there is a line for it above a story
    """

    label: Label
    definition: str
    terms: int
    stories: int
    asked: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Terms that belong together; what belongs to no group has one without a row of its own."""

    row: Row | None
    terms: Sequence[Row]


def vocabularies_of(edition: Edition) -> Sequence[Vocabulary]:
    """Give the lists of terms that a reader sees: first what most come for, last what is only looked up."""
    known = edition.library.vocabularies
    names = dict.fromkeys((*_FIRST, *users_of(STORY_FIELDS), *known))
    return tuple(known[name] for name in names if name not in UNSEEN)


_FIRST = ("elements", "stages", "channels", "touchpoints", "sectors", "emotions", "senses")


def term_lists(edition: Edition) -> Iterator[Page]:
    """Give the page of all lists, and a page for each; the elements have theirs elsewhere."""
    vocabularies = vocabularies_of(edition)
    words = edition.words
    yield edition.page(
        addresses.TERMS,
        "terms/lists.html",
        lambda: {"entries": tuple(_entry(vocabulary, edition) for vocabulary in vocabularies)},
        Unwritten(
            words.gettext("Terms"),
            summary=words.gettext("By what a story can be found: when it happened, where, and how it felt."),
        ),
    )
    for vocabulary in vocabularies:
        if vocabulary.id != addresses.ELEMENTS:
            yield _list(vocabulary, edition)


def _entry(vocabulary: Vocabulary, edition: Edition) -> Entry:
    return Entry(
        _label(vocabulary, edition),
        said_in(vocabulary.definition, edition.language),
        len(vocabulary.choices),
        edition.relations.terms.count_of_any(vocabulary.id),
        vocabulary.id in users_of(STORY_FIELDS),
    )


def _label(vocabulary: Vocabulary, edition: Edition) -> Label:
    name = said_in(vocabulary.labels, edition.language)
    return Label(vocabulary.id, name, addresses.vocabulary(vocabulary.id))


def _list(vocabulary: Vocabulary, edition: Edition) -> Page:
    label, summary = _label(vocabulary, edition), said_in(vocabulary.definition, edition.language)
    context = partial(_context, vocabulary, edition)
    return edition.page(label.path, "terms/list.html", context, Unwritten(label.text, summary=summary))


def _context(vocabulary: Vocabulary, edition: Edition) -> Mapping[str, object]:
    groups = tuple(_groups(vocabulary, edition))
    tallies = [row.tally for group in groups for row in group.terms]
    return {
        "entry": _entry(vocabulary, edition),
        "groups": groups,
        "longest": max((max(one.positive, one.negative) for one in tallies), default=0) or 1,
        "gaps": sum(not row.tally.total and not row.outdated for group in groups for row in group.terms),
        "contribute": invitation(edition),
    }


def _groups(vocabulary: Vocabulary, edition: Edition) -> Iterator[Group]:
    for group, terms in vocabulary.grouped:
        yield Group(
            row_of(group, vocabulary, edition) if group else None,
            tuple(row_of(term, vocabulary, edition) for term in terms),
        )
