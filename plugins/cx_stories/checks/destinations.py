"""Where links lead: every page and file that a link may name, found the way a build finds it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from cx_stories.checks.abstract import Abstract
from cx_stories.checks.collection import CollectionContext
from cx_stories.model.document import Kind

_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!])")
"""The signs that a backslash makes plain in Markdown."""
_NAME_OF_A_FILE = re.compile(r"[\w.-][\w./-]*")
"""What nearly every link within a site looks like: nothing in it is to be read in another way."""


class Address(Struct, frozen=True, gc=False):
    """An address within the site, as typed after a link or picture.

    path:      with what is percent-encoded decoded; empty for a place in the same text
    anchor:    the place within the page; empty for the page as a whole
    rest:      what follows the path, as typed: `?query#anchor`
    from_top:  whether it begins at the top of a server instead of at the file it stands in
    """

    path: str
    anchor: str = ""
    rest: str = ""
    from_top: bool = False


def address_of(typed: str) -> Address | None:
    """Read what was typed; None for an address elsewhere, such as `https://…` and `mailto:…`.

    Raises:  ValueError if no program can make an address of it.
    """
    if _NAME_OF_A_FILE.fullmatch(typed):
        return Address(typed)
    url = _ESCAPED.sub(r"\1", typed)
    parts = urlsplit(url)
    if parts.scheme or parts.netloc:
        return None
    rest = url[len(parts.path) :] if url.startswith(parts.path) else ""
    return Address(unquote(parts.path), parts.fragment, rest, url.startswith(("/", "\\")))


@dataclass(frozen=True, slots=True)
class Destination:
    """What a link leads to.

    source:    the file that a link names, seen from the content folder; without a language
    abstract:  of the file whose text is shown there; None for a picture and the like, and for a page that
               the site makes by itself
    page:      whether it is a page
    """

    source: str
    abstract: Abstract | None = None
    page: bool = False


class Destinations:
    """Everything that the links of a collection may lead to.

    A build has one page for each language and each story, those of other languages than the first below a
    folder. What is not told in a language is shown there in the language that it was told in first.
    """

    def __init__(self, context: CollectionContext) -> None:
        self._languages = context.languages
        self._prefixes = {
            language: f"{language}/" if number else "" for number, language in enumerate(context.languages)
        }
        self._tellings = _tellings(context)
        self._bases = {identity: context.base(*identity) for identity in self._tellings}
        self._at = dict(self._all(context))
        self._found: dict[tuple[str, str, str], Destination | None] = {}

    def _all(self, context: CollectionContext) -> Iterator[tuple[str, Destination]]:
        documents = context.by_path
        for path in sorted(context.files - documents.keys()):
            yield path, Destination(path)
        written = {one.page for one in context.abstracts if one.markdown}
        for source in sorted(source for source in context.pages if page_of(source) not in written):
            for prefix in self._prefixes.values():
                yield prefix + source, Destination(source, page=True)
        for abstract in context.abstracts:
            if not abstract.markdown:
                yield abstract.path, Destination(abstract.path, abstract)
            elif abstract.ready:
                for language in self.shown_in(abstract):
                    source = source_of(abstract)
                    yield self._prefixes[language] + source, Destination(source, abstract, page=True)

    def shown_in(self, abstract: Abstract) -> Sequence[str]:
        """Give the languages in which readers see a text: its own, and those in which it is not told."""
        identity = abstract.kind, abstract.id
        if self._bases.get(identity) is not abstract:
            return (abstract.language,)
        told = self._tellings[identity]
        return (abstract.language, *(one for one in self._languages if one not in told))

    def find(self, abstract: Abstract, path: str, language: str) -> Destination | None:
        """Find what a path leads to, from a text as it is shown in a language."""
        folder = abstract.path.rpartition("/")[0]
        key = language, folder, path
        if key not in self._found:
            prefix = self._prefixes[language]
            # The name of a file beside it, as most links are, needs no joining.
            beside = folder and "/" not in path and not path.startswith(".")
            wanted = f"{prefix}{folder}/{path}" if beside else _joined(prefix + source_of(abstract), path)
            self._found[key] = self._at.get(wanted) or self._at.get(wanted.removeprefix(prefix))
        return self._found[key]

    def at(self, source: str, language: str) -> Destination | None:
        """Give what the name of a file stands for, as readers of a language see it."""
        return self._at.get(self._prefixes[language] + source) or self._at.get(source)

    @cached_property
    def by_source(self) -> Mapping[str, Destination]:
        """All of them by the file that a link names; a page in the first language."""
        first_language_last = sorted(self._at.items(), key=lambda item: item[0] == item[1].source)
        return {found.source: found for _, found in first_language_last}

    @cached_property
    def by_page(self) -> Mapping[str, Destination]:
        """The pages by their address below the language."""
        pages = [found for found in self.by_source.values() if found.page]
        return {one.abstract.page if one.abstract else page_of(one.source): one for one in pages}


def _tellings(context: CollectionContext) -> Mapping[tuple[Kind, str], frozenset[str]]:
    """Give the languages in which each page can be shown in its own words."""
    tellings: dict[tuple[Kind, str], set[str]] = {}
    for abstract in context.abstracts:
        if abstract.markdown:
            told = tellings.setdefault((abstract.kind, abstract.id), set())
            if abstract.ready:
                told.add(abstract.language)
    return {identity: frozenset(told) for identity, told in tellings.items()}


def source_of(abstract: Abstract) -> str:
    """Give the name under which links know a file: without its language."""
    return without_language(abstract.path, abstract.language)


def without_language(path: str, language: str) -> str:
    """Give the name under which links know the file at a path."""
    stem = path.removesuffix(".md")
    return stem.removesuffix(f".{language}") + path[len(stem) :]


def page_of(source: str) -> str:
    """Give the address of the page that prose in this file would be shown on."""
    return source.removesuffix(".md").removesuffix("index").rstrip("/")


def source_led_to(typed: str, source: str, languages: Sequence[str]) -> str | None:
    """Give the file of the page that a link names, whether there is one or not; None if it names none.

    typed:   the target of the link
    source:  the file in which it stands, as links know it
    """
    try:
        address = address_of(typed)
    except ValueError:
        return None
    if address is None or address.from_top or not address.path.endswith(".md"):
        return None
    wanted = _joined(source, address.path)
    folder, _, rest = wanted.partition("/")
    return rest if folder in languages[1:] else wanted


def _joined(source: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), path).lstrip("/"))
