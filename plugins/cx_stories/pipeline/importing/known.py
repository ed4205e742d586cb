"""What a site already has that an import may point at."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cx_stories.checks.context import Standards
from cx_stories.model.document import Document, Kind
from cx_stories.pipeline.opening import open_content
from cx_stories.pipeline.settings import Settings
from cx_stories.reading.collection import read_documents
from cx_stories.vocabulary.vocabulary import Vocabularies, folded


@dataclass(frozen=True, slots=True)
class Known:
    """A site, as far as an import looks at it.

    stories:         the ids of its stories
    people, series:  their ids by their titles, folded
    today:           the day of the import
    """

    standards: Standards
    stories: Collection[str]
    people: Mapping[str, str]
    series: Mapping[str, str]
    today: date

    @property
    def vocabularies(self) -> Vocabularies:
        """The lists of terms."""
        return self.standards.vocabularies

    @property
    def languages(self) -> Sequence[str]:
        """The languages of the site, the default one first."""
        return self.standards.languages


def known_of(settings: Settings) -> Known:
    """Look at a site: of its stories only the names of their files are read.

    Raises:  ConfigurationError, VocabularyError
    """
    found, standards = open_content(settings)
    stories = frozenset(one.blank.id for one in found if one.blank.kind is Kind.STORY and one.blank.markdown)
    documents = read_documents(one for one in found if one.blank.kind in (Kind.PERSON, Kind.SERIES))
    return Known(
        standards,
        stories,
        _by_title(documents, Kind.PERSON),
        _by_title(documents, Kind.SERIES),
        settings.today,
    )


def _by_title(documents: Sequence[Document], kind: Kind) -> Mapping[str, str]:
    named = [one for one in documents if one.kind is kind and one.markdown]
    titles = {folded(one.text("title")): one.id for one in named if one.text("title")}
    return titles | {folded(one.id): one.id for one in named}
