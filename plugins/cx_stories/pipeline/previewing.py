"""Which findings a preview shows, and on which page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cx_stories.checks.abstract import Abstract
from cx_stories.model.diagnostic import Diagnostic, Severity
from cx_stories.model.document import Kind
from cx_stories.pipeline.settings import Settings
from cx_stories.views.preview import NO_PREVIEW, Finding, Preview, Unfit
from cx_stories.views.signs import visible

NO_ADDRESS = "CX011"
"""The rule about names of files that cannot be part of an address."""


def preview_of(
    abstracts: Sequence[Abstract], diagnostics: Iterable[Diagnostic], settings: Settings
) -> Preview:
    """Gather the findings by the page they belong to; a build shows none.

    What was taken back, and what has no address, is left to the log.
    """
    if not settings.drafts:
        return NO_PREVIEW
    found: dict[str, list[Diagnostic]] = {}
    for one in diagnostics:
        found.setdefault(one.path, []).append(one)
    unfit: list[Unfit] = []
    notes: dict[str, Sequence[Finding]] = {}
    for group in _groups(abstracts):
        of_group = [one for abstract in group for one in found.get(abstract.path, ())]
        if not of_group or _hidden(group, of_group):
            continue
        findings = tuple(_shown(one, settings.content.name) for one in of_group)
        if any(one.severity is Severity.ERROR for one in of_group):
            unfit.append(_unfit(group, findings, settings.languages))
        else:
            notes[group[0].page] = findings
    return Preview(tuple(unfit), notes)


def _groups(abstracts: Sequence[Abstract]) -> Iterable[Sequence[Abstract]]:
    """Gather the files of each story or page, by path."""
    groups: dict[tuple[Kind, str], list[Abstract]] = {}
    for abstract in abstracts:
        if abstract.markdown:
            groups.setdefault((abstract.kind, abstract.id), []).append(abstract)
    return groups.values()


def _hidden(group: Sequence[Abstract], findings: Sequence[Diagnostic]) -> bool:
    retired = any(abstract.base and abstract.status == "retired" for abstract in group)
    return retired or any(found.code == NO_ADDRESS for found in findings)


def _unfit(group: Sequence[Abstract], findings: Sequence[Finding], languages: Sequence[str]) -> Unfit:
    first, *_ = told = sorted(group, key=lambda abstract: (languages.index(abstract.language), abstract.path))
    titles: Mapping[str, str] = {one.language: one.title for one in reversed(told) if one.title}
    ordered = {language: titles[language] for language in languages if language in titles}
    return Unfit(first.page, (first.path, first.language), ordered, findings)


def _shown(found: Diagnostic, folder: str) -> Finding:
    excerpt, start = found.excerpt, found.excerpt.column - 1
    end = start + excerpt.width
    return Finding(
        visible(f"{folder}/{found.path}:{found.span.line}"),
        found.code,
        found.name,
        found.severity,
        visible(found.message),
        visible(excerpt.text[:start]),
        visible(excerpt.text[start:end]),
        visible(excerpt.text[end:]),
    )
