"""A whole collection in memory, checked and ready to be published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cx_stories.checks.run import drafts_among, examine
from cx_stories.library import Library, newest_first
from cx_stories.model.diagnostic import Diagnostic, Severity
from cx_stories.model.document import Document, Kind, facts_first
from cx_stories.pipeline.judging import judge
from cx_stories.pipeline.opening import open_content, stories_of
from cx_stories.pipeline.previewing import preview_of
from cx_stories.pipeline.settings import Settings
from cx_stories.reading.collection import read_documents
from cx_stories.reading.story import article_of, story_of
from cx_stories.views.edition import Edition
from cx_stories.views.page import Page
from cx_stories.views.preview import Preview
from cx_stories.views.registry import pages_of
from cx_stories.vocabulary.vocabulary import Vocabularies


@dataclass(frozen=True, slots=True)
class Collection:
    """What reading and checking gave.

    documents:    every file that was looked at, without what stood in it
    diagnostics:  every finding, sorted
    drafts:       the paths of the files of stories that are still drafts
    library:      the stories and articles without an error
    preview:      what a preview says of the findings on its pages
    """

    documents: Sequence[Document]
    diagnostics: Sequence[Diagnostic]
    library: Library
    drafts: frozenset[str]
    preview: Preview


def collect(settings: Settings) -> Collection:
    """Read and check the content folder; what has an error is left out of the library.

    Raises:  ConfigurationError, VocabularyError
    """
    found, standards = open_content(settings)
    groups = [read_documents(group) for group in stories_of(found)]
    examined = [examine(group, standards) for group in groups if group]
    diagnostics, abstracts, _ = judge(examined, found, standards, settings)
    documents = sorted((one for group in groups for one in group), key=lambda document: document.path)
    library = _library(documents, diagnostics, standards.vocabularies, settings)
    read = tuple(document.emptied() for document in documents)
    preview = preview_of(abstracts, diagnostics, settings)
    return Collection(read, diagnostics, library, drafts_among(abstracts), preview)


def build(collection: Collection, site_name: str = "") -> Sequence[Page]:
    """Give every page of the site in every language, sorted by language and address."""
    library = collection.library
    editions = (Edition(library, language, site_name, collection.preview) for language in library.languages)
    return tuple(page for edition in editions for page in pages_of(edition))


def _is_ready(translation: Document, vocabularies: Vocabularies) -> bool:
    """Whether a translation may be seen: it may be a draft while the story itself is published."""
    status = vocabularies["status"].resolve(translation.text("status"))
    return status is None or status.id == "published"


def _library(
    documents: Sequence[Document],
    diagnostics: Sequence[Diagnostic],
    vocabularies: Vocabularies,
    settings: Settings,
) -> Library:
    faulty = {found.path for found in diagnostics if found.severity is Severity.ERROR}
    groups: dict[tuple[Kind, str], list[Document]] = {}
    for document in filter(lambda document: document.markdown, documents):
        groups.setdefault((document.kind, document.id), []).append(document)
    stories, articles = [], {}
    for (kind, _), group in groups.items():
        if any(document.path in faulty or document.obstacle for document in group):
            continue
        base, *translations = facts_first(group, settings.languages)
        if kind is Kind.STORY:
            ready = [one for one in translations if settings.drafts or _is_ready(one, vocabularies)]
            story = story_of(base, ready, vocabularies)
            if story.published or (settings.drafts and story.status != "retired"):
                stories.append(story)
        else:
            articles[base.page] = article_of(base, translations)
    return Library(settings.languages, tuple(sorted(stories, key=newest_first)), articles, vocabularies)
