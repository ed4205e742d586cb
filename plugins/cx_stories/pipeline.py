"""Read, check, relate, view: the one place that knows the order."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from babel import Locale, UnknownLocaleError

from cx_stories.checks.context import CheckContext
from cx_stories.checks.run import check, drafts
from cx_stories.errors import ConfigurationError
from cx_stories.library import Library, newest_first
from cx_stories.model.diagnostic import Diagnostic, Severity
from cx_stories.model.document import Document, Kind, facts_first
from cx_stories.reading.collection import Excluded, read_collection
from cx_stories.reading.story import article_of, story_of
from cx_stories.views.edition import Edition
from cx_stories.views.page import Page
from cx_stories.views.registry import pages_of
from cx_stories.vocabulary.loading import load
from cx_stories.vocabulary.vocabulary import Vocabularies


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site may set.

    content:       the folder with the stories
    languages:     the codes of the site's languages, the default one first
    vocabularies:  files that extend or override the vocabularies of the package
    drafts:        whether stories that are not published are shown
    excluded:      whether a path of the content folder is left out
    today:         the day from which a date is in the future
    """

    content: Path
    languages: Sequence[str] = ("en",)
    vocabularies: Sequence[Path] = ()
    drafts: bool = False
    excluded: Excluded = lambda _: False
    today: date = date.max


@dataclass(frozen=True, slots=True)
class Collection:
    """What reading and checking gave.

    documents:    every file that was looked at, without what stood in it
    diagnostics:  every finding, sorted
    drafts:       the paths of the files of stories that are still drafts
    library:      the stories and articles without an error
    """

    documents: Sequence[Document]
    diagnostics: Sequence[Diagnostic]
    library: Library
    drafts: frozenset[str]


def today() -> date:
    """Give the day of the build; SOURCE_DATE_EPOCH stands in for the clock where builds must be repeatable.

    Raises:  ConfigurationError
    Source:  https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigurationError(
            f'SOURCE_DATE_EPOCH is "{epoch}", which is not a number of seconds.'
        ) from error


def collect(settings: Settings) -> Collection:
    """Read and check the content folder; what has an error is left out of the library.

    Raises:  ConfigurationError, VocabularyError
    """
    _check_languages(settings.languages)
    if not settings.content.is_dir():
        raise ConfigurationError(f"There is no folder {settings.content.name}/ to read stories from.")
    vocabularies = load(settings.vocabularies)
    documents = read_collection(settings.content, settings.languages, settings.excluded)
    context = CheckContext(vocabularies, documents, settings.languages, settings.today)
    diagnostics = check(context)
    library = _library(documents, diagnostics, vocabularies, settings)
    read = tuple(document.emptied() for document in documents)
    return Collection(read, diagnostics, library, drafts(context))


def _check_languages(languages: Sequence[str]) -> None:
    for language in languages:
        try:
            Locale.parse(language, sep="-")
        except (UnknownLocaleError, ValueError) as error:
            raise ConfigurationError(
                f'`languages:` names "{language}", which is not a language. '
                "Write codes such as en, nl or pt-BR."
            ) from error
    if len(set(languages)) < len(languages):
        raise ConfigurationError("`languages:` names a language twice. Remove one of the two.")


def build(collection: Collection, site_name: str = "") -> Sequence[Page]:
    """Give every page of the site in every language, sorted by language and address."""
    library = collection.library
    editions = (Edition(library, language, site_name) for language in library.languages)
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
