"""Where the pages of an edition are on the web, and what its terms are called there."""

from __future__ import annotations

from cx_stories.exports.linked_data.node import Node, node, pointer
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
        self._terms: dict[tuple[str, str], Node] = {}

    def page(self, address: str) -> str:
        """Give the whole address of a page."""
        if not self.known:
            return ""
        return self.home if address == addresses.HOME else self._edition.permalink(address)

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
            self._terms[key] = node("DefinedTerm", page, name=label.text, inDefinedTermSet=whole)
        return self._terms[key]

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
