"""A term from all sides: what it means, how often it is met, with what, and what its stories teach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from cx_stories.model.story import HIT, MISSED, Story
from cx_stories.relations.company import companions
from cx_stories.relations.facets import Facet
from cx_stories.relations.feelings import Felt
from cx_stories.relations.tallies import NEGATIVE, POSITIVE, Tally
from cx_stories.views import addresses
from cx_stories.views.basis import digest_of
from cx_stories.views.edition import Edition, Label
from cx_stories.views.lesson_lines import LessonLine, lines_of
from cx_stories.views.searching.leading import chosen_for
from cx_stories.views.terms.typed import Invitation, invitation_for
from cx_stories.vocabulary.vocabulary import Term, Vocabulary, said_in

COMPANIONS = 6
LESSONS = 12


@dataclass(frozen=True, slots=True)
class Row:
    """A term with the number of its stories, by verdict."""

    label: Label
    definition: str
    tally: Tally
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class Met:
    """A term that goes with another, and of which kind it is.

    state:    of an element: hit or missed
    both:     the number of stories that have the two
    overall:  the number of stories that have this one
    """

    label: Label
    kind: str
    state: str
    both: int
    overall: int


@dataclass(frozen=True, slots=True)
class Company:
    """The terms that go with a term.

    state:  of an element: whether its company is that where it was there or where it was missed
    count:  the number of stories that have the term, thus
    """

    state: str
    count: int
    met: Sequence[Met]


@dataclass(frozen=True, slots=True)
class Portrait:
    """What the page of a term says besides its stories.

    kind:        what one term of its list is called
    aliases:     other words for it in the language of the page
    successor:   what to use instead, if it is no longer to be used and there is something
    chosen:      what is to be chosen in Explore to find its stories; nothing if it cannot be
    total:       the number of stories of the whole collection
    journey:     the page of the stage in the journey, for a stage
    more:        the page of all lessons of these stories, if there is one
    invitation:  what to type for it, if no story has it yet
    """

    kind: str
    definition: str
    source: str
    aliases: Sequence[str]
    outdated: bool
    successor: Label | None
    broader: Label | None
    narrower: Sequence[Row]
    tally: Tally
    chosen: Mapping[str, str]
    total: int
    felt: Felt | None
    company: Sequence[Company]
    lessons: Sequence[LessonLine]
    more: str
    journey: str
    invitation: Invitation | None


def portrait_of(term: Term, vocabulary: Vocabulary, edition: Edition) -> Portrait:
    """Give everything that is known of a term; what several pages show is made once."""
    key = ("portrait", vocabulary.id, term.id)
    return edition.once(key, lambda: _portrait(term, vocabulary, edition))


def digest_of_portrait(term: Term, vocabulary: Vocabulary, edition: Edition) -> bytes:
    """Give the digest of a portrait: another one if anything in it is another."""
    key = ("digest of portrait", vocabulary.id, term.id)
    return edition.once(key, lambda: digest_of(portrait_of(term, vocabulary, edition)))


def _portrait(term: Term, vocabulary: Vocabulary, edition: Edition) -> Portrait:
    facet = Facet(vocabulary.id, term.id)
    stories = stories_of(facet, edition)
    return Portrait(
        kind=said_in(vocabulary.label_one, edition.language),
        definition=said_in(term.definition, edition.language),
        source=term.source,
        aliases=term.aliases.get(edition.language, ()),
        outdated=term.outdated,
        successor=edition.label(vocabulary.id, term.replaced_by) if term.replaced_by else None,
        broader=edition.label(vocabulary.id, term.broader) if term.broader else None,
        narrower=tuple(
            row_of(one, vocabulary, edition) for one in vocabulary.terms if one.broader == term.id
        ),
        tally=_tally(facet, edition),
        chosen=chosen_for(facet),
        total=len(edition.library.stories),
        felt=edition.relations.felt.get(term.id) if vocabulary.id == "emotions" else None,
        company=tuple(_company(facet, edition)),
        lessons=tuple(islice(_lessons(stories, edition), LESSONS)),
        more=_all_lessons(term, vocabulary) if any(map(_teaches, stories)) else "",
        journey=addresses.stage(term.id) if vocabulary.id == "stages" and not term.group else "",
        invitation=None if stories else invitation_for(term, vocabulary, edition),
    )


def stories_of(facet: Facet, edition: Edition) -> Sequence[Story]:
    """Give the stories that have a term, newest first; found once for all the pages that list them."""
    return edition.once(("stories of", facet), lambda: edition.relations.terms.stories(facet))


def row_of(term: Term, vocabulary: Vocabulary, edition: Edition) -> Row:
    """Give a term with its stories counted."""
    return Row(
        edition.label(vocabulary.id, term.id),
        said_in(term.definition, edition.language),
        _tally(Facet(vocabulary.id, term.id), edition),
        term.outdated,
    )


def _tally(facet: Facet, edition: Edition) -> Tally:
    """Count the stories of a term by verdict."""
    index = edition.relations.terms
    positive, negative = (
        index.together(facet, Facet("polarity", verdict)) for verdict in (POSITIVE, NEGATIVE)
    )
    return Tally(positive, negative, index.count(facet) - positive - negative)


def _company(facet: Facet, edition: Edition) -> Iterator[Company]:
    """Give the company of a term; that of an element where it was there, and where it was missed."""
    states = (HIT, MISSED) if facet.vocabulary == addresses.ELEMENTS else ("",)
    for state in states:
        one = facet._replace(state=state)
        found = companions(one, edition.relations.terms, COMPANIONS)
        if found:
            met = tuple(_met(other.facet, other.both, other.overall, edition) for other in found)
            yield Company(state, edition.relations.terms.count(one), met)


def _met(facet: Facet, both: int, overall: int, edition: Edition) -> Met:
    kind = said_in(edition.library.vocabularies[facet.vocabulary].label_one, edition.language)
    return Met(edition.label(facet.vocabulary, facet.term), kind, facet.state, both, overall)


def _lessons(stories: Sequence[Story], edition: Edition) -> Iterator[LessonLine]:
    """Give the lessons of stories: the first of every story, then the second of every story, and so on."""
    number, found = 0, True
    while found:
        found = False
        for story in stories:
            if len(story.told_in(edition.language).lessons) > number:
                found = True
                yield lines_of(story, edition)[number]
        number += 1


def _teaches(story: Story) -> bool:
    return bool(story.tellings[story.language].lessons)


def _all_lessons(term: Term, vocabulary: Vocabulary) -> str:
    if term.group:
        return ""
    own = {"elements": addresses.lessons_by_element, "stages": addresses.lessons_by_stage}
    return own[vocabulary.id](term.id) if vocabulary.id in own else ""
