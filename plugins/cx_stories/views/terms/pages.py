"""The page of a term: what it means, and the stories in which it is met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from cx_stories.relations.facets import Facet
from cx_stories.views import addresses
from cx_stories.views.backlinks import pointing_of, with_previews
from cx_stories.views.edition import Edition, Unwritten
from cx_stories.views.lists import FOREMOST, LINES, foremost, pagers, portion
from cx_stories.views.page import TERM, Page
from cx_stories.views.stories import filters_of
from cx_stories.views.terms.lists import vocabularies_of
from cx_stories.views.terms.portrait import portrait_of
from cx_stories.vocabulary.vocabulary import Term, Vocabulary, said_in


def term_pages(edition: Edition) -> Iterator[Page]:
    """Give a page for every term that a reader sees; the elements have theirs from another view."""
    names = Counter(term.label(edition.language) for one in vocabularies_of(edition) for term in one.terms)
    for vocabulary in vocabularies_of(edition):
        for term in vocabulary.terms:
            if vocabulary.id != addresses.ELEMENTS or term.group:
                alone = names[term.label(edition.language)] == 1
                yield from _pages(term, vocabulary, _title(term, vocabulary, edition, alone=alone), edition)


def _pages(term: Term, vocabulary: Vocabulary, title: str, edition: Edition) -> Iterator[Page]:
    address = addresses.term(vocabulary.id, term.id)
    stories = edition.relations.terms.stories(Facet(vocabulary.id, term.id))
    portrait = portrait_of(term, vocabulary, edition)
    listed = stories if len(stories) > FOREMOST else ()
    shared = {
        "portrait": portrait,
        "count": len(stories),
        "filters": filters_of(address, edition) if vocabulary.id == "polarity" else (),
    }
    for pager in pagers(address, len(listed), LINES):
        context = {
            **shared,
            "cards": edition.cards(foremost(stories)) if pager.number == 1 else (),
            "listed": edition.cards(portion(listed, pager)),
            "pager": pager,
            **(pointing_of(address, edition) if pager.number == 1 else {}),
        }
        unwritten = Unwritten(title, menu=term.label(edition.language), summary=portrait.definition)
        page = edition.page(address, "terms/term.html", context, unwritten, pager.number)
        yield with_previews(replace(page, group=TERM))


def _title(term: Term, vocabulary: Vocabulary, edition: Edition, *, alone: bool) -> str:
    """Name a term, with its vocabulary where another one has a term of this name."""
    own = {
        Facet("polarity", "positive"): edition.words.gettext("Positive stories"),
        Facet("polarity", "negative"): edition.words.gettext("Negative stories"),
    }
    label = term.label(edition.language)
    if not alone:
        label = f"{label} ({said_in(vocabulary.label_one, edition.language).lower()})"
    return own.get(Facet(vocabulary.id, term.id)) or label
