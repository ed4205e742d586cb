"""Two stories side by side: what is alike, what differed, and what that teaches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from cx_stories.model.story import HIT, MISSED, Story
from cx_stories.relations.contrast import Contrast
from cx_stories.relations.facets import terms_of
from cx_stories.views import addresses
from cx_stories.views.arc import Arc, arc_of
from cx_stories.views.edition import Card, Edition, Label, Light, Unwritten
from cx_stories.views.lists import Pager, pagers, portion
from cx_stories.views.page import Later, Page
from cx_stories.views.reasons import contrast_in_words
from cx_stories.views.superlatives import in_a_row
from cx_stories.vocabulary.vocabulary import said_in

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
class Couple:
    """Two opposite stories, the positive one first, and what they have in common, in words."""

    first: Story
    second: Story
    declared: bool
    reason: str


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
    for couple in couples:
        yield _page(couple, edition)
    yield from _list(couples, edition)


def _couples(edition: Edition) -> Sequence[Couple]:
    """Give each pair once: those told together first, then those suggested; newest first."""
    couples: dict[str, Couple] = {}
    for story in edition.library.stories:
        contrast = edition.relations.contrasts.get(story.id)
        other = edition.library.story(contrast.story) if contrast else None
        if contrast and other:
            address = address_of(story, other)
            if address not in couples:
                couples[address] = _couple(story, other, contrast, edition)
    return sorted(couples.values(), key=lambda couple: not couple.declared)


def _couple(story: Story, other: Story, contrast: Contrast, edition: Edition) -> Couple:
    return Couple(*in_order(story, other), contrast.declared, contrast_in_words(contrast, edition))


def _list(couples: Sequence[Couple], edition: Edition) -> Iterator[Page]:
    unwritten = Unwritten(
        edition.words.gettext("Pairs"),
        summary=edition.words.gettext("A good story and a bad one from the same situation, side by side."),
    )
    for pager in pagers(addresses.PAIRS, len(couples)):
        context = partial(_listed, couples, pager, edition)
        page = edition.page(addresses.PAIRS, "pairs.html", context, unwritten, pager.number)
        yield replace(page, made_of=partial(_list_made_of, couples, pager))


def _listed(couples: Sequence[Couple], pager: Pager, edition: Edition) -> Mapping[str, object]:
    entries = tuple(_entry(couple, edition) for couple in portion(couples, pager))
    return {"entries": entries, "pager": pager, "count": len(couples)}


def _list_made_of(couples: Sequence[Couple], pager: Pager, facts: Callable[[str], bytes]) -> object:
    """Give what the values of a page of the list are made of: its pairs, and how many there are."""
    return len(couples), [_made_of(couple, facts) for couple in portion(couples, pager)]


def _entry(couple: Couple, edition: Edition) -> Entry:
    cards = edition.card(couple.first), edition.card(couple.second)
    return Entry(cards, _path(couple), couple.declared, couple.reason)


def _path(couple: Couple) -> str:
    return addresses.pair(couple.first.id, couple.second.id)


def _page(couple: Couple, edition: Edition) -> Page:
    first, second = couple.first, couple.second
    return Page(
        path=_path(couple),
        language=edition.language,
        title=edition.words.gettext("%(first)s and %(second)s") % _titles(couple, edition),
        template="pair.html",
        context=Later(partial(_context, couple, edition)),
        summary=couple.reason,
        date=max(filter(None, (first.date, second.date)), default=None),
        listed=first.published and second.published,
        group="",
        made_of=partial(_made_of, couple),
    )


def _made_of(couple: Couple, facts: Callable[[str], bytes]) -> object:
    """Give what the values of the page are made of: the two stories, and what is said of them together."""
    return facts(couple.first.id), facts(couple.second.id), couple.declared, couple.reason


def _context(couple: Couple, edition: Edition) -> Mapping[str, object]:
    first, second = couple.first, couple.second
    elements = _elements(edition.card(first), edition.card(second))
    return {
        "sides": (_side(first, edition), _side(second, edition)),
        "declared": couple.declared,
        "reason": couple.reason,
        "elements": elements,
        "facts": tuple(_facts(first, second, edition)),
        "question": _question(elements, _titles(couple, edition), edition),
    }


def _titles(couple: Couple, edition: Edition) -> dict[str, str]:
    first, second = (story.told_in(edition.language).title for story in (couple.first, couple.second))
    return {"first": first, "second": second}


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
