"""The feeds of a site: one of each language, and one of each of its elements and series that has stories."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice

from cx_stories.exports.basis import basis_of
from cx_stories.exports.feeds.entry import Entries, Entry
from cx_stories.exports.publication import Publication
from cx_stories.model.document import Kind
from cx_stories.model.story import Story
from cx_stories.relations.facets import Facet
from cx_stories.relations.tallies import gathered
from cx_stories.views import addresses
from cx_stories.views.basis import digest_of
from cx_stories.views.edition import Edition

MOST = 30
"""How many stories a feed has: the newest ones."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What is new about something.

    folder:    where its files are, seen from the top of the site, ending in a slash; nothing for the top
    title:     what it is called among the feeds of a reader, where nothing says whose it is
    home:      the whole address of the page it is about
    site:      the whole address of the site, ending in a slash
    publisher: who stands for what nobody has signed
    entries:   the newest first, at least one
    """

    folder: str
    title: str
    summary: str
    home: str
    site: str
    publisher: str
    language: str
    entries: Sequence[Entry]

    @property
    def updated(self) -> date:
        """The last day on which anything in it changed."""
        return max(entry.updated for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a feed may be about.

    address:  of its page below the language
    """

    address: str
    name: str
    stories: Sequence[Story]


@dataclass(frozen=True, slots=True)
class Planned:
    """A feed that is made when somebody asks for it.

    folder:   where its files are, as that of the feed is given
    made_of:  a digest of all that it is made of besides our program
    """

    folder: str
    made_of: bytes
    make: Callable[[], Feed]


def feeds_of(publication: Publication) -> Iterator[Planned]:
    """Give the feeds of a site; none where they are switched off, or nobody has said where the site is."""
    if not (publication.offers.feeds and publication.url):
        return
    for edition in publication.editions:
        entries = Entries(publication, edition)
        for subject in subjects(edition):
            folder = folder_of(publication, edition.language, subject.address)
            made_of = _made_of(subject, publication, edition)
            yield Planned(folder, made_of, partial(_feed, subject, entries, publication, edition))


def _made_of(subject: Subject, publication: Publication, edition: Edition) -> bytes:
    basis = basis_of(publication)
    shared = (basis.site(publication), edition.language, basis.places, basis.titles)
    tellings = [story.told_in(edition.language) for story in subject.stories]
    days = [edition.history.get(telling.path, ()) for telling in tellings]
    prose = [publication.prose.get(telling.body) for telling in tellings]
    return digest_of(
        shared, subject.address, subject.name, list(map(basis.story, subject.stories)), days, prose
    )


def subjects(edition: Edition) -> Iterator[Subject]:
    """Give what an edition has feeds about, the collection as a whole first; what has no stories has none."""
    for subject in (_everything(edition), *_elements(edition), *_series(edition)):
        stories = tuple(islice((story for story in subject.stories if story.published), MOST))
        if stories:
            yield Subject(subject.address, subject.name, stories)


def has_feed(address: str, edition: Edition) -> bool:
    """Whether there is a feed about the page at an address, on a site that has feeds."""
    shelf, _, identity = address.partition("/")
    if shelf == addresses.ELEMENTS:
        return any(story.published for story in _with_element(identity, edition))
    told = (story for story in edition.library.stories if story.published)
    if shelf == addresses.SERIES and identity:
        return any(story.series == identity for story in told)
    return address == addresses.HOME and any(True for _ in told)


def folder_of(publication: Publication, language: str, address: str) -> str:
    """Give the folder of the feeds about the page at an address, seen from the top of the site."""
    return publication.folder(language) + (f"{address}/" if address else "")


def _everything(edition: Edition) -> Subject:
    return Subject(addresses.HOME, "", edition.library.stories)


def _elements(edition: Edition) -> Iterator[Subject]:
    for term in edition.library.vocabularies["elements"].choices:
        name, stories = term.label(edition.language), _with_element(term.id, edition)
        yield Subject(addresses.element(term.id), name, stories)


def _with_element(identity: str, edition: Edition) -> Sequence[Story]:
    """Give the stories in which an element was there, and those in which it was missed."""
    return edition.relations.terms.stories(Facet(addresses.ELEMENTS, identity))


def _series(edition: Edition) -> Iterator[Subject]:
    stories = gathered(edition.library.stories, lambda story: (story.series,))
    for article in edition.library.of_kind(Kind.SERIES):
        title = article.told_in(edition.language).title
        yield Subject(addresses.series(article.id), title, stories.get(article.id, ()))


def _feed(subject: Subject, entries: Entries, publication: Publication, edition: Edition) -> Feed:
    site = publication.name or publication.url
    prose = edition.prose(subject.address)
    about_all = publication.description if subject.address == addresses.HOME else ""
    return Feed(
        folder=folder_of(publication, edition.language, subject.address),
        title=f"{subject.name} · {site}" if subject.name else site,
        summary=(prose.summary if prose else "") or about_all,
        home=edition.permalink(subject.address),
        site=publication.url,
        publisher=site,
        language=edition.language,
        entries=tuple(entries.of(story) for story in subject.stories),
    )
