"""The glossary: every term and every other word for one, from A to Z."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from cx_stories.views import addresses
from cx_stories.views.alphabet import OTHERS, initial, order
from cx_stories.views.edition import Edition, Label, Unwritten
from cx_stories.views.page import Page, of_no_story
from cx_stories.views.reference import places
from cx_stories.views.terms.lists import vocabularies_of
from cx_stories.vocabulary.vocabulary import Term, Vocabulary, folded, said_in


@dataclass(frozen=True, slots=True)
class See:
    """The term that another word stands for; the path is its place in the glossary."""

    label: Label
    kind: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the glossary: a term, or another word for one or several.

    place:      where a term stands in the glossary; nothing for another word
    path:       the page of a term
    kind:       what a term of its list is called
    successor:  what to use instead of a term that is no longer to be used
    see:        the terms that another word stands for
    """

    word: str
    place: str = ""
    path: str = ""
    kind: str = ""
    definition: str = ""
    outdated: bool = False
    successor: Label | None = None
    see: tuple[See, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """The words that begin with a letter."""

    name: str
    place: str
    entries: Sequence[Entry]


def glossary_page(edition: Edition) -> Iterator[Page]:
    """Give the glossary of an edition."""
    words = edition.words
    unwritten = Unwritten(
        words.gettext("Glossary"),
        summary=words.gettext("Every term of this collection from A to Z, with other words for it."),
    )
    page = edition.page(addresses.GLOSSARY, "glossary.html", partial(_context, edition), unwritten)
    yield replace(page, made_of=of_no_story, scripts=("glossary.js",))


def _context(edition: Edition) -> Mapping[str, object]:
    return {"letters": tuple(_letters(edition))}


def _letters(edition: Edition) -> Iterator[Letter]:
    language = edition.language
    entries = [*_terms(edition), *_other_words(edition)]
    entries.sort(key=lambda entry: (order(entry.word, language), entry.kind, entry.place))
    initials = [(initial(entry.word, language), entry) for entry in entries]
    for name, group in groupby(initials, key=lambda one: one[0]):
        place = "letter.0" if name == OTHERS else f"letter.{name.lower()}"
        yield Letter(name, place, tuple(entry for _, entry in group))


def _terms(edition: Edition) -> Iterator[Entry]:
    for vocabulary in vocabularies_of(edition):
        for term in vocabulary.terms:
            successor = vocabulary.by_id.get(term.replaced_by)
            yield Entry(
                word=term.label(edition.language),
                place=places.term(vocabulary.id, term.id),
                path=addresses.term(vocabulary.id, term.id),
                kind=said_in(vocabulary.label_one, edition.language),
                definition=said_in(term.definition, edition.language),
                outdated=term.outdated,
                successor=_label(successor, vocabulary, edition) if successor else None,
            )


def _other_words(edition: Edition) -> Iterator[Entry]:
    """Give the other words for terms in the language, each once, with all the terms that it stands for."""
    found: dict[str, Entry] = {}
    for vocabulary in vocabularies_of(edition):
        kind = said_in(vocabulary.label_one, edition.language)
        for term in vocabulary.terms:
            label = _label(term, vocabulary, edition)
            own = {folded(label.text)}
            for word in term.aliases.get(edition.language, ()):
                if folded(word) not in own:
                    own.add(folded(word))
                    entry = found.get(folded(word), Entry(word))
                    found[folded(word)] = replace(entry, see=(*entry.see, See(label, kind)))
    yield from found.values()


def _label(term: Term, vocabulary: Vocabulary, edition: Edition) -> Label:
    """Name a term; its path is its place in the glossary."""
    return Label(term.id, term.label(edition.language), f"#{places.term(vocabulary.id, term.id)}")
