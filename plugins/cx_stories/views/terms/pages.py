"""The page of a term: what it means, and the stories in which it is met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from cx_stories.model.story import Story
from cx_stories.relations.facets import Facet
from cx_stories.views import addresses
from cx_stories.views.backlinks import pointing_made_of, pointing_of, with_previews
from cx_stories.views.edition import Edition, Unwritten
from cx_stories.views.lists import FOREMOST, LINES, Pager, foremost, pagers, portion
from cx_stories.views.page import TERM, Page
from cx_stories.views.stories import filters_of
from cx_stories.views.terms.lists import vocabularies_of
from cx_stories.views.terms.portrait import digest_of_portrait, portrait_of, stories_of
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
    count = edition.relations.terms.count(Facet(vocabulary.id, term.id))
    summary = said_in(term.definition, edition.language)
    unwritten = Unwritten(title, menu=term.label(edition.language), summary=summary)
    for pager in pagers(address, count if count > FOREMOST else 0, LINES):
        context = partial(_context, term, vocabulary, pager, edition)
        page = edition.page(address, "terms/term.html", context, unwritten, pager.number)
        page = replace(page, group=TERM, made_of=partial(_made_of, term, vocabulary, pager, edition))
        yield with_previews(page, edition) if pager.number == 1 else page


def _context(term: Term, vocabulary: Vocabulary, pager: Pager, edition: Edition) -> Mapping[str, object]:
    address, shown = addresses.term(vocabulary.id, term.id), _shown(term, vocabulary, pager, edition)
    return {
        "portrait": portrait_of(term, vocabulary, edition),
        "count": shown.total,
        "filters": filters_of(address, edition) if vocabulary.id == "polarity" else (),
        "cards": edition.cards(shown.cards),
        "listed": edition.cards(shown.listed),
        "pager": pager,
        **(pointing_of(address, edition) if pager.number == 1 else {}),
    }


class _Shown(NamedTuple):
    """The stories of a page: some as cards, some as lines, of so many in all."""

    cards: Sequence[Story]
    listed: Sequence[Story]
    total: int


def _shown(term: Term, vocabulary: Vocabulary, pager: Pager, edition: Edition) -> _Shown:
    stories = stories_of(Facet(vocabulary.id, term.id), edition)
    listed = stories if len(stories) > FOREMOST else ()
    cards = foremost(stories) if pager.number == 1 else ()
    return _Shown(cards, portion(listed, pager), len(stories))


def _made_of(
    term: Term, vocabulary: Vocabulary, pager: Pager, edition: Edition, facts: Callable[[str], bytes]
) -> object:
    """Give what the values of a page are made of: the stories it shows, the counts, what else is known."""
    address, shown = addresses.term(vocabulary.id, term.id), _shown(term, vocabulary, pager, edition)
    stories = [[facts(story.id) for story in some] for some in (shown.cards, shown.listed)]
    filters = filters_of(address, edition) if vocabulary.id == "polarity" else ()
    pointing = pointing_made_of(address, edition, facts) if pager.number == 1 else ()
    return stories, shown.total, filters, digest_of_portrait(term, vocabulary, edition), pointing


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
