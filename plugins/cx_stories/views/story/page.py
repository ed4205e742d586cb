"""The page of a story."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from cx_stories.model.story import Story, Telling
from cx_stories.relations.facets import terms_of
from cx_stories.views import addresses
from cx_stories.views.arc import arc_of
from cx_stories.views.backlinks import pointing_around, pointing_of, preview_scripts
from cx_stories.views.edition import Edition, Label
from cx_stories.views.page import STORY, Later, Markdown, Page
from cx_stories.views.searching.found import found_of
from cx_stories.views.story.citing import SCRIPTS, citing_of
from cx_stories.views.story.kin import kin_of, others_around
from cx_stories.views.story.lessons import lessons_of
from cx_stories.views.story.workshop import timing_of, workshop_of
from cx_stories.vocabulary.vocabulary import said_in

_FACTS = (
    "stages",
    "channels",
    "touchpoints",
    "sectors",
    "senses",
    "incident",
    "recovery",
    "outcomes",
)


@dataclass(frozen=True, slots=True)
class Facts:
    """One line of "Where it happened"."""

    name: str
    labels: Sequence[Label]


def story_pages(edition: Edition) -> Iterator[Page]:
    """Give a page for every story."""
    for story in edition.library.stories:
        yield story_page(story, edition)


def story_page(story: Story, edition: Edition) -> Page:
    """Give the page of a story."""
    telling = story.told_in(edition.language)
    address = addresses.story(story.id)
    return Page(
        path=address,
        language=edition.language,
        title=telling.title,
        template="story.html",
        context=Later(partial(_context, story, telling, edition)),
        summary=telling.summary,
        prose=Markdown(telling.path, telling.language, telling.body, telling.body_line),
        date=story.date,
        group=STORY,
        found=Later(partial(_found, story, telling, edition)),
        listed=story.published and telling.language == edition.language,
        foreign=edition.foreign(telling.language),
        classes=("story", story.polarity or "undecided"),
        scripts=("workshop.js", "cards.js", *SCRIPTS, *preview_scripts(address, edition)),
        made_of=partial(_made_of, story, edition),
    )


def _made_of(story: Story, edition: Edition, facts: Callable[[str], bytes]) -> object:
    """Give what the values of the page are made of: the story, those it is shown with, and why they are."""
    others = others_around(story, edition)
    pointing = pointing_around(addresses.story(story.id), edition)
    days = edition.history.get(story.told_in(edition.language).path, ())
    shown = [facts(one) for one in (story.id, *others.stories, *pointing.stories)]
    timing = timing_of(story.told_in(story.language).body)
    return shown, others.reasons, pointing.links, lessons_of(story, edition), days, timing


def _found(story: Story, telling: Telling, edition: Edition) -> Mapping[str, object]:
    return {"card": edition.card(story), "found": found_of(story, edition), "telling": telling}


def _context(story: Story, telling: Telling, edition: Edition) -> Mapping[str, object]:
    return {
        "card": edition.card(story),
        "telling": telling,
        "organisation": story.organisation,
        "facts": _facts(story, edition),
        "arc": arc_of(story, edition),
        "theatre": _theatre(telling, edition),
        "source": story.source,
        "source_kind": edition.label("source_kind", story.source.kind) if story.source else None,
        "provenance": edition.label("provenance", story.provenance),
        "provenance_note": _definition("provenance", story.provenance, edition),
        "teller": _article_label(addresses.person(story.teller), edition) if story.teller else None,
        "author": _article_label(addresses.person(story.author), edition) if story.author else None,
        "series": _article_label(addresses.series(story.series), edition) if story.series else None,
        "issue": story.issue,
        "image": story.image,
        **lessons_of(story, edition),
        **kin_of(story, edition),
        **pointing_of(addresses.story(story.id), edition),
        **workshop_of(story, edition),
        **citing_of(story, edition),
    }


def _facts(story: Story, edition: Edition) -> Sequence[Facts]:
    terms = terms_of(story)
    return tuple([_line(one, tuple(terms[one]), edition) for one in _FACTS if one in terms])


def _line(vocabulary: str, terms: tuple[str, ...], edition: Edition) -> Facts:
    """Give the terms that a story has of a vocabulary; many stories have the same."""

    def make() -> Facts:
        name = _vocabulary_name(vocabulary, len(terms), edition)
        return Facts(name, edition.labels(vocabulary, terms))

    return edition.once(("facts", vocabulary, *terms), make)


def _vocabulary_name(vocabulary: str, count: int, edition: Edition) -> str:
    words = edition.library.vocabularies[vocabulary]
    return said_in(words.label_one if count == 1 else words.labels, edition.language)


def _theatre(telling: Telling, edition: Edition) -> Sequence[tuple[Label, str]]:
    terms = edition.library.vocabularies["theatre"].choices
    return tuple(
        (edition.label("theatre", term.id), telling.theatre[term.id])
        for term in terms
        if telling.theatre.get(term.id)
    )


def _definition(vocabulary: str, identity: str, edition: Edition) -> str:
    term = edition.library.term(vocabulary, identity)
    return said_in(term.definition, edition.language) if term else ""


def _article_label(path: str, edition: Edition) -> Label | None:
    """Name a person or a series; many stories have the same."""

    def make() -> Label | None:
        prose = edition.prose(path)
        return Label(path, prose.title, path) if prose else None

    return edition.once(("article", path), make)
