"""Two stories side by side: what is alike, what differed, and what that teaches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from cx_stories.model.story import HIT, MISSED, Story
from cx_stories.relations.contrast import Contrast
from cx_stories.relations.facets import terms_of
from cx_stories.views import addresses
from cx_stories.views.arc import Arc, arc_of
from cx_stories.views.edition import Card, Edition, Label, Light, Unwritten
from cx_stories.views.lists import pagers, portion
from cx_stories.views.page import Later, Page
from cx_stories.views.reasons import contrast_in_words
from cx_stories.views.superlatives import in_a_row
from cx_stories.vocabulary.vocabulary import said_in

Couple = tuple[Story, Story, Contrast]
_PLACES = ("stages", "channels", "touchpoints", "sectors", "incident", "recovery", "outcomes")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two stories."""

    id: str
    card: Card
    arc: Arc | None
    lessons: Sequence[str]
    questions: Sequence[str]


@dataclass(frozen=True, slots=True)
class Contested:
    """An element in both stories. `turned`: it was there in one and missed in the other."""

    label: Label
    lights: tuple[Light, Light]
    turned: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """What two stories say of one thing: the terms of both, of the first only, of the second only."""

    name: str
    both: Sequence[Label]
    first: Sequence[Label]
    second: Sequence[Label]


@dataclass(frozen=True, slots=True)
class Entry:
    """A pair in the list of pairs."""

    cards: tuple[Card, Card]
    path: str
    declared: bool
    reason: str


def address_of(story: Story, other: Story) -> str:
    """Give the address of the page on which two stories stand side by side."""
    first, second = in_order(story, other)
    return addresses.pair(first.id, second.id)


def in_order(story: Story, other: Story) -> tuple[Story, Story]:
    """Give two opposite stories, the positive one first."""
    first, second = sorted((story, other), key=lambda one: (one.polarity != "positive", one.id))
    return first, second


def pair_pages(edition: Edition) -> Iterator[Page]:
    """Give a page for every two stories that are each other's opposite, and the list of them."""
    couples = _couples(edition)
    entries = tuple(_entry(*couple, edition) for couple in couples)
    for (first, second, _), entry in zip(couples, entries, strict=True):
        yield _page(first, second, entry, edition)
    yield from _list(entries, edition)


def _couples(edition: Edition) -> Sequence[Couple]:
    """Give each pair once: those told together first, then those suggested; newest first."""
    couples: dict[str, Couple] = {}
    for story in edition.library.stories:
        contrast = edition.relations.contrasts.get(story.id)
        other = edition.library.story(contrast.story) if contrast else None
        if contrast and other:
            couples.setdefault(address_of(story, other), (*in_order(story, other), contrast))
    return sorted(couples.values(), key=lambda couple: not couple[2].declared)


def _list(entries: Sequence[Entry], edition: Edition) -> Iterator[Page]:
    unwritten = Unwritten(
        edition.words.gettext("Pairs"),
        summary=edition.words.gettext("A good story and a bad one from the same situation, side by side."),
    )
    for pager in pagers(addresses.PAIRS, len(entries)):
        context = {"entries": portion(entries, pager), "pager": pager, "count": len(entries)}
        yield edition.page(addresses.PAIRS, "pairs.html", context, unwritten, pager.number)


def _entry(first: Story, second: Story, contrast: Contrast, edition: Edition) -> Entry:
    cards = edition.card(first), edition.card(second)
    path, reason = addresses.pair(first.id, second.id), contrast_in_words(contrast, edition)
    return Entry(cards, path, contrast.declared, reason)


def _page(first: Story, second: Story, entry: Entry, edition: Edition) -> Page:
    return Page(
        path=entry.path,
        language=edition.language,
        title=edition.words.gettext("%(first)s and %(second)s") % _titles(entry),
        template="pair.html",
        context=Later(partial(_context, first, second, entry, edition)),
        summary=entry.reason,
        date=max(filter(None, (first.date, second.date)), default=None),
        listed=first.published and second.published,
        group="",
        made_of=partial(_made_of, first.id, second.id, entry),
    )


def _made_of(first: str, second: str, entry: Entry, facts: Callable[[str], bytes]) -> object:
    """Give what the values of the page are made of: the two stories, and what is said of them together."""
    return facts(first), facts(second), entry.declared, entry.reason


def _context(first: Story, second: Story, entry: Entry, edition: Edition) -> Mapping[str, object]:
    titles = _titles(entry)
    elements = _elements(*entry.cards)
    return {
        "sides": (_side(first, edition), _side(second, edition)),
        "declared": entry.declared,
        "reason": entry.reason,
        "elements": elements,
        "facts": tuple(_facts(first, second, edition)),
        "question": _question(elements, titles, edition),
    }


def _titles(entry: Entry) -> dict[str, str]:
    return {"first": entry.cards[0].title, "second": entry.cards[1].title}


def _side(story: Story, edition: Edition) -> Side:
    telling = story.told_in(edition.language)
    return Side(story.id, edition.card(story), arc_of(story, edition), telling.lessons, telling.questions)


def _elements(first: Card, second: Card) -> Sequence[Contested]:
    """Give every element that at least one of the two says something about."""
    rows = []
    for one, other in zip(first.lights, second.lights, strict=True):
        states = {one.state, other.state}
        if states & {HIT, MISSED}:
            label = Label(one.id, one.label, one.path)
            rows.append(Contested(label, (one, other), states == {HIT, MISSED}))
    return tuple(rows)


def _facts(first: Story, second: Story, edition: Edition) -> Iterator[Fact]:
    terms, others = terms_of(first), terms_of(second)
    for vocabulary in _PLACES:
        one, other = terms.get(vocabulary, ()), others.get(vocabulary, ())
        if one or other:
            words = edition.library.vocabularies[vocabulary]
            yield Fact(
                said_in(words.label_one, edition.language),
                edition.labels(vocabulary, [term for term in one if term in other]),
                edition.labels(vocabulary, [term for term in one if term not in other]),
                edition.labels(vocabulary, [term for term in other if term not in one]),
            )


def _question(elements: Sequence[Contested], titles: dict[str, str], edition: Edition) -> str:
    """Ask what made the difference, by the elements that were there in one story and missed in the other."""
    words = edition.words
    turned = [row for row in elements if row.turned]
    if not turned:
        return (
            words.gettext(
                "Lay the two side by side. Where did the customer of “%(first)s” notice that somebody had "
                "thought of them, and at which moment could “%(second)s” still have turned out differently?"
            )
            % titles
        )
    values = titles | {"elements": in_a_row([Label("", row.label.inline) for row in turned], edition)}
    if all(row.lights[0].state == HIT for row in turned):
        return (
            words.gettext("What made “%(first)s” %(elements)s, and what would it have taken in “%(second)s”?")
            % values
        )
    return (
        words.gettext(
            "Each of the two has something the other lacks: compare them on %(elements)s. Which of the two "
            "is closer to what happens with us, and what would it take to cross over?"
        )
        % values
    )
