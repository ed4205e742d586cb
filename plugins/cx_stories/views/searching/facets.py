"""The filters of Explore as a reader sees them: their values by name, and how many stories have each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cx_stories.model.story import Story
from cx_stories.relations.terms import TermIndex
from cx_stories.views import addresses
from cx_stories.views.edition import Edition, Label
from cx_stories.views.searching.filters import (
    OF_TERMS,
    SCORE,
    SERIES,
    TELLER,
    YEAR,
    Filter,
    filter_of,
    others_of,
)
from cx_stories.vocabulary.vocabulary import TELLS_NOTHING, Term, Vocabulary, folded, said_in

SHORT = 8
"""How many values a long filter shows at first."""
LONG = 11
"""From how many values on a filter is long: fewer are not worth hiding."""
OPEN = ("polarity", "hit", "missed", "stage")
"""The filters that stand open; most readers begin with these."""


@dataclass(frozen=True, slots=True)
class Value:
    """Something to narrow the stories down to.

    label:     its id in the address, its name, and a page of its own where it has one
    language:  of its name, where that is not the language of the page
    more:      whether it is only shown on request, because others have more stories
    group:     whether it only gathers those below it
    """

    label: Label
    count: int
    language: str = ""
    more: bool = False
    group: bool = False
    below: Sequence[Value] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with the values that some story has.

    every:  whether a story must have all that are chosen, and not just one of them
    rest:   how many values are only shown on request
    """

    name: str
    text: str
    values: Sequence[Value]
    every: bool = False
    open: bool = False
    rest: int = 0


Counts = Mapping[str, int]


def facets_of(edition: Edition) -> Sequence[Facet]:
    """Give the filters that tell stories apart, in the order in which a reader is offered them."""
    counted = _counted(edition)
    of_terms = (_of_terms(one, counted.get(one.name, {}), edition) for one in OF_TERMS)
    others = _others(counted, edition)
    return tuple(_shortened(facet) for facet in (*of_terms, *others) if facet.values)


def _counted(edition: Edition) -> Mapping[str, Counts]:
    """Count the stories of every value by filter, just as the index knows them."""
    counted = {name: Counter(filter(None, values)) for name, values in _others_of(edition.library.stories)}
    for name, places in _places(edition.relations.terms).items():
        counted[name] = Counter({term: len(stories) for term, stories in places.items()})
    return counted


def _others_of(stories: Sequence[Story]) -> Iterator[tuple[str, Iterator[str]]]:
    """Give what stories are found by that is no term, by filter: a value for each story."""
    found = zip(*(others_of(story) for story in stories), strict=True)
    for values in found:
        yield values[0][0], (value for _, value in values)


def _places(index: TermIndex) -> Mapping[str, Mapping[str, set[int]]]:
    """Gather where the stories of a term stand by filter; those of an element also count for its groups."""
    found: dict[str, dict[str, set[int]]] = {}
    for facet, places in index.places.items():
        name = filter_of(facet)
        if name and facet.term not in TELLS_NOTHING:
            for one in (facet, *index.groups.get(facet._replace(state=""), ())):
                found.setdefault(name, {}).setdefault(one.term, set()).update(places)
    return found


def _of_terms(one: Filter, counts: Counts, edition: Edition) -> Facet:
    vocabulary = edition.library.vocabularies[one.vocabulary]
    own = {
        "hit": edition.words.gettext("Elements that were there"),
        "missed": edition.words.gettext("Elements that were missed"),
    }
    name = own.get(one.name) or said_in(vocabulary.label_one, edition.language)
    values = tuple(_terms(vocabulary, counts, edition))
    return Facet(one.name, name, values, one.every, one.name in OPEN)


def _terms(vocabulary: Vocabulary, counts: Counts, edition: Edition) -> Iterator[Value]:
    """Give the terms that some story has: those without a group, then each group with its own."""

    def value(term: Term) -> Value:
        return Value(edition.label(vocabulary.id, term.id), counts[term.id], group=term.group)

    gathered = {group.id: terms for group, terms in vocabulary.grouped if group}
    for term in vocabulary.terms:
        if counts.get(term.id) and not term.group and not term.broader:
            yield value(term)
    for group in vocabulary.terms:
        if counts.get(group.id) and group.group:
            below = tuple(value(term) for term in gathered.get(group.id, ()) if counts.get(term.id))
            yield replace(value(group), below=below)


def _others(counted: Mapping[str, Counts], edition: Edition) -> Iterator[Facet]:
    words, most = edition.words, len(edition.library.vocabularies["elements"].choices)
    named = (
        (SERIES, words.gettext("In the series"), addresses.series),
        (TELLER, words.gettext("Teller"), addresses.person),
    )
    for name, text, address in named:
        values = (_written(address(id_), id_, count, edition) for id_, count in counted.get(name, {}).items())
        yield Facet(name, text, tuple(sorted(values, key=_by_name)))
    yield Facet(YEAR, words.gettext("Year"), _numbers(counted.get(YEAR, {}), str))
    said = words.gettext("%(number)s of %(most)s")
    scores = _numbers(counted.get(SCORE, {}), lambda score: said % {"number": score, "most": most})
    yield Facet(SCORE, words.gettext("Number of elements there"), scores)


def _written(path: str, identity: str, count: int, edition: Edition) -> Value:
    """Give what somebody wrote a page about, by the title of that page."""
    told = edition.prose(path)
    if told is None:
        return Value(Label(identity, identity), count)
    return Value(Label(identity, told.title, path), count, edition.foreign(told.language))


def _by_name(value: Value) -> tuple[str, str]:
    return folded(value.label.text), value.label.id


def _numbers(counts: Counts, said: Callable[[str], str]) -> Sequence[Value]:
    """Give numbers, the greatest first."""
    numbers = sorted(counts, key=int, reverse=True)
    return tuple(Value(Label(number, said(number)), counts[number]) for number in numbers)


def _shortened(facet: Facet) -> Facet:
    """Leave of a long filter those values in sight that most stories have, in their order."""
    every = list(_flat(facet.values))
    if len(every) < LONG:
        return facet
    first = {value.label.id for value in sorted(every, key=lambda value: -value.count)[:SHORT]}

    def marked(value: Value) -> Value:
        return replace(
            value, more=value.label.id not in first, below=tuple(marked(one) for one in value.below)
        )

    return replace(facet, values=tuple(marked(one) for one in facet.values), rest=len(every) - SHORT)


def _flat(values: Iterable[Value]) -> Iterator[Value]:
    for value in values:
        yield value
        yield from _flat(value.below)
