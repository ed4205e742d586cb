"""The second half of a check: what the files of all stories gave, and what is left of it."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from cx_stories.checks.abstract import Abstract
from cx_stories.checks.collection import CollectionContext, OwnTerm
from cx_stories.checks.context import Standards
from cx_stories.checks.run import Examined, conclude
from cx_stories.model.diagnostic import Diagnostic, Severity
from cx_stories.model.document import Document, Kind, Span
from cx_stories.pipeline.settings import Settings
from cx_stories.reading.collection import read_documents
from cx_stories.reading.finding import Found
from cx_stories.views import addresses
from cx_stories.views.reference.places import places_of
from cx_stories.vocabulary.loading import own_terms


@dataclass(frozen=True, slots=True)
class Tally:
    """How many stories there are, and what is to be said of them in numbers.

    fit:           how many can be published
    drafts:        how many are still drafts
    put_up_with:   how many findings the site has known since before
    """

    stories: int
    fit: int
    drafts: int
    put_up_with: int = 0


class Judgement(NamedTuple):
    """What is left to tell, and the abstracts of all files, both sorted by path.

    put_up_with:  how many findings the site has known since before
    """

    diagnostics: tuple[Diagnostic, ...]
    abstracts: tuple[Abstract, ...]
    put_up_with: int


def judge(
    examined: Sequence[Examined], found: Sequence[Found], standards: Standards, settings: Settings
) -> Judgement:
    """Run the rules about the collection, and give what is left to tell."""
    abstracts = tuple(
        sorted((one for story in examined for one in story.abstracts), key=lambda abstract: abstract.path)
    )
    context = CollectionContext(
        abstracts,
        standards.vocabularies,
        standards.languages,
        settings.today,
        files=frozenset(one.blank.path for one in found),
        pages=frozenset(map(addresses.source, _pages(abstracts, standards))),
        anchors=places_of(standards.vocabularies),
        left_out=settings.excluded,
        own_terms=_own_terms(settings),
    )
    findings = conclude(examined, context, settings.policy, _Lines(found, settings.content))
    new = settings.policy.new_among(findings)
    return Judgement(new, abstracts, len(findings) - len(new))


def _pages(abstracts: Iterable[Abstract], standards: Standards) -> Iterator[str]:
    """Give the addresses of the pages that the site makes by itself."""
    yield from addresses.standing(standards.vocabularies)
    for abstract in abstracts:
        if abstract.base and abstract.published:
            yield from (addresses.lesson(one.lesson) for one in abstract.taught)


def _own_terms(settings: Settings) -> tuple[OwnTerm, ...]:
    """Give the terms of the site's own, with their files as the content folder sees them."""
    terms = []
    for (vocabulary, identity), place in own_terms(settings.vocabularies).items():
        path = Path(os.path.relpath(place.file, settings.content)).as_posix()
        end = place.column + len(identity)
        terms.append(OwnTerm(vocabulary, identity, path, Span(place.line, place.column, place.line, end)))
    return tuple(terms)


def tally(judgement: Judgement) -> Tally:
    """Count the stories; one with an error in any of its languages cannot be published."""
    faulty = {found.path for found in judgement.diagnostics if found.severity is Severity.ERROR}
    stories: dict[str, list[Abstract]] = {}
    for abstract in judgement.abstracts:
        if abstract.kind is Kind.STORY and abstract.markdown:
            stories.setdefault(abstract.id, []).append(abstract)
    status = {name: {one.status for one in told if one.base} for name, told in stories.items()}
    sound = {name for name, told in stories.items() if not any(one.path in faulty for one in told)}
    return Tally(
        stories=len(stories),
        fit=sum(status[name] == {"published"} for name in sound),
        drafts=sum(status[name] == {"draft"} for name in stories),
        put_up_with=judgement.put_up_with,
    )


def warnings_that_count(diagnostics: Iterable[Diagnostic], drafts: Collection[str]) -> int:
    """Count the warnings that `max_warnings` limits: those of drafts, whose authors are at work, are none."""
    return sum(one.severity is Severity.WARNING and one.path not in drafts for one in diagnostics)


class _Lines:
    """The lines of files about which something is to be said; each is read once, and only then.

    The files of words beside the content folder have been read before, or there would be no finding.
    """

    def __init__(self, found: Sequence[Found], content: Path) -> None:
        self._content = content
        self._found = {one.blank.path: one for one in found}
        self._read: dict[str, Sequence[str]] = {}

    def __call__(self, path: str) -> Sequence[str]:
        if path not in self._read and path not in self._found:
            self._read[path] = (self._content / path).read_text(encoding="utf-8-sig").split("\n")
        if path not in self._read:
            documents: Sequence[Document] = read_documents([self._found[path]])
            self._read[path] = documents[0].lines if documents else ()
        return self._read[path]
