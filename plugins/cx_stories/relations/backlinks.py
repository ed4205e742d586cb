"""Who points here: the texts that link to a page, each with the sentence in which it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cx_stories.checks.destinations import page_of, source_led_to, without_language
from cx_stories.library import Library
from cx_stories.model.article import Prose
from cx_stories.model.cross_reference import CrossReference
from cx_stories.model.document import SHELVES, Kind
from cx_stories.model.story import Telling
from cx_stories.reading.cross_references import unescaped
from cx_stories.reading.linking import Linking, linkings
from cx_stories.reading.sentences import Sentences
from cx_stories.relations.pointing import Pointed, pointed_at


@dataclass(frozen=True, slots=True)
class Link:
    """A link from a text to a page of the site.

    source:    the address of the page on which the text stands
    language:  of the text
    page:      the address of the page it leads to
    before, words, after:  the sentence it stands in, in plain words, with the link in the middle
    """

    source: str
    language: str
    page: str
    before: str
    words: str
    after: str


Backlinks = Mapping[str, Sequence[Link]]
"""By the address of a page, the links that lead to it."""


def links(
    library: Library,
    read: Mapping[str, Sequence[Linking]] | None = None,
    known: Mapping[tuple[str, str], Sequence[Link]] | None = None,
) -> Sequence[Link]:
    """Give the links in all texts: those of stories, newest first, then of other pages by their address.

    A text that links to a page more than once has its first link there; one to its own page has none.

    read:   the links in texts, as far as somebody has read them before
    known:  what this gives of a text, by the address of its page and its language, as far as that is known
    """
    reader, known = _Reader(library, read or {}), known or {}
    found: list[Link] = []
    for source, telling in texts(library):
        there = known.get((source, telling.language))
        found += reader.links(source, telling) if there is None else there
    return tuple(found)


def backlinks(found: Iterable[Link]) -> Backlinks:
    """Group links by the page they lead to, in their order."""
    groups: dict[str, list[Link]] = {}
    for link in found:
        groups.setdefault(link.page, []).append(link)
    return groups


def links_out(found: Iterable[Link]) -> Mapping[tuple[str, str], Sequence[str]]:
    """Map the address and language of each text that links to the addresses it links to, in their order."""
    groups: dict[tuple[str, str], list[str]] = {}
    for link in found:
        groups.setdefault((link.source, link.language), []).append(link.page)
    return groups


def pages_by_file(library: Library) -> dict[str, str]:
    """Map the file of each text, as links know it, to the address of its page."""
    return {without_language(told.path, told.language): page for page, told in texts(library)}


def texts(library: Library) -> Iterator[tuple[str, Telling | Prose]]:
    """Give every text with the address of its page: those of stories, newest first, then of other pages."""
    for story in library.stories:
        for telling in story.tellings.values():
            yield f"{SHELVES[Kind.STORY]}/{story.id}", telling
    for page, article in sorted(library.articles.items()):
        for prose in article.tellings.values():
            yield page, prose


class _Reader:
    """Reads the links out of texts; what they are called is looked up once."""

    def __init__(self, library: Library, read: Mapping[str, Sequence[Linking]]) -> None:
        self._library, self._read = library, read
        self._pages = pages_by_file(library)
        self._pointed: dict[str, Pointed | None] = {}

    def links(self, source: str, told: Telling | Prose) -> Iterator[Link]:
        """Give the links of a text to pages of the site, the first to each."""
        found = self._read.get(told.body)
        if found is None:
            found = linkings(told.body)
        if not found:
            return
        file = without_language(told.path, told.language)
        sentences = None
        seen = {source}
        for one in found:
            page = self._page(one, file)
            if page is None or page in seen:
                continue
            seen.add(page)
            sentences = sentences or Sentences(told.body, lambda typed: self._title(typed, told.language))
            yield Link(source, told.language, page, *sentences.around(one))

    def _page(self, one: Linking, file: str) -> str | None:
        if not one.pointing:
            source = source_led_to(one.target, file, self._library.languages)
            return source and self._pages.get(source, page_of(source))
        pointed = self._at(one.target)
        return pointed.page if pointed else None

    def _at(self, typed: str) -> Pointed | None:
        if typed not in self._pointed:
            self._pointed[typed] = pointed_at(CrossReference.read(unescaped(typed)), self._library)
        return self._pointed[typed]

    def _title(self, typed: str, language: str) -> str:
        pointed = self._at(typed)
        return pointed.title(language)[0] if pointed else CrossReference.read(unescaped(typed)).name
