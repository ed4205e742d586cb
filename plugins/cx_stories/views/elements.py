"""The elements: what each is, where it was there and where it was missed, with the evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from cx_stories.model.story import HIT, MISSED, Story
from cx_stories.relations.facets import Facet
from cx_stories.views import addresses
from cx_stories.views.backlinks import pointing_made_of, pointing_of, with_previews
from cx_stories.views.edition import Card, Edition, Unwritten
from cx_stories.views.lists import Pager, pagers, portion
from cx_stories.views.page import TERM, Page
from cx_stories.views.terms.portrait import digest_of_portrait, portrait_of, stories_of
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
        lambda: {"entries": entries_of(edition)},
        Unwritten(
            edition.words.gettext("The elements"),
            menu=said_in(edition.library.vocabularies["elements"].labels, edition.language),
        ),
    )
    for term in terms:
        yield from _pages(term, edition)


def entries_of(edition: Edition) -> Sequence[Entry]:
    """Give every element, with its numbers of stories."""
    terms = edition.library.vocabularies["elements"].choices
    return edition.once("elements", lambda: tuple(entry_of(term, edition) for term in terms))


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
    address, index = addresses.element(term.id), edition.relations.terms
    longest = max(index.count(Facet(addresses.ELEMENTS, term.id, state)) for state in (HIT, MISSED))
    unwritten = Unwritten(term.label(edition.language), summary=said_in(term.definition, edition.language))
    for pager in pagers(address, longest):
        context = partial(_context, term, pager, edition)
        page = edition.page(address, "element.html", context, unwritten, pager.number)
        page = replace(page, group=TERM, made_of=partial(_made_of, term, pager, edition))
        yield with_previews(page, edition) if pager.number == 1 else page


def _context(term: Term, pager: Pager, edition: Edition) -> Mapping[str, object]:
    return {
        "entry": entry_of(term, edition),
        "hit_sign": said_in(term.hit, edition.language),
        "missed_sign": said_in(term.missed, edition.language),
        "portrait": portrait_of(term, edition.library.vocabularies["elements"], edition),
        "hits": _exhibits(term, HIT, pager, edition),
        "misses": _exhibits(term, MISSED, pager, edition),
        "pager": pager,
        "siblings": entries_of(edition),
        **(pointing_of(addresses.element(term.id), edition) if pager.number == 1 else {}),
    }


def _made_of(term: Term, pager: Pager, edition: Edition, facts: Callable[[str], bytes]) -> object:
    """Give what the values of a page are made of: the stories it shows, the counts, what else is known."""
    shown = [[facts(story.id) for story in _shown(term, state, pager, edition)] for state in (HIT, MISSED)]
    portrait = digest_of_portrait(term, edition.library.vocabularies["elements"], edition)
    pointing = pointing_made_of(addresses.element(term.id), edition, facts) if pager.number == 1 else ()
    return shown, entries_of(edition), portrait, pointing


def _shown(term: Term, state: str, pager: Pager, edition: Edition) -> Sequence[Story]:
    return portion(stories_of(Facet(addresses.ELEMENTS, term.id, state), edition), pager)


def _exhibits(term: Term, state: str, pager: Pager, edition: Edition) -> Sequence[Exhibit]:
    exhibits = []
    for story in _shown(term, state, pager, edition):
        card = edition.card(story)
        light = next(light for light in card.lights if light.id == term.id)
        exhibits.append(Exhibit(card, light.evidence, light.evidence_language))
    return tuple(exhibits)
