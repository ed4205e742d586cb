"""What is exported: the published stories, in the languages that were asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from cx_stories.exports.data.column import Row
from cx_stories.exports.data.columns import row_of
from cx_stories.exports.data.plain_text import plain_text
from cx_stories.exports.data.told import Told
from cx_stories.exports.publication import Publication
from cx_stories.model.document import Kind
from cx_stories.model.story import Story
from cx_stories.views import addresses
from cx_stories.vocabulary.vocabulary import Vocabulary


@dataclass(frozen=True)
class Dataset:
    """The published stories of a publication; drafts are never among them, not even in a preview.

    languages:  which of its languages are asked for, the default one first
    """

    publication: Publication
    languages: Sequence[str]

    @cached_property
    def stories(self) -> Sequence[Sequence[Told]]:
        """The stories that are told in one of these languages, newest first, each in all of them."""
        found = (tuple(self._told(story)) for story in self.publication.library.stories if story.published)
        return tuple(tellings for tellings in found if tellings)

    @cached_property
    def rows(self) -> Sequence[Row]:
        """A row for each story and language, newest first; all have the same columns."""
        return tuple(row_of(told) for tellings in self.stories for told in tellings)

    @cached_property
    def vocabularies(self) -> Sequence[Vocabulary]:
        """The lists of terms that readers see, by id."""
        found = self.publication.library.vocabularies
        return tuple(found[name] for name in sorted(found) if name not in addresses.UNSEEN)

    def titles(self, kind: Kind) -> Mapping[str, Mapping[str, str]]:
        """Give what the pages of a kind are called, by id and language; one untranslated in its own."""
        return {
            article.id: {language: article.told_in(language).title for language in self.languages}
            for article in self.publication.library.of_kind(kind)
        }

    @cached_property
    def _public(self) -> frozenset[str]:
        return frozenset(one.id for one in self.publication.library.stories if one.published)

    def _told(self, story: Story) -> Iterator[Told]:
        band, related, picture = self._band(story), self._related(story), self._picture(story)
        pair = story.pair if story.pair in self._public else ""
        for edition in self.publication.editions:
            telling = story.tellings.get(edition.language)
            if telling and edition.language in self.languages:
                text, address = plain_text(telling.body), edition.permalink(addresses.story(story.id))
                words = len(text.split())
                yield Told(story, telling, edition, address, text, words, band, pair, related, picture)

    def _related(self, story: Story) -> Sequence[str]:
        found = self.publication.editions[0].relations.related.get(story.id, ())
        return [one.story for one in found if one.story in self._public]

    def _band(self, story: Story) -> str:
        for band in self.publication.library.vocabularies["elements"].bands:
            if band.min <= story.score <= band.max:
                return str(band.min) if band.min == band.max else f"{band.min}-{band.max}"
        return ""

    def _picture(self, story: Story) -> str:
        file = story.image.file if story.image else ""
        return f"{self.publication.url}{quote(f'{addresses.STORIES}/{file}')}" if file else ""
