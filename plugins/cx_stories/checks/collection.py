"""What a rule about the collection may look at: the abstracts of all files, and the site around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from cx_stories.checks.abstract import Abstract
from cx_stories.model.document import Kind, Span
from cx_stories.vocabulary.vocabulary import Vocabularies, folded

LARGE = 10
"""From how many published stories on gaps in a collection are worth a remark; before, there are only gaps."""
_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class OwnTerm:
    """A term that the site has added: where it stands, in a file seen from the content folder."""

    vocabulary: str
    id: str
    path: str
    span: Span


@dataclass(frozen=True)
class CollectionContext:
    """Everything a rule about the collection may look at.

    abstracts:  of every file, sorted by path
    languages:  the site's languages, the default one first
    today:      the day of the check, so that no rule reads a clock
    files:      the paths of all files in the content folder, pictures and the like included
    pages:      the sources of the pages that the site makes by itself, such as `stories/index.md`
    anchors:    the places, by the source of a page, that the site itself prints on it for links to lead to
    left_out:   whether a file at a path would be left out of the site
    own_terms:  the terms that the site has added to its vocabularies, in that order
    """

    abstracts: Sequence[Abstract]
    vocabularies: Vocabularies
    languages: Sequence[str]
    today: date
    files: frozenset[str] = field(default=frozenset(), repr=False)
    pages: frozenset[str] = field(default=frozenset(), repr=False)
    anchors: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)
    left_out: Callable[[str], bool] = field(default=lambda _: False, repr=False)
    own_terms: Sequence[OwnTerm] = ()
    _made: dict[object, object] = field(default_factory=dict, repr=False, compare=False)

    def once(self, make: Callable[[CollectionContext], _Made]) -> _Made:
        """Give what a function makes of the collection; it is made once, for all files."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("_Made", self._made[make])

    @cached_property
    def _bases(self) -> Mapping[tuple[Kind, str], Abstract]:
        order = {language: index for index, language in enumerate(self.languages)}
        ordered = sorted(self.abstracts, key=lambda one: (order[one.language], one.path))
        bases: dict[tuple[Kind, str], Abstract] = {}
        for abstract in ordered:
            if abstract.markdown:
                bases.setdefault((abstract.kind, abstract.id), abstract)
        return bases

    @cached_property
    def _pages(self) -> Mapping[tuple[str, str], Sequence[Abstract]]:
        pages: dict[tuple[str, str], list[Abstract]] = {}
        for abstract in self.abstracts:
            if abstract.markdown:
                pages.setdefault((abstract.language, folded(abstract.page)), []).append(abstract)
        return pages

    @cached_property
    def crowded(self) -> frozenset[str]:
        """The paths of the files that would be the same page as another one."""
        crowds = (files for files in self._pages.values() if len(files) > 1)
        return frozenset(one.path for files in crowds for one in files)

    @cached_property
    def paired(self) -> Sequence[Abstract]:
        """The files that name a pair."""
        return [one for one in self.abstracts if one.mentioned("pair")]

    def twins(self, abstract: Abstract) -> Sequence[Abstract]:
        """Give the files that would be the same page in the same language, this one included."""
        return self._pages.get((abstract.language, folded(abstract.page)), (abstract,))

    def base(self, kind: Kind, identity: str) -> Abstract | None:
        """Give the file that holds the facts."""
        return self._bases.get((kind, identity))

    def is_base(self, abstract: Abstract) -> bool:
        """Whether a file holds the facts, and is not a translation of one that does."""
        return self.base(abstract.kind, abstract.id) is abstract

    @cached_property
    def _ids(self) -> Mapping[Kind, Sequence[str]]:
        return {kind: sorted(name for other, name in self._bases if other is kind) for kind in Kind}

    def ids(self, kind: Kind) -> Sequence[str]:
        """Give all ids of a kind, sorted."""
        return self._ids[kind]

    @cached_property
    def by_path(self) -> Mapping[str, Abstract]:
        """The abstracts by their path."""
        return {abstract.path: abstract for abstract in self.abstracts}

    @cached_property
    def stories(self) -> Sequence[Abstract]:
        """The published stories, each by the file that holds its facts."""
        found = {name: one for (kind, name), one in self._bases.items() if kind is Kind.STORY}
        return tuple(found[name] for name in sorted(found) if found[name].published)

    @property
    def large(self) -> bool:
        """Whether there are enough stories for a gap to say something."""
        return len(self.stories) >= LARGE
