"""Where the pages of an edition are on the web, and what its terms are called there."""

from __future__ import annotations

from cx_stories.exports.linked_data.node import Node, node, pointer, shared
from cx_stories.exports.publication import Publication
from cx_stories.views import addresses
from cx_stories.views.edition import Edition
from cx_stories.vocabulary.vocabulary import Term, Vocabulary


class Places:
    """Gives the addresses of an edition; nothing for all of them if nobody has said where the site stands."""

    def __init__(self, publication: Publication, edition: Edition) -> None:
        self._edition = edition
        self.known = bool(publication.url)
        folder = publication.folder(edition.language)
        front = folder if edition.whereabouts.folders else f"{folder}index.html"
        self.home = edition.whereabouts.file(front) if self.known else ""
        self.site = f"{self.home}#site" if self.known else ""
        self._pages: dict[str, str] = {addresses.HOME: self.home}
        self._terms: dict[tuple[str, str], Node] = {}
        self._people: dict[str, Node] = {}
        self._series: dict[str, Node] = {}
        name = edition.site_name
        self.publisher = shared(node("Organization", name=name, url=self.home) if name else {})
        self.whole = shared(node("WebSite", self.site, name=name))

    def page(self, address: str) -> str:
        """Give the whole address of a page."""
        if not self.known:
            return ""
        if address not in self._pages:
            self._pages[address] = self._edition.permalink(address)
        return self._pages[address]

    def file(self, path: str) -> str:
        """Give the whole address of a file, which is seen from the top of the site."""
        return self._edition.whereabouts.file(path) if self.known else ""

    def term(self, vocabulary: str, identity: str) -> Node:
        """Give a term in short, and the vocabulary it is of; the same for all stories that have it."""
        key = vocabulary, identity
        if key not in self._terms:
            label = self._edition.label(vocabulary, identity)
            page = self.page(label.path) if label.path else ""
            whole = pointer(self.page(addresses.vocabulary(vocabulary)))
            self._terms[key] = shared(node("DefinedTerm", page, name=label.text, inDefinedTermSet=whole))
        return self._terms[key]

    def person(self, identity: str) -> Node:
        """Give somebody who has a page."""
        if identity not in self._people:
            self._people[identity] = self._titled("Person", addresses.person(identity)) if identity else {}
        return self._people[identity]

    def series(self, identity: str) -> Node:
        """Give a series that has a page."""
        if identity not in self._series:
            path = addresses.series(identity)
            self._series[identity] = self._titled("CreativeWorkSeries", path) if identity else {}
        return self._series[identity]

    def _titled(self, kind: str, path: str) -> Node:
        prose = self._edition.prose(path)
        at = self.page(path)
        return shared(node(kind, at, name=prose.title, url=at)) if prose else {}

    def terms_by_page(self) -> dict[str, tuple[Vocabulary, Term]]:
        """Give the terms that have a page, by its address."""
        return {
            addresses.term(vocabulary.id, term.id): (vocabulary, term)
            for vocabulary in self._edition.library.vocabularies.values()
            if vocabulary.id not in addresses.UNSEEN
            for term in vocabulary.terms
        }

    def vocabularies_by_page(self) -> dict[str, Vocabulary]:
        """Give the vocabularies that have a page, by its address."""
        found = self._edition.library.vocabularies.values()
        return {addresses.vocabulary(one.id): one for one in found if one.id not in addresses.UNSEEN}
