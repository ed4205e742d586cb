"""Terms, vocabularies and lists of stories."""

from __future__ import annotations

from collections.abc import Sequence

from cx_stories.exports.linked_data.node import Node, node, pointer
from cx_stories.exports.linked_data.places import Places
from cx_stories.views import addresses
from cx_stories.views.edition import Card
from cx_stories.views.page import Later, Page
from cx_stories.vocabulary.vocabulary import Term, Vocabulary, said_in

MOST = 12
"""How many stories of a list are named: a page says all of them to its readers anyway."""


def term_set(vocabulary: Vocabulary, page: Page, places: Places) -> Node:
    """Give a vocabulary with the names of its terms."""
    at = places.page(addresses.vocabulary(vocabulary.id))
    return node(
        "DefinedTermSet",
        at,
        name=said_in(vocabulary.labels, page.language),
        description=said_in(vocabulary.definition, page.language),
        url=at,
        inLanguage=page.language,
        hasDefinedTerm=[places.term(vocabulary.id, term.id) for term in vocabulary.terms],
    )


def defined_term(vocabulary: Vocabulary, term: Term, page: Page, places: Places) -> Node:
    """Give a term with its definition."""
    at = places.page(addresses.term(vocabulary.id, term.id))
    whole = places.page(addresses.vocabulary(vocabulary.id))
    return node(
        "DefinedTerm",
        at,
        name=term.label(page.language),
        alternateName=list(term.aliases.get(page.language, ())),
        description=said_in(term.definition, page.language),
        termCode=term.id,
        url=at,
        inDefinedTermSet=node("DefinedTermSet", whole, name=said_in(vocabulary.labels, page.language)),
    )


def page_of(page: Page, places: Places) -> Node:
    """Give a page: with the first stories of its list, if it has one."""
    cards, at = _cards(page), places.page(page.path)
    items = [
        node("ListItem", position=number, name=card.title, url=places.page(card.path))
        for number, card in enumerate(cards[:MOST], 1)
    ]
    listed = node("ItemList", numberOfItems=len(cards), itemListElement=items) if items else {}
    return node(
        "CollectionPage" if items else "WebPage",
        at,
        name=page.title,
        description=page.summary,
        url=at,
        inLanguage=page.foreign or page.language,
        isPartOf=pointer(places.site),
        mainEntity=listed,
    )


def _cards(page: Page) -> Sequence[Card]:
    """Give the stories of a list; of a page whose values are not kept, none."""
    if isinstance(page.context, Later) and not page.context.kept:
        return ()
    cards = page.context.get("cards")
    return cards if isinstance(cards, Sequence) and all(isinstance(one, Card) for one in cards) else ()
