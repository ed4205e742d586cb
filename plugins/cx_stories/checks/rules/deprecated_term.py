"""CX213: a term that is no longer to be used."""

from __future__ import annotations

from collections.abc import Iterator, Set

from cx_stories.checks.base import Check, Fault, Mended
from cx_stories.checks.context import CheckContext
from cx_stories.checks.fixes import VERDICT, revalued
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document
from cx_stories.vocabulary.vocabulary import Term, said_in


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for slot, vocabulary, terms in context.chosen_from(document):
        if not any(term and term.outdated for term in terms):
            continue
        present = {term.id for term in terms if term}
        name = said_in(vocabulary.labels, "en").lower()
        for value, term in zip(slot.values, terms, strict=True):
            if term and term.outdated:
                cure, fixable = _cure(term, name, present)
                fixable = fixable and slot.name != VERDICT
                fix = revalued(value.span, value.text, term.replaced_by) if fixable else None
                yield Fault(value.span, f'"{value.text}" is no longer one of the {name} to use. {cure}', fix)


def _cure(term: Term, name: str, present: Set[str]) -> tuple[str, bool]:
    """Say what to do, and whether that is to put the successor in its place."""
    if not term.replaced_by:
        return f"Choose another of the {name}, or take it out.", False
    if term.replaced_by in present:
        return f'Take it out: "{term.replaced_by}", which replaces it, is there already.', False
    return f'Write "{term.replaced_by}".', True


_SITE = {
    "../mkdocs.yml": (
        b"site_name: Stories\ndocs_dir: content\n"
        b"plugins:\n  - cx-stories:\n      vocabularies: [channels.yml]\n"
    ),
    "../channels.yml": (
        b"id: channels\nterms:\n  - id: fax\n    labels: {en: Fax}\n    definition: {en: By fax.}\n"
        b"    replaced_by: post\n"
    ),
}

DEPRECATED_TERM = Check(
    code="CX213",
    name="deprecated-term",
    severity=Severity.WARNING,
    summary="No story has a term that has been replaced, or is no longer used.",
    why="Stories under an old term and a new one are not found together.",
    good={**_SITE, "stories/example.md": "channels: [post]\n"},
    bad={**_SITE, "stories/example.md": "channels: [fax]\n"},
    mended=Mended.SAFELY,
    find=_find,
)
