"""The elements: what each is, where it was there and where it was missed, with the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cx_stories.model.story import HIT, MISSED
from cx_stories.relations.facets import Facet
from cx_stories.views import addresses
from cx_stories.views.backlinks import pointing_of, with_previews
from cx_stories.views.edition import Card, Edition, Unwritten
from cx_stories.views.lists import pagers, portion
from cx_stories.views.page import TERM, Page
from cx_stories.views.terms.portrait import portrait_of
from cx_stories.vocabulary.vocabulary import Term, said_in


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A story that shows an element, or shows that it was missed, with the sentence that says so."""

    card: Card
    evidence: str
    language: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An element in the list of elements."""

    id: str
    label: str
    definition: str
    path: str
    hits: int
    misses: int


def element_pages(edition: Edition) -> Iterator[Page]:
    """Give the list of elements and a page for each, whether anybody wrote about it or not."""
    terms = edition.library.vocabularies["elements"].choices
    yield edition.page(
        addresses.ELEMENTS,
        "elements.html",
        {"entries": tuple(entry_of(term, edition) for term in terms)},
        Unwritten(
            edition.words.gettext("The elements"),
            menu=said_in(edition.library.vocabularies["elements"].labels, edition.language),
        ),
    )
    for term in terms:
        yield from _pages(term, edition)


def entry_of(term: Term, edition: Edition) -> Entry:
    """Give an element with the number of stories that show it or miss it."""
    index = edition.relations.terms
    return Entry(
        id=term.id,
        label=term.label(edition.language),
        definition=said_in(term.definition, edition.language),
        path=addresses.element(term.id),
        hits=index.count(Facet(addresses.ELEMENTS, term.id, HIT)),
        misses=index.count(Facet(addresses.ELEMENTS, term.id, MISSED)),
    )


def _pages(term: Term, edition: Edition) -> Iterator[Page]:
    address = addresses.element(term.id)
    entry = entry_of(term, edition)
    hits, misses = _exhibits(term, HIT, edition), _exhibits(term, MISSED, edition)
    elements = edition.library.vocabularies["elements"]
    siblings = tuple(entry_of(other, edition) for other in elements.choices)
    portrait = portrait_of(term, elements, edition)
    for pager in pagers(address, max(len(hits), len(misses))):
        context = {
            "entry": entry,
            "hit_sign": said_in(term.hit, edition.language),
            "missed_sign": said_in(term.missed, edition.language),
            "portrait": portrait,
            "hits": portion(hits, pager),
            "misses": portion(misses, pager),
            "pager": pager,
            "siblings": siblings,
            **(pointing_of(address, edition) if pager.number == 1 else {}),
        }
        unwritten = Unwritten(entry.label, summary=entry.definition)
        page = edition.page(address, "element.html", context, unwritten, pager.number)
        yield with_previews(replace(page, group=TERM))


def _exhibits(term: Term, state: str, edition: Edition) -> Sequence[Exhibit]:
    exhibits = []
    for story in edition.relations.terms.stories(Facet(addresses.ELEMENTS, term.id, state)):
        card = edition.card(story)
        light = next(light for light in card.lights if light.id == term.id)
        exhibits.append(Exhibit(card, light.evidence, light.evidence_language))
    return tuple(exhibits)
